// Answers of a server that are none: what it does not say is neither gone nor read.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Miniflux, serveMiniflux } from '../../support/web/miniflux.ts';
import { type Machine, machine } from '../../support/web/syncing.ts';

/** A server with two feeds and entries that are read, starred and neither, and a machine that has them. */
async function prepare(kind: 'miniflux' | 'greader') {
  const server = await serveMiniflux();
  const feed = server.addFeed('https://north.test/feed', 'North', 'World');
  server.addFeed('https://north.test/2', 'Two');
  const [a, b] = [...'abcd'].map((name) => server.addEntry(feed, name));
  if (a === undefined || b === undefined) throw new Error('none');
  server.phone(a, { status: 'read' });
  server.phone(b, { starred: true });
  const own = await machine(server.url, {}, kind);
  await own.sync();
  await own.callHere(['feeds', 'add', 'https://north.test/2', '--keep', '30d', '--tag', 'sea']);
  server.pass(5000);
  return { server, own, feed };
}

async function expectRefused(
  { server, own }: { readonly server: Miniflux; readonly own: Machine },
  path: RegExp,
  text: string,
  message: string,
): Promise<void> {
  const before = [own.opml(), await own.marks()];
  server.events.instead = (line) => (path.test(line) ? text : undefined);
  const { code, stderr } = await own.callHere(['sync']);
  server.events.instead = () => undefined;
  expect(stderr).toContain(`: ${server.url}: it answered with ${message}`);
  expect(stderr).toContain('\nit may be down for a while');
  expect([code, own.opml(), await own.marks()]).toEqual([1, ...before]);
}

const PAGE = '<html>maintenance</html>';

test('Of feeds that a server does not list none goes', async () => {
  const prepared = await prepare('miniflux');
  const feeds = /GET \/v1\/feeds/;
  await expectRefused(prepared, feeds, PAGE, 'a web page');
  for (const text of ['[{"id":10,', '{"error_message":"database is down"}', '[{}]', '']) {
    await expectRefused(prepared, feeds, text, 'no list of feeds');
  }
  const other = await prepare('greader');
  await expectRefused(other, /subscription\/list/, PAGE, 'a web page');
  await expectRefused(other, /subscription\/list/, '[]', 'no list of feeds');
});

test('Of several feeds that are all gone from a server’s list none goes here', async () => {
  const { server, own } = await prepare('miniflux');
  const [before, feeds] = [own.opml(), server.feeds.splice(0)];
  const { code, stderr } = await own.callHere(['sync']);
  expect([code, own.opml()]).toEqual([1, before]);
  expect(stderr).toContain(
    'newsprint: miniflux: the server has none of its 2 feeds any more: they stay here\nnewsprint feeds remove',
  );
  server.feeds.push(...feeds);
  expect((await own.callHere(['sync'])).code).toBe(0);
  expect(own.opml()).toBe(before);
  server.feeds.splice(0);
  await own.callHere(['feeds', 'remove', 'https://north.test/feed', 'https://north.test/2']);
  expect((await own.callHere(['sync'])).code).toBe(0);
});

test('What a server does not list is neither read nor without its star or tag', async () => {
  const prepared = await prepare('greader');
  const { server, own } = prepared;
  server.labels.set('Later', new Set(server.entries.slice(2).map(({ id }) => id)));
  await own.sync();
  for (const path of [/ids.*xt=/, /ids.*starred/, /ids.*reading-list/, /ids.*Later/, /tag\/list/]) {
    await expectRefused(prepared, path, PAGE, 'a web page');
    await expectRefused(prepared, path, '{"itemRefs":[{"id":"1', 'no list of');
    await expectRefused(prepared, path, '{"itemRefs":null}', 'no list of');
  }
  server.listing.most = 2;
  await expectRefused(prepared, /ids.*xt=.*c=/, '{}', 'no list of entries');
  expect(await own.list(['tag:later'])).toHaveLength(2);
  // As Inoreader says that there are none.
  server.events.instead = (line) => (/ids.*starred/.test(line) ? '{"items":[]}' : undefined);
  expect(await own.sync()).toBe('newsprint: greader: 0 new, 1 mark taken in, 0 sent');
});

test('What a server did not say it is asked for the next time', async () => {
  const prepared = await prepare('miniflux');
  const { server, own, feed } = prepared;
  await own.sync();
  server.addEntry(feed, 'e');
  server.pass(5000);
  await expectRefused(prepared, /GET \/v1\/entries/, '{"total":1}', 'no list of entries');
  expect(await own.sync()).toBe('newsprint: miniflux: 1 new, 0 marks taken in, 0 sent');
});

test('A date of another time is no time that everything is told until', async () => {
  const { server, own, feed } = await prepare('miniflux');
  server.events.date = 'Fri, 01 Jan 2100 00:00:00 GMT';
  await own.sync();
  server.events.date = '';
  server.addEntry(feed, 'e');
  expect(await own.sync()).toBe('newsprint: miniflux: 1 new, 0 marks taken in, 0 sent');
});

test('What a server answers with a page was not taken by it', async () => {
  for (const [kind, path] of [
    ['miniflux', /PUT/],
    ['greader', /edit-tag/],
  ] as const) {
    const prepared = await prepare(kind);
    await prepared.own.mark('c', '--read');
    await expectRefused(prepared, path, PAGE, 'a web page');
    expect(await prepared.own.sync()).toBe(`newsprint: ${kind}: 0 new, 0 marks taken in, 1 sent`);
    expect(await prepared.own.marks()).toEqual(prepared.server.marks());
  }
});

test('A feed that a server does not say it follows is followed the next time', async () => {
  const { server, own } = await prepare('miniflux');
  const third = '<outline xmlUrl="https://north.test/3" newsprint:server="miniflux"/>';
  const before = own.opml().replace('</body>', `${third}</body>`);
  writeFileSync(join(own.root, 'subscriptions.opml'), before);
  server.events.instead = (line) => (/POST \/v1\/feeds/.test(line) ? '{}' : undefined);
  const { code, stderr } = await own.callHere(['sync']);
  expect([code, stderr]).toEqual([1, expect.stringContaining('it does not say what it made')]);
  server.events.instead = () => undefined;
  expect((await own.callHere(['sync'])).code).toBe(0);
  expect(own.opml()).toBe(before);
  expect(server.feeds.map(({ feed_url }) => feed_url)).toContain('https://north.test/3');
});
