// What servers do to a fetch: moves, pauses, refusals, and answers that would hurt.

import type { RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { library, opml as opmlOf, rss } from '../../support/web/following.ts';
import { answering, listen } from '../../support/web/listen.ts';
import { serve } from '../../support/web/web-server.ts';

const NOW = new Date('2031-05-05T12:00:00Z');
const MINUTE = 60_000;
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * MINUTE);

test('A feed that moved for good is followed at its new address, and brings nothing twice', async () => {
  const { url, asked } = await serve({
    '/a': { status: 301, headers: { location: '/b' } },
    '/b': { status: 308, headers: { location: '/c' } },
    '/c': { body: rss([{ guid: '1' }, { title: 'Rain', guid: '2', link: 'https://n.test/2' }]) },
  });
  const { fetch, subscriptions, files } = library([[`${url}/a`, 'title="My feed"']]);
  expect(await fetch()).toEqual(['1 feed, 2 new']);
  expect(subscriptions()).toContain(`xmlUrl="${url}/c"`);
  expect(subscriptions()).toContain('title="My feed"');
  expect(await fetch()).toEqual(['1 feed, 0 new']);
  expect(asked).toEqual(['/a', '/b', '/c', '/c']);
  expect(files()).toHaveLength(2);
});

test.each([
  ['only for now', { status: 302, headers: { location: '/b' } }, {}],
  ['to what is no feed', { status: 301, headers: { location: '/b' } }, { body: '<p>Hello' }],
])('A feed that moved %s keeps its address', async (_, moved, target) => {
  const { url } = await serve({
    '/a': moved,
    '/b': { body: rss([{}]), ...target },
    '/d': { body: rss([{}]) },
  });
  const feeds = ['/a', '/d'].map((path) => [`${url}${path}`, 'title="Mine"'] as const);
  const { fetch, subscriptions } = library(feeds);
  await fetch();
  expect(subscriptions()).toBe(opmlOf(feeds));
});

test('A feed that moved to where another is followed is one with that, and a line says so', async () => {
  const { url } = await serve({
    '/a': { status: 301, headers: { location: '/d' } },
    '/b': { status: 301, headers: { location: '/e' } },
    '/c': { status: 301, headers: { location: '/e' } },
    '/d': { body: rss([{ link: 'https://north.test/1' }]) },
    '/e': { body: rss([{ title: 'Rain', link: 'https://north.test/2' }]) },
  });
  const { fetch, subscriptions } = library(['/a', '/b', '/c', '/d'].map((path) => url + path));
  expect(await fetch()).toEqual([
    '4 feeds, 2 new',
    `${url}/a has moved to ${url}/d: followed as one feed now`,
    `${url}/c has moved to ${url}/e: followed as one feed now`,
  ]);
  const followed = subscriptions().match(/(?<=xmlUrl=")[^"]*/g);
  expect(followed).toEqual([`${url}/e`, `${url}/d`]);
  expect(await fetch()).toEqual(['2 feeds, 0 new']);
});

test('A feed without a title gets its own, and keeps the one it was given', async () => {
  const { url } = await serve({
    '/a': { body: rss([{}], 'The <b>North</b> & "more"') },
    '/b': { status: 301, headers: { location: '/c' } },
    '/c': { body: rss([{ guid: '2' }], 'Moved') },
    '/d': { body: rss([{ guid: '3' }], 'Another') },
  });
  const { fetch, subscriptions } = library([`${url}/a`, `${url}/b`, [`${url}/d`, 'title="Mine"']]);
  await fetch();
  expect(
    subscriptions()
      .match(/ title="[^"]*"/g)
      ?.sort(),
  ).toEqual([' title="Mine"', ' title="Moved"', expect.stringContaining('North')]);
  expect(subscriptions()).toContain(`xmlUrl="${url}/c"`);
});

test('A file of subscriptions that cannot be changed is no failure of a fetch', async () => {
  const { url } = await serve({ '/a': { body: rss([{}]) } });
  const { fetch, follow, subscriptions } = library([]);
  follow([[`${url}/a`, 'description="a & b"']]);
  const before = subscriptions();
  expect(await fetch()).toEqual(['1 feed, 1 new']);
  expect(subscriptions()).toBe(before);
});

test('A feed that is gone is named with the way out, then left alone', async () => {
  const { url, asked } = await serve({ '/a': { status: 410 } });
  const { fetch } = library([`${url}/a`]);
  const line = `${url}/a: gone for good: the server answered 410 Gone`;
  expect(await fetch({ now: NOW })).toEqual(['1 feed, 0 new, 1 gone', line]);
  expect(await fetch({ now: later(60) })).toEqual(['1 feed, 0 new, 1 resting']);
  expect(asked).toHaveLength(1);
  expect(await fetch({ now: later(60), isForced: true })).toEqual(['1 feed, 0 new, 1 gone', line]);
});

test('A feed that keeps failing rests longer each time, and not at all once it is well', async () => {
  const answers: Record<string, { status?: number; body?: string }> = { '/a': { status: 500 } };
  const { url, asked } = await serve(answers);
  const { fetch } = library([`${url}/a`]);
  await fetch({ now: NOW });
  await fetch({ now: later(1) });
  expect(asked).toHaveLength(2);
  expect(await fetch({ now: later(5) })).toEqual(['1 feed, 0 new, 1 resting']);
  await fetch({ now: later(12) });
  expect(await fetch({ now: later(25) })).toEqual(['1 feed, 0 new, 1 resting']);
  expect(asked).toHaveLength(3);
  answers['/a'] = { body: rss([{}]) };
  expect(await fetch({ now: later(40) })).toEqual(['1 feed, 1 new']);
  answers['/a'] = { status: 500 };
  await fetch({ now: later(41) });
  await fetch({ now: later(42) });
  expect(asked).toHaveLength(6);
});

test.each([
  ['503', '120', 1, 3],
  ['429', 'Mon, 05 May 2031 12:02:00 GMT', 1, 3],
  ['503', '99999999999', 23 * 60, 25 * 60],
])(
  'A server that answers %s with Retry-After %s is asked when it says',
  async (status, value, early, due) => {
    const { url, asked } = await serve({
      '/a': { status: Number(status), headers: { 'retry-after': value } },
    });
    const { fetch } = library([`${url}/a`]);
    await fetch({ now: NOW });
    expect(await fetch({ now: later(early) })).toEqual(['1 feed, 0 new, 1 resting']);
    expect(asked).toHaveLength(1);
    await fetch({ now: later(due) });
    expect(asked).toHaveLength(2);
  },
);

test('A server that is asked too much is asked for no other feed of the fetch', async () => {
  const { url, asked } = await serve({
    '/0': { status: 429, headers: { 'retry-after': '60' } },
    '/1': { status: 429, headers: { 'retry-after': '60' } },
  });
  const { fetch } = library(Array.from({ length: 9 }, (_, at) => `${url}/${at}`));
  const [summary] = await fetch({ now: NOW });
  expect(summary).toBe('9 feeds, 0 new, 2 failed, 7 resting');
  expect(asked).toHaveLength(2);
});

test('At most eight requests are under way, and two at one host', async () => {
  const counts = { all: 0, most: 0, mostOfOne: 0 };
  const { url: other } = await serve({ '/': { body: 'x' } });
  let fill = (): void => {};
  const full = new Promise<void>((resolve) => {
    fill = resolve;
  }).then(() => askOften(other));
  const hosts = await Promise.all(
    Array.from({ length: 6 }, (_, at) => {
      let own = 0;
      return serveAt(`127.0.0.${at + 2}`, async (_request, response) => {
        counts.all += 1;
        own += 1;
        counts.most = Math.max(counts.most, counts.all);
        counts.mostOfOne = Math.max(counts.mostOfOne, own);
        if (counts.all === 8) fill();
        await full;
        counts.all -= 1;
        own -= 1;
        response.end(rss([]));
      });
    }),
  );
  const { fetch } = library(hosts.flatMap((url) => ['a', 'b', 'c', 'd'].map((n) => url + n)));
  expect(await fetch()).toEqual(['24 feeds, 0 new']);
  expect(counts).toEqual({ all: 0, most: 8, mostOfOne: 2 });
});

/** Asks one request after another: so long that one more of another's would have arrived. */
async function askOften(url: string): Promise<void> {
  for (let nth = 0; nth < 20; nth += 1) await (await fetch(url)).text();
}

/** A server on an address of this machine. */
async function serveAt(address: string, answer: RequestListener): Promise<string> {
  return `${await answering(answer, address)}/`;
}

const BOMB = gzipSync(Buffer.alloc(11 * 1024 * 1024, 0x20));
const ENTRY = rss([{}]).split('</channel>')[0] ?? '';

test.each<[string, string, RequestListener]>([
  [
    'never ends',
    'larger than 10 MiB',
    (_, response) => {
      response.writeHead(200).write(ENTRY);
      const more = () => {
        while (!response.destroyed && response.write('<item><title>x</title></item>'.repeat(4000)));
      };
      response.on('drain', more).on('error', () => {});
      more();
    },
  ],
  [
    'unpacks without end',
    'larger than 10 MiB',
    (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB);
    },
  ],
  [
    'says a wrong length',
    'broken off',
    (_, response) => {
      response.writeHead(200, { 'content-length': '100000' }).write(ENTRY);
      setTimeout(() => response.destroy(), 20);
    },
  ],
  [
    'is packed and is not',
    'cannot be unpacked',
    (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip at all');
    },
  ],
  ['hangs up', 'broken off', (request) => void request.socket.destroy()],
  [
    'leads round in a circle',
    'redirects',
    (_, response) => {
      response.writeHead(301, { location: '/' }).end();
    },
  ],
])('A feed that %s is named, and the others are read', async (_, message, answer) => {
  const bad = await serveAt('127.0.0.2', answer);
  const { url } = await serve({ '/b': { body: rss([{}]) } });
  const { fetch } = library([bad, `${url}/b`]);
  const [summary, line] = await fetch();
  expect(summary).toBe('2 feeds, 1 new, 1 failed');
  expect(line).toContain(`${bad}: `);
  expect(line).toContain(message);
});

test('A feed that comes a drop at a time is given up', async () => {
  const bad = await serveAt('127.0.0.2', (_, response) => {
    response.writeHead(200).write(ENTRY);
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  });
  const [summary, line] = await library([bad]).fetch({ timeout: 400 });
  expect(summary).toBe('1 feed, 0 new, 1 failed');
  expect(line).toContain('no answer within');
});

test('Broken TLS is named', async () => {
  const port = await listen(createTlsServer({}));
  const { fetch } = library([`https://127.0.0.1:${port}/`]);
  const [summary, line] = await fetch();
  expect(summary).toBe('1 feed, 0 new, 1 failed');
  expect(line).toContain('TLS');
});

test('A login is sent, and never shown', async () => {
  const { url } = await serve({
    '/a': ({ authorization }) =>
      authorization === undefined ? { status: 401 } : { body: rss([{}]) },
    '/b': { status: 403 },
  });
  const secret = url.replace('//', '//me:secret@');
  const { fetch, read, files } = library([`${secret}/a`, `${secret}/b`]);
  const [summary, line] = await fetch();
  expect(summary).toBe('2 feeds, 1 new, 1 failed');
  expect(line).toBe(`${url}/b: the server answered 403 Forbidden`);
  expect(read(files()[0] ?? '')).not.toContain('secret');
});
