// Where requests may lead: against servers on this machine, some of which pass for public ones.

import { lookup } from 'node:dns';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  addressJudge,
  allowedFrom,
  allowedFromArticle,
} from '../../../src/net/http/allowed-addresses.ts';
import { type RequestOptions, request } from '../../../src/net/http/request.ts';
import { listen } from '../../support/web/listen.ts';

/** Servers that pass for public ones are at this address, all others are not public. */
const PUBLIC = '127.0.0.2';
const OPTIONS: RequestOptions = {
  version: '1.2.3',
  isPublic: (address) => address === PUBLIC,
};

/** A server that lives as long as the running test, and what it was asked for. */
async function serve(address: string, answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((asking, response) => {
    asked.push(`${asking.socket.localAddress} ${asking.url}`);
    answer(asking, response);
  });
  const port = await listen(server, address);
  return { asked, port, url: `http://${address}:${port}` };
}

/** Redirects along a path of addresses: `/http://a/,http://b/`. */
const redirecting: RequestListener = (asking, response) => {
  const [next, ...rest] = decodeURIComponent(asking.url?.slice(2) ?? '').split(',');
  if (next === undefined || next === '') response.end('there');
  else response.writeHead(302, { location: `${next}/?${rest.map(encodeURIComponent)}` }).end();
};

function chain([first = '', ...rest]: readonly string[]): string {
  return `${first}/?${encodeURIComponent(rest.join(','))}`;
}

describe('a request', () => {
  test.for<[string, readonly ('in' | 'out')[], RequestOptions['allowed'], string | null]>([
    ['at an address that the user names', ['in'], 'named', 'private'],
    ['within a private network', ['in', 'in'], 'named', 'private'],
    ['out of a private network', ['in', 'out'], 'named', 'public'],
    ['among public addresses', ['out', 'out'], 'named', 'public'],
    ['from a public address to a private one', ['out', 'in'], 'named', null],
    ['out of a private network and back', ['in', 'out', 'in'], 'named', null],
    ['where a public page leads', ['out', 'out'], 'public', 'public'],
    ['where a public page leads, if it is private', ['in'], 'public', null],
    ['from a public address to a private one, if that is allowed', ['out', 'in'], 'any', 'any'],
    ['where a public page leads, if that is allowed', ['in'], 'any', 'any'],
  ])('%s', async ([, path, allowed, after]) => {
    const inside = await serve('127.0.0.1', redirecting);
    const outside = await serve(PUBLIC, redirecting);
    const url = chain(path.map((one) => (one === 'in' ? inside.url : outside.url)));
    const answer = request(url, { ...OPTIONS, allowed });
    if (after !== null) {
      expect(await answer).toMatchObject({ kind: 'page', allowed: after });
      return;
    }
    const said = path.length === 1 ? 'it is at 127.0.0.1' : `redirected to ${inside.url}`;
    await expect(answer).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringContaining(said),
      hint: '--allow-private goes there',
    });
    await expect(answer).rejects.toThrow(
      /^http:[^\n]* at 127\.0\.0\.1: no public page may lead there$/,
    );
    expect(inside.asked).toHaveLength(path.filter((one) => one === 'in').length - 1);
  });

  test.for([
    'http://localhost',
    'http://2130706433',
    'http://0x7f.1',
    'http://0177.0.0.1',
    'http://127.1',
    'http://[::ffff:127.0.0.1]',
  ])('of a public page to %s asks nobody', async (host) => {
    const inside = await serve('::', redirecting);
    const answer = request(`${host}:${inside.port}/`, { version: '1.2.3', allowed: 'public' });
    await expect(answer).rejects.toThrow('no public page may lead there');
    expect(inside.asked).toEqual([]);
  });

  test.for([
    'http://169.254.169.254/keys',
    'http://[fe80::1]/',
    'http://[::ffff:169.254.169.254]/',
  ])('of a private page to %s is refused, unless that is allowed', async (target) => {
    const inside = await serve('127.0.0.1', redirecting);
    const answer = request(chain([inside.url, target]), OPTIONS);
    await expect(answer).rejects.toMatchObject({
      message: expect.stringMatching(
        /^http:\S* redirected to .* at [\da-f.:]*: no page may lead there$/,
      ),
      hint: '--allow-private goes there',
    });
    const led = request(target, { ...OPTIONS, allowed: allowedFrom('http://localhost/') });
    await expect(led).rejects.toThrow('no page may lead there');
    const { hostname } = new URL(target);
    const address = hostname.replace(/^\[|\]$/g, '');
    for (const allowed of ['any', allowedFrom('http://169.254.1.1/')] as const) {
      expect(addressJudge(allowed, () => false)(address)).toBe(true);
    }
  });

  test('follows no server that resets its connection from a public address to a private one', async () => {
    const inside = await serve('127.0.0.1', redirecting);
    const server = createNetServer((socket) => {
      socket
        .on('error', () => {})
        .once('data', () => {
          const head = `HTTP/1.1 302 Found\r\nLocation: ${inside.url}/\r\nContent-Length: 0\r\n\r\n`;
          socket.write(head, () => socket.resetAndDestroy());
        });
    });
    const port = await listen(server, PUBLIC);
    const answer = request(`http://${PUBLIC}:${port}/`, { ...OPTIONS, allowed: 'named' });
    await expect(answer).rejects.toThrow();
    expect(inside.asked).toEqual([]);
  });

  test('takes no connection that another left open to where it may not lead', async () => {
    const inside = await serve('127.0.0.1', (_, response) => response.end('secret'));
    await request(`${inside.url}/named`, OPTIONS);
    const answer = request(`${inside.url}/led`, { ...OPTIONS, allowed: 'public' });
    await expect(answer).rejects.toThrow('no public page may lead there');
    await request(`${inside.url}/again`, OPTIONS);
    expect(inside.asked).toEqual(['127.0.0.1 /named', '127.0.0.1 /again']);
  });

  test('connects to what was judged, of a name that has several addresses', async () => {
    const names = new Map([
      ['both.test', ['127.0.0.1', PUBLIC]],
      ['inside.test', ['127.0.0.1', '127.0.0.3']],
    ]);
    const server = await serve('0.0.0.0', (_, response) => response.end('x'));
    replaceLookup(names);
    const ask = (host: string) =>
      request(`http://${host}:${server.port}/`, { ...OPTIONS, allowed: 'public' });
    expect(await ask('both.test')).toMatchObject({ kind: 'page' });
    await expect(ask('inside.test')).rejects.toThrow('it is at 127.0.0.1: no public page');
    expect(server.asked).toEqual([`${PUBLIC} /`]);
  });

  test('is judged anew at each connection, whatever a name was before', async () => {
    const names = new Map([['moving.test', [PUBLIC]]]);
    const server = await serve('0.0.0.0', (_, response) => {
      names.set('moving.test', ['127.0.0.1']);
      response.writeHead(302, { location: '/next', connection: 'close' }).end();
    });
    replaceLookup(names);
    const answer = request(`http://moving.test:${server.port}/`, OPTIONS);
    await expect(answer).rejects.toThrow(
      /redirected to http:\/\/moving\.test:\d+\/next, which is at 127\.0\.0\.1/,
    );
    expect(server.asked).toEqual([`${PUBLIC} /`]);
  });
});

test.each<[readonly string[], string]>([
  [[], 'public'],
  [['https://example.org/a'], 'public'],
  [['http://127.0.0.1:8080/a'], 'private'],
  [['http://169.254.1.1/a'], 'private'],
  [['http://127.0.0.1:8080/a', 'https://example.org/feed'], 'public'],
  [['http://127.0.0.1:8080/a', 'a feed with a name of its own'], 'public'],
])('an article at %j leads to what is %s', ([url = null, ...also], allowed) => {
  expect(allowedFromArticle({ feed: null, url, also })).toBe(allowed);
});

/** Answers for some names as long as the running test lives. */
function replaceLookup(names: ReadonlyMap<string, readonly string[]>): void {
  const dns = process.getBuiltinModule('node:dns');
  const fake = (host: string, _: unknown, done: (error: null, found: unknown) => void): void =>
    done(
      null,
      names.get(host)?.map((address) => ({ address, family: 4 })),
    );
  Object.assign(dns, { lookup: fake });
  onTestFinished(() => void Object.assign(dns, { lookup }));
}
