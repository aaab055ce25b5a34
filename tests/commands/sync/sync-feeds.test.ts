// Feeds and folders, here and at a server.

import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveMiniflux } from '../../support/web/miniflux.ts';
import { type Machine, machine } from '../../support/web/syncing.ts';

async function prepare() {
  const server = await serveMiniflux();
  const one = server.addFeed('https://north.test/1', 'One', 'World');
  const two = server.addFeed('https://north.test/2', 'Two');
  server.addEntry(one, 'a');
  const own = await machine(server.url);
  await own.sync();
  return { server, one, two, own };
}

/** As the library has them: title and folders by address. */
async function feedsOf({ callHere }: Machine): Promise<unknown> {
  const { stdout } = await callHere(['feeds', '--json=url,title,folders']);
  const rows: readonly { url: string; title: string; folders: string[] }[] = JSON.parse(stdout);
  return Object.fromEntries(rows.map(({ url, title, folders }) => [url, [title, ...folders]]));
}

function feedsAt({ feeds }: Awaited<ReturnType<typeof serveMiniflux>>): unknown {
  const of = (title: string): readonly string[] => (title === 'All' ? [] : [title]);
  return Object.fromEntries(
    feeds.map(({ feed_url, title, category }) => [feed_url, [title, ...of(category.title)]]),
  );
}

test('What is named, moved, followed and let go at the server is so here', async () => {
  const { server, one, two, own } = await prepare();
  one.title = 'The one';
  one.category = server.category('News/Tech');
  server.feeds.splice(server.feeds.indexOf(two), 1);
  server.addFeed('https://north.test/3', 'Three', 'News/Tech');
  await own.sync();
  expect(await feedsOf(own)).toEqual(feedsAt(server));
  expect(await feedsOf(own)).toEqual({
    'https://north.test/1': ['The one', 'News/Tech'],
    'https://north.test/3': ['Three', 'News/Tech'],
  });
  expect(await own.list()).toHaveLength(1);
});

test('What is named, moved, followed and let go here is so at the server', async () => {
  const { server, own } = await prepare();
  const rename = ['feeds', 'add', 'https://north.test/1', '--title', 'Mine', '--folder', 'A/B'];
  await own.callHere(rename);
  await own.callHere(['feeds', 'remove', 'https://north.test/2']);
  const third =
    '<outline type="rss" text="Three" xmlUrl="https://north.test/3" newsprint:server="miniflux"/>';
  writeFileSync(
    join(own.root, 'subscriptions.opml'),
    own.opml().replace('</body>', `${third}</body>`),
  );
  await own.sync();
  expect(feedsAt(server)).toEqual({
    'https://north.test/1': ['Mine', 'A/B'],
    'https://north.test/3': ['Three'],
  });
  const before = own.opml();
  server.takeAsked();
  await own.sync();
  expect(server.takeAsked()).toHaveLength(2);
  expect(own.opml()).toBe(before);
  expect(await own.list()).toHaveLength(1);
});

test('A name of ours goes before one of the server’s, whoever came first', async () => {
  const { server, one, own } = await prepare();
  one.title = 'Theirs';
  await own.callHere(['feeds', 'add', 'https://north.test/1', '--title', 'Ours']);
  await own.sync();
  await own.sync();
  expect(one.title).toBe('Ours');
  one.title = 'Theirs again';
  await own.sync();
  expect(await feedsOf(own)).toEqual(feedsAt(server));
  expect(one.title).toBe('Theirs again');
});

test('A feed that is followed with --server is followed there', async () => {
  const { server, own } = await prepare();
  const { code, stderr } = await own.callHere([
    'feeds',
    'add',
    'https://north.test/1',
    '--server',
    'x',
  ]);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: "newsprint: no server 'x'\nthere is: miniflux\n",
  });
  await own.callHere(['sync', 'remove', 'miniflux']);
  await own.callHere(['sync', 'add', 'miniflux', server.url]);
  server.feeds.splice(0, 1);
  await own.callHere(['feeds', 'add', 'https://north.test/1', '--server', 'miniflux']);
  await own.sync();
  expect(feedsAt(server)).toMatchObject({ 'https://north.test/1': ['One', 'World'] });
  expect(own.opml().match(/newsprint:server/g)).toHaveLength(1);
});

test('A file that went, or is broken, lets no feed go at the server', async () => {
  const { server, own } = await prepare();
  const path = join(own.root, 'subscriptions.opml');
  const [before, there] = [own.opml(), JSON.stringify(server.feeds)];
  writeFileSync(path, before.replace('</opml>', ''));
  const broken = await own.callHere(['sync']);
  expect(broken).toMatchObject({ code: 1, stderr: expect.stringContaining('subscriptions.opml') });
  writeFileSync(path, before);
  renameSync(path, `${path}.old`);
  await own.sync();
  expect(JSON.stringify(server.feeds)).toBe(there);
  expect(await feedsOf(own)).toEqual(feedsAt(server));
});

test('A folder of thousands of names is sixteen deep here, and stays as it is there', async () => {
  const { server, one, own } = await prepare();
  one.category = server.category('a/'.repeat(2000));
  await own.sync();
  const path = Array(16).fill('a').join('/');
  expect(await feedsOf(own)).toMatchObject({ 'https://north.test/1': ['One', path] });
  const before = own.opml();
  server.takeAsked();
  await own.sync();
  expect(server.takeAsked()).toEqual(['GET /v1/feeds', 'GET /v1/entries']);
  expect(own.opml()).toBe(before);
  await own.callHere(['feeds', 'remove', 'https://north.test/1']);
  expect(own.opml()).not.toContain('https://north.test/1"');
});

test('A feed that moved at the server keeps its articles', async () => {
  const { one, own } = await prepare();
  one.feed_url = 'https://north.test/moved';
  await own.sync();
  expect(own.opml()).toContain('xmlUrl="https://north.test/moved"');
  expect(own.opml()).toContain('newsprint:id="https://north.test/1"');
  const { stdout } = await own.callHere(['list', '-f', 'ids', 'feed:"https://north.test/1"']);
  expect(stdout.trim().split('\n')).toHaveLength(1);
});

test('Articles of a feed that has no name here are from what the server calls it', async () => {
  const server = await serveMiniflux();
  server.addEntry(server.addFeed('https://north.test/1', 'One'), 'a');
  const own = await machine(server.url);
  const opml = '<opml><body><outline xmlUrl="https://north.test/1"/></body></opml>';
  writeFileSync(join(own.root, 'subscriptions.opml'), opml);
  await own.sync();
  const { stdout } = await own.callHere(['list', '--json=source']);
  expect(JSON.parse(stdout)).toEqual([{ source: 'One' }]);
  expect(own.opml()).toBe(opml);
});
