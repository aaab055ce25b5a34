// Requests, against real servers on this machine.
import type { RequestListener } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/intake/charset.ts';
import { fetchPage, type RequestOptions, request } from '../../../src/net/http/request.ts';
import { answering, freePort, listen } from '../../support/web/listen.ts';

const OPTIONS: RequestOptions = { version: '1.2.3' };

async function textOf(url: string, options = OPTIONS): Promise<string> {
  const answer = await fetchPage(url, options);
  return answer.kind === 'page' ? decodeText(answer.bytes, answer.contentType) : answer.kind;
}

describe('a page', () => {
  test('is asked for by a truthful name', async () => {
    const site = await answering((request, response) =>
      response.end(request.headers['user-agent']),
    );
    expect(await textOf(site)).toBe('newsprint/1.2.3 (terminal news reader)');
  });

  test.for([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['gzip, br', (text: string) => brotliCompressSync(gzipSync(text))],
    ['identity', (text: string) => Buffer.from(text)],
    ['gzip', (text: string) => gzipSync(text).subarray(0, -4)],
  ] as const)('packed as %s is unpacked', async ([name, pack]) => {
    const site = await answering((_request, response) => {
      response.writeHead(200, { 'content-encoding': name, 'content-type': 'text/html' });
      response.end(pack('<p>Grüße'));
    });
    expect(await textOf(site)).toBe('<p>Grüße');
  });

  test('of a type that is not wanted is let go before its bytes come', async () => {
    const site = await answering((_request, response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg' }).flushHeaders();
    });
    const isWanted = (type: string) => !type.startsWith('audio/');
    await expect(textOf(site, { ...OPTIONS, isWanted })).rejects.toMatchObject({
      message: `${site}/: not an article: audio/mpeg`,
      code: 'unreadable',
    });
  });

  test('that is empty is empty, whatever it is packed as', async () => {
    const site = await answering((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end();
    });
    expect(await textOf(site)).toBe('');
  });

  test('is asked for once more where an open connection is closed as it is used again', async () => {
    const used = new WeakSet();
    const site = await answering(({ socket }, response) => {
      if (used.has(socket)) socket.destroy();
      else response.end('x');
      used.add(socket);
    });
    expect([await textOf(site), await textOf(site)]).toEqual(['x', 'x']);
  });

  test('is decoded as its header says where it is not UTF-8', async () => {
    const site = await answering((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=windows-1251' });
      response.end(Buffer.from([0xcc, 0xe8, 0xf0]));
    });
    expect(await textOf(site)).toBe('Мир');
  });

  test('knows where redirects led and what to ask with next time', async () => {
    const site = await answering((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new?a=1' }).end();
      else
        response
          .writeHead(200, { etag: '"7"', 'last-modified': 'Mon, 05 May 2031 00:00:00 GMT' })
          .end('x');
    });
    expect(await fetchPage(`${site}/old`, OPTIONS)).toMatchObject({
      url: `${site}/new?a=1`,
      etag: '"7"',
      lastModified: 'Mon, 05 May 2031 00:00:00 GMT',
    });
  });

  test('that has not changed is not sent again', async () => {
    const site = await answering((request, response) => {
      const known =
        request.headers['if-none-match'] === '"7"' && request.headers['if-modified-since'];
      response.writeHead(known ? 304 : 200).end();
    });
    const answer = await fetchPage(site, {
      ...OPTIONS,
      etag: '"7"',
      lastModified: 'Mon, 05 May 2031 00:00:00 GMT',
    });
    expect(answer).toEqual({ kind: 'unchanged', moved: null });
  });
});

describe('a request fails in one line', () => {
  const failures: readonly (readonly [string, RequestListener, Partial<RequestOptions>, RegExp])[] =
    [
      [
        'for a page that is not there',
        (_, response) => response.writeHead(404).end(),
        {},
        /answered 404 Not Found$/,
      ],
      [
        'for a broken server',
        (_, response) => response.writeHead(503).end('x'),
        {},
        /answered 503 Service Unavailable$/,
      ],
      [
        'for a reason that has no end',
        (_, response) => response.writeHead(503, `No ${'x'.repeat(9000)}`).end(),
        {},
        /answered 503 No x{76}…$/,
      ],
      [
        'for redirects in a circle',
        (_, response) => response.writeHead(302, { location: '/' }).end(),
        {},
        /more than 5 redirects$/,
      ],
      [
        'for a redirect to a file',
        (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
        {},
        /redirected to file:\/\/\/etc\/passwd, which is no web address$/,
      ],
      ['for no answer', () => undefined, { timeout: 80 }, /no answer within 1 s$/],
      [
        'for an answer that stops halfway',
        (_, response) => response.writeHead(200).write('half'),
        { timeout: 150 },
        /no answer within 1 s$/,
      ],
      [
        'for a length over the limit',
        (_, response) => response.end('x'.repeat(99)),
        { limit: 50 },
        /larger than 1 MiB$/,
      ],
      [
        'for a packed body that grows over the limit',
        (_, response) => {
          response.writeHead(200, { 'content-encoding': 'gzip' });
          response.end(gzipSync('x'.repeat(5_000_000)));
        },
        { limit: 1_048_576 },
        /larger than 1 MiB$/,
      ],
      [
        'for a broken packing',
        (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
        {},
        /: \S/,
      ],
      [
        'for a connection broken off',
        (request) => request.socket.destroy(),
        {},
        /the connection was broken off$/,
      ],
    ];

  test.for(failures)('%s', async ([, answer, options, said]) => {
    const site = await answering(answer);
    const failure = fetchPage(site, { ...OPTIONS, ...options });
    await expect(failure).rejects.toMatchObject({
      name: 'NewsprintError',
      message: expect.stringMatching(said),
    });
    await expect(failure).rejects.toMatchObject({ message: expect.stringMatching(/^http:.*$/) });
  });

  test('for a host that is not there, and a port nobody listens on', async () => {
    await expect(fetchPage('http://no-such-host.invalid/', OPTIONS)).rejects.toThrow(/host/);
    const site = await answering(() => undefined);
    const port = Number(new URL(site).port);
    const free = await freePort();
    expect(free).not.toBe(port);
    await expect(fetchPage(`http://127.0.0.1:${free}`, OPTIONS)).rejects.toThrow(/refused$/);
  });

  test.for(['file:///etc/passwd', 'ftp://x.example/', 'javascript:alert(1)', 'nothing', ''])(
    'for %j, which is no web address',
    async (url) => {
      await expect(fetchPage(url, OPTIONS)).rejects.toMatchObject({ code: 'usage' });
    },
  );

  test('that says it was broken off, where the user broke it off', async () => {
    const site = await answering(() => control.abort());
    const control = new AbortController();
    const failure = fetchPage(site, { ...OPTIONS, signal: control.signal });
    await expect(failure).rejects.toMatchObject({ code: 'interrupted' });
  });
});

describe('redirects', () => {
  test.for([
    [[301, 308, 302, 301], '/2'],
    [[302, 301], null],
    [[], null],
  ] as const)('of the statuses %j lead for good to %s', async ([statuses, moved]) => {
    const site = await answering((asked, response) => {
      const at = Number(asked.url?.slice(1));
      const status = statuses[at];
      if (status === undefined) response.end('x');
      else response.writeHead(status, { location: `/${at + 1}` }).end();
    });
    const answer = await request(`${site}/0`, OPTIONS);
    expect(answer).toMatchObject({ kind: 'page', moved: moved && site + moved });
  });

  test('take no login to another server', async () => {
    const logins: (string | undefined)[] = [];
    const other = await answering((asked, response) => {
      logins.push(asked.headers.authorization);
      response.end('x');
    });
    const site = await answering((asked, response) => {
      logins.push(asked.headers.authorization);
      response.writeHead(301, { location: asked.url === '/1' ? '/2' : `${other}/` }).end();
    });
    const answer = await request(`${site.replace('//', '//me:p%40ss@')}/1`, OPTIONS);
    const login = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    expect(logins).toEqual([login, login, undefined]);
    expect(answer).toMatchObject({ kind: 'page', url: `${other}/`, moved: `${other}/` });
  });
});

test('A refusal says what it was, and when to ask again', async () => {
  const site = await answering((_request, response) => {
    response.writeHead(503, { 'retry-after': '120' }).end();
  });
  expect(await request(site.replace('//', '//me:secret@'), OPTIONS)).toEqual({
    kind: 'refused',
    url: `${site}/`,
    status: 503,
    message: 'the server answered 503 Service Unavailable',
    retryAfter: '120',
  });
});

test.for([25, 6667])('Port %i of another protocol is not asked', async (port) => {
  const said = `http://127.0.0.1:${port}/: port ${port} is not the web's`;
  await expect(request(`http://127.0.0.1:${port}/`, OPTIONS)).rejects.toThrow(said);
});

test('No message names a password', async () => {
  const failure = await request('http://me:secret@127.0.0.1:1/', OPTIONS).catch(String);
  expect(failure).toContain('http://127.0.0.1:1/');
  expect(failure).not.toContain('secret');
});

test('a server of another kind is said to be none of the web, in one line', async () => {
  const site = await answering((_request, response) => response.end());
  const secure = site.replace('http:', 'https:');
  await expect(textOf(secure)).rejects.toThrow(`${secure}/: TLS: wrong version number`);
  const port = await listen(createNetServer((socket) => socket.end('garbage')));
  const url = `http://127.0.0.1:${port}/`;
  await expect(textOf(url)).rejects.toThrow(`${url}: what answers there is no web server`);
});
