// One state with a server: articles and marks, whoever reads where.

import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../../support/library/temporary-library.ts';
import { page } from '../../support/web/adding.ts';
import { opml, rss } from '../../support/web/following.ts';
import { serveMiniflux } from '../../support/web/miniflux.ts';
import { machine } from '../../support/web/syncing.ts';
import { serve } from '../../support/web/web-server.ts';

/** A server with a feed of three entries, and a machine that has them. */
async function prepare(options: Parameters<typeof serveMiniflux>[0] = {}) {
  const server = await serveMiniflux(options);
  const feed = server.addFeed('https://north.test/feed', 'North', 'World/Europe');
  const [a, b, c] = [...'abc'].map((name) => server.addEntry(feed, name));
  if (a === undefined || b === undefined || c === undefined) throw new Error('none');
  const own = await machine(server.url);
  return { server, feed, a, b, c, own };
}

/** All files of a library, as bytes. */
function filesIn(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true });
  const paths = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'latin1')]));
}

test('A first sync brings feeds in their folders, articles and marks, a second changes nothing', async () => {
  const { server, own, a, b } = await prepare();
  server.phone(a, { status: 'read' });
  server.phone(b, { starred: true });
  server.takeAsked();
  expect(await own.sync()).toBe('newsprint: miniflux: 3 new, 2 marks taken in, 0 sent');
  expect(server.takeAsked()).toEqual(['GET /v1/feeds', 'GET /v1/entries']);
  expect(await own.marks()).toEqual(server.marks());
  const { stdout } = await own.callHere(['feeds', '--json=url,title,folders']);
  expect(JSON.parse(stdout)).toEqual([
    { url: 'https://north.test/feed', title: 'North', folders: ['World/Europe'] },
  ]);
  const shown = await own.callHere(['show', await own.id('c')]);
  expect(shown.stdout).toContain('By Ada Li');
  expect(shown.stdout).toContain('What c has to say');
  const [before, there] = [filesIn(own.root), JSON.stringify(server.entries)];
  expect(await own.sync()).toBe('newsprint: miniflux: 0 new, 0 marks taken in, 0 sent');
  expect(server.takeAsked()).toEqual(['GET /v1/feeds', 'GET /v1/entries']);
  expect(filesIn(own.root)).toEqual(before);
  expect(JSON.stringify(server.entries)).toBe(there);
});

test('What was an excerpt stays as it is where a server has the same text', async () => {
  const { server, feed, own, ...entries } = await prepare();
  const items = [entries.a, entries.b, entries.c].map(({ title, guid, url: link }) => {
    const text = `<p>What ${title} has to say is said in these words, and in no others.</p>`;
    return { title, guid, link, text };
  });
  const more = '<category>Sea</category><author>Ada Li</author></item>';
  const { url } = await serve({
    '/feed': { body: rss(items, 'North').replaceAll('</item>', more) },
  });
  feed.feed_url = `${url}/feed`;
  writeFiles(own.root, { 'subscriptions.opml': opml([feed.feed_url]) });
  const { stderr } = await own.callHere(['fetch']);
  const synced = 'newsprint: miniflux: 0 new, 0 marks taken in, 0 sent\n';
  expect(stderr).toBe(`newsprint: 1 feed, 3 new\n${synced}`);
  for (const path of own.files()) expect(own.read(path)).toContain('excerpt: true');
});

test('Marks go both ways, and are no step for undo', async () => {
  const { server, own, a } = await prepare();
  await own.sync();
  await own.mark('b', '--read');
  await own.mark('c', '--star');
  server.pass(5000);
  server.phone(a, { status: 'read', starred: true });
  expect(await own.sync()).toBe('newsprint: miniflux: 0 new, 2 marks taken in, 2 sent');
  expect(server.marks()).toMatchObject({
    'https://north.test/a': { read: true, starred: true },
    'https://north.test/b': { read: true, starred: false },
    'https://north.test/c': { read: false, starred: true },
  });
  expect(await own.marks()).toEqual(server.marks());
  expect(await own.sync()).toBe('newsprint: miniflux: 0 new, 0 marks taken in, 0 sent');
  const { stderr } = await own.callHere(['undo']);
  expect(stderr).toContain('without its star');
  await own.sync();
  expect(server.marks()['https://north.test/c']).toEqual({ read: false, starred: false });
  const journals = readdirSync(join(own.root, '.newsprint/state'));
  expect(journals.filter((name) => name.endsWith('-miniflux.jsonl'))).toHaveLength(1);
});

// Each has a server and a machine of its own, and waits for a clock.
describe.concurrent('Of two marks the later counts', () => {
  test.for([0, 3_600_000, -3_600_000])('with a server’s clock %d ms ahead', async (ahead) => {
    const { server, own, a, b } = await prepare({ ahead });
    await own.sync();
    await own.mark('a', '--read');
    await own.mark('a', '--unread');
    await own.mark('b', '--read');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    // Later than ours, and earlier than the next of ours.
    server.phone(a, { status: 'read' });
    server.phone(b, { status: 'read' });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await own.mark('b', '--unread');
    await own.sync();
    expect(server.marks()).toMatchObject({
      'https://north.test/a': { read: true },
      'https://north.test/b': { read: false },
    });
    expect(await own.marks()).toEqual(server.marks());
  });
});

test('Before 2.3.2 a star is looked at before it is toggled, later it is set', async () => {
  const old = await prepare();
  await old.own.sync();
  await old.own.mark('a', '--star');
  old.server.phone(old.a, { starred: true });
  // The phone’s star is told with the next pull: only the other is toggled.
  await old.own.mark('b', '--star');
  old.server.takeAsked();
  await old.own.sync();
  expect(old.server.takeAsked().filter((one) => one.endsWith('bookmark'))).toHaveLength(1);
  const { server, own } = await prepare({ version: '2.3.2' });
  await own.sync();
  for (const name of 'abc') await own.mark(name, '--star', '--read');
  server.takeAsked();
  await own.sync();
  expect(server.takeAsked()).toEqual([
    ...['GET /v1/feeds', 'GET /v1/entries', 'PUT /v1/entries', 'PUT /v1/entries'],
  ]);
  for (const one of [server, old.server]) {
    expect(Object.values(one.marks()).filter(({ starred }) => starred).length).toBeGreaterThan(1);
  }
});

test('What was marked at one time comes in pages, each entry once', async () => {
  const { server, own, feed } = await prepare({ cap: 30 });
  for (let at = 0; at < 70; at += 1) server.addEntry(feed, `n${at}`);
  // What came seconds before is told once more.
  server.pass(5000);
  expect(await own.sync()).toContain('73 new');
  const { stdout } = await own.callHere(['list', '-f', 'ids']);
  await own.callHere(['mark', '-', '--read'], stdout);
  server.takeAsked();
  expect(await own.sync()).toContain('73 sent');
  expect(server.takeAsked()).toHaveLength(3);
  const other = await machine(server.url);
  await other.sync();
  expect(await other.marks()).toEqual(server.marks());
  expect(await own.sync()).toBe('newsprint: miniflux: 0 new, 0 marks taken in, 0 sent');
});

test('Two machines and a phone that were offline for a week agree after they sync', async () => {
  const { server, own, feed, a, b } = await prepare();
  const other = await machine(server.url);
  for (const one of [own, other]) await one.sync();
  await own.mark('a', '--read', '--star');
  await other.mark('b', '--read');
  await other.mark('c', '--star');
  server.pass(1000);
  server.phone(b, { starred: true });
  server.phone(a, { status: 'read' });
  server.addEntry(feed, 'd');
  for (const one of [own, other, own, other]) await one.sync();
  expect(await own.marks()).toEqual(server.marks());
  expect(await other.marks()).toEqual(server.marks());
  expect(server.marks()).toEqual({
    'https://north.test/a': { read: true, starred: true },
    'https://north.test/b': { read: true, starred: true },
    'https://north.test/c': { read: false, starred: true },
    'https://north.test/d': { read: false, starred: false },
  });
  for (const one of [own, other]) {
    expect(await one.sync()).toBe('newsprint: miniflux: 0 new, 0 marks taken in, 0 sent');
  }
});

test('Without what was known all is compared once, and nothing is lost or doubled', async () => {
  const { server, own, a } = await prepare();
  await own.sync();
  server.phone(a, { status: 'read' });
  await own.sync();
  await own.mark('b', '--star');
  rmSync(join(own.env.XDG_STATE_HOME, 'newsprint/servers'), { recursive: true });
  const files = own.files();
  expect(await own.sync()).toBe('newsprint: miniflux: 0 new, 0 marks taken in, 1 sent');
  expect(own.files()).toEqual(files);
  expect(await own.marks()).toEqual(server.marks());
  expect(server.marks()['https://north.test/a']).toEqual({ read: true, starred: false });
  expect(await own.sync()).toBe('newsprint: miniflux: 0 new, 0 marks taken in, 0 sent');
});

test('What is removed on one side stays on the other', async () => {
  const { server, own, b } = await prepare();
  await own.sync();
  await own.callHere(['remove', await own.id('a')]);
  // As a server flushes its history.
  b.status = 'removed';
  const there = JSON.stringify(server.entries);
  await own.sync();
  rmSync(join(own.env.XDG_STATE_HOME, 'newsprint/servers'), { recursive: true });
  await own.sync();
  expect(JSON.stringify(server.entries)).toBe(there);
  expect(Object.keys(await own.marks())).toEqual(['https://north.test/b', 'https://north.test/c']);
});

test('An entry whose guid is too long to be kept whole has its marks none the less', async () => {
  const { server, own, feed } = await prepare();
  const url = `https://north.test/${'long-'.repeat(500)}`;
  const long = server.addEntry(feed, 'long', { url, guid: url });
  server.phone(long, { starred: true });
  expect(await own.sync()).toBe('newsprint: miniflux: 4 new, 1 mark taken in, 0 sent');
  expect(await own.marks()).toEqual(server.marks());
});

test('A mark of what the server has no more is no failure', async () => {
  const { server, own, a } = await prepare();
  await own.sync();
  server.entries.splice(server.entries.indexOf(a), 1);
  await own.mark('a', '--read', '--star');
  expect(await own.sync()).toBe('newsprint: miniflux: 0 new, 0 marks taken in, 2 sent');
});

test('An article that was fetched from here is the server’s entry, though only its guid says so', async () => {
  const served = await serve({
    '/feed': { body: rss([{ guid: 'tag:x', link: 'https://north.test/x', title: 'x' }]) },
  });
  const server = await serveMiniflux();
  const own = await machine(server.url);
  writeFiles(own.root, { 'subscriptions.opml': opml([`${served.url}/feed`]) });
  await own.callHere(['fetch']);
  await own.mark('x', '--read');
  const feed = server.addFeed(`${served.url}/feed`, 'North');
  const guid = 'tag:x';
  server.addEntry(feed, 'moved', { guid });
  expect(await own.sync()).toContain('0 new');
  expect(server.marks()['https://north.test/moved']).toEqual({ read: true, starred: false });
  // A feed of our own stays ours.
  expect(own.opml()).not.toContain('newsprint:server');
});

test('`fetch` brings both: feeds from here, and what comes by way of the server', async () => {
  const served = await serve({ '/feed': { body: rss([{ link: 'https://south.test/x' }]) } });
  const { server, own } = await prepare();
  await own.sync();
  await own.callHere(['feeds', 'add', `${served.url}/feed`]);
  const feed = server.feeds[0];
  if (feed !== undefined) server.addEntry(feed, 'd');
  const { code, stderr, stdout } = await own.callHere(['fetch', '-f', 'ids']);
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: 'newsprint: 1 feed, 2 new\nnewsprint: miniflux: 1 new, 0 marks taken in, 0 sent\n',
  });
  expect(stdout.trim().split('\n')).toHaveLength(2);
  server.takeAsked();
  await own.callHere(['fetch', `${served.url}/feed`]);
  expect(server.takeAsked()).toEqual([]);
  await own.callHere(['fetch', 'https://north.test/feed']);
  expect(server.takeAsked()).toHaveLength(2);
});

test('With --full an article comes whole, from its page', async () => {
  const served = await serve({ '/whole': { body: page('Harbour reopens') } });
  const server = await serveMiniflux();
  const feed = server.addFeed(`${served.url}/feed`, 'North');
  const own = await machine(server.url);
  await own.sync();
  await own.callHere(['feeds', 'add', `${served.url}/feed`, '--full']);
  server.addEntry(feed, 'whole', { url: `${served.url}/whole` });
  expect(await own.sync()).toContain('1 new');
  const { stdout } = await own.callHere(['show', await own.id('whole')]);
  expect(stdout).toContain('eleven days after the storm');
  expect(await own.sync()).toBe('newsprint: miniflux: 0 new, 0 marks taken in, 0 sent');
});
