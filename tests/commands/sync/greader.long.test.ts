// One state with a server by Google Reader's API.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { breakOff } from '../../support/web/broken-off.ts';
import { serveMiniflux } from '../../support/web/miniflux.ts';
import { machine } from '../../support/web/syncing.ts';

const NOTHING = 'newsprint: greader: 0 new, 0 marks taken in, 0 sent';

async function prepare() {
  const server = await serveMiniflux();
  const feed = server.addFeed('https://north.test/feed', 'North', 'World');
  const [a, b, c] = [...'abc'].map((name) => server.addEntry(feed, name));
  if (a === undefined || b === undefined || c === undefined) throw new Error('none');
  const own = await machine(server.url, {}, 'greader');
  return { server, feed, a, b, c, own };
}

test('A first sync brings feeds, articles and marks, a second changes nothing', async () => {
  const { server, own, a, b } = await prepare();
  server.phone(a, { status: 'read' });
  server.phone(b, { starred: true });
  expect(await own.sync()).toBe('newsprint: greader: 3 new, 2 marks taken in, 0 sent');
  expect(await own.marks()).toEqual(server.marks());
  expect(own.opml()).toContain('<outline text="World">');
  const shown = await own.callHere(['show', await own.id('c')]);
  expect(shown.stdout).toContain('What c has to say');
  const there = JSON.stringify([server.feeds, server.entries]);
  server.takeAsked();
  expect(await own.sync()).toBe(NOTHING);
  expect(server.takeAsked().length).toBeLessThanOrEqual(6);
  expect(JSON.stringify([server.feeds, server.entries])).toBe(there);
});

test('Marks go both ways; one of ours that was not sent goes before the server’s', async () => {
  const { server, own, a, b } = await prepare();
  await own.sync();
  await own.mark('a', '--read');
  await own.mark('c', '--star');
  server.phone(a, { starred: true });
  server.phone(b, { status: 'read' });
  expect(await own.sync()).toBe('newsprint: greader: 0 new, 2 marks taken in, 2 sent');
  expect(await own.marks()).toEqual(server.marks());
  expect(server.marks()).toEqual({
    'https://north.test/a': { read: true, starred: true },
    'https://north.test/b': { read: true, starred: false },
    'https://north.test/c': { read: false, starred: true },
  });
  server.phone(a, { status: 'unread' });
  expect(await own.sync()).toBe('newsprint: greader: 0 new, 1 mark taken in, 0 sent');
  expect(await own.marks()).toEqual(server.marks());
  expect(await own.sync()).toBe(NOTHING);
});

test('What another device marks meanwhile is not toggled back', async () => {
  const { server, own, a } = await prepare();
  await own.sync();
  await own.mark('a', '--read', '--star');
  server.events.onAsk = (line) => {
    // The last that is asked before marks are sent.
    if (!/starred/.test(line)) return;
    server.events.onAsk = () => {};
    server.phone(a, { status: 'read', starred: true });
  };
  await own.sync();
  expect(server.marks()['https://north.test/a']).toEqual({ read: true, starred: true });
  await own.sync();
  expect(await own.marks()).toEqual(server.marks());
});

test('Hundreds of marks are sent, and what the server deletes stays as it is', async () => {
  const { server, own, feed, a, c } = await prepare();
  for (let at = 0; at < 260; at += 1) server.addEntry(feed, `n${at}`);
  await own.sync();
  const { stdout } = await own.callHere(['list', '-f', 'ids']);
  await own.callHere(['mark', '-', '--read'], stdout);
  server.entries.splice(server.entries.indexOf(a), 1);
  c.status = 'removed';
  expect(await own.sync()).toContain('263 sent');
  expect(Object.values(server.marks()).every(({ read }) => read)).toBe(true);
  expect(await own.list()).toHaveLength(263);
  expect(await own.sync()).toBe(NOTHING);
});

test('Without what was known nothing is lost or doubled', async () => {
  const { server, own, b } = await prepare();
  await own.sync();
  await own.mark('a', '--read');
  server.phone(b, { starred: true });
  rmSync(join(own.env.XDG_STATE_HOME, 'newsprint/servers'), { recursive: true });
  expect(await own.sync()).toBe('newsprint: greader: 0 new, 1 mark taken in, 1 sent');
  expect(await own.marks()).toEqual(server.marks());
  expect(own.files()).toHaveLength(3);
});

test('Feeds are named, moved, followed and let go both ways', async () => {
  const { server, own, feed } = await prepare();
  const other = server.addFeed('https://north.test/2', 'Two');
  await own.sync();
  const change = ['feeds', 'add', 'https://north.test/feed', '--title', 'Mine', '--folder', 'A/B'];
  await own.callHere(change);
  other.title = 'Theirs';
  await own.sync();
  expect([feed.title, feed.category.title]).toEqual(['Mine', 'A/B']);
  expect(own.opml()).toContain('title="Theirs"');
  await own.callHere(['feeds', 'remove', 'https://north.test/feed']);
  await own.sync();
  expect(server.feeds.map(({ title }) => title)).toEqual(['Theirs']);
  server.feeds.splice(0);
  await own.sync();
  expect(own.opml()).not.toContain('xmlUrl');
});

test('What is named or moved here comes back as it was said', async () => {
  const { server, own, feed } = await prepare();
  server.addEntry(feed, 'd', { title: 'Fish & chips, <b>cold</b>' });
  server.addEntry(feed, 'e', { title: '研究＆開発' });
  await own.sync();
  const { stdout } = await own.callHere(['list', '--json=title,tags', 'Fish OR 開発']);
  expect(JSON.parse(stdout)).toEqual([
    { title: 'Fish & chips, <b>cold</b>', tags: ['sea'] },
    { title: '研究＆開発', tags: ['sea'] },
  ]);
  const named = ['--title', 'A/B & C, “D”?', '--folder', 'East/West'];
  await own.callHere(['feeds', 'add', 'https://north.test/feed', ...named]);
  await own.sync();
  expect([feed.title, feed.category.title]).toEqual(['A/B & C, “D”?', 'East/West']);
  const opml = own.opml();
  await own.sync();
  expect(own.opml()).toBe(opml);
  const line = /\n *<outline type="rss".*/.exec(opml)?.[0] ?? '';
  const top = opml.replace(line, '').replace('<body>', `<body>${line}`);
  writeFileSync(join(own.root, 'subscriptions.opml'), top);
  await own.sync();
  expect(feed.category.title).toBe('All');
  await own.sync();
  expect(own.opml()).toBe(top);
});

test('A feed that the server does not follow is named, and the rest goes on', async () => {
  const { server, own } = await prepare();
  await own.sync();
  const gone = '<outline text="Gone" xmlUrl="https://north.test/gone" newsprint:server="greader"/>';
  writeFileSync(
    join(own.root, 'subscriptions.opml'),
    own.opml().replace('</body>', `${gone}</body>`),
  );
  await own.mark('a', '--read');
  expect(await own.sync()).toBe(
    `newsprint: greader: https://north.test/gone: ${server.url}: the server answered 400 Bad Request\nnewsprint: greader: 0 new, 0 marks taken in, 1 sent`,
  );
});

test('Tags that the server has as labels go both ways; others stay here', async () => {
  const { server, own, a, b, c } = await prepare();
  const there = (label: string): readonly string[] =>
    [a, b, c].filter(({ id }) => server.labels.get(label)?.has(id)).map(({ title }) => title);
  const here = async (tag: string) =>
    (await own.list([`tag:${tag}`])).map(({ url }) => url?.at(-1));
  server.labels.set('To Do', new Set([a.id]));
  // A folder is called the same: what is in it is no tag.
  server.labels.set('World', new Set([b.id]));
  expect(await own.sync()).toBe('newsprint: greader: 3 new, 1 mark taken in, 0 sent');
  expect([await here('to-do'), await here('world')]).toEqual([['a'], []]);
  await own.mark('b', '--tag', 'to-do', '--tag', 'secret');
  await own.mark('a', '--untag', 'to-do');
  server.labels.get('To Do')?.add(c.id);
  expect(await own.sync()).toBe('newsprint: greader: 0 new, 1 mark taken in, 2 sent');
  expect([there('To Do'), (await here('to-do')).sort()]).toEqual([
    ['b', 'c'],
    ['b', 'c'],
  ]);
  expect([...server.labels.keys()]).toEqual(['To Do', 'World']);
  expect(await own.sync()).toBe(NOTHING);
  server.labels.delete('To Do');
  expect(await own.sync()).toBe(NOTHING);
  expect((await here('to-do')).sort()).toEqual(['b', 'c']);
});

test('Lists come in several answers; one that does not end changes nothing', async () => {
  const { server, own, a, c } = await prepare();
  server.listing.most = 2;
  server.phone(c, { status: 'read' });
  expect(await own.sync()).toBe('newsprint: greader: 3 new, 1 mark taken in, 0 sent');
  expect(await own.marks()).toEqual(server.marks());
  const before = await own.marks();
  server.listing.isStuck = true;
  server.phone(a, { starred: true });
  expect(await own.sync()).toBe(
    "newsprint: greader: the server's list of entries does not end: it tells the same again",
  );
  expect(await own.marks()).toEqual(before);
});

test('What is left out here is not asked for again', async () => {
  const { server, own } = await prepare();
  await own.sync();
  await own.callHere(['remove', await own.id('a')]);
  rmSync(join(own.env.XDG_STATE_HOME, 'newsprint/servers'), { recursive: true });
  await own.sync();
  server.takeAsked();
  expect(await own.sync()).toBe(NOTHING);
  expect(server.takeAsked()).not.toContain('POST /reader/api/0/stream/items/contents');
});

test('The setting `keep` is the limit of a server’s feeds, whatever answers they come in', async () => {
  const { server, own, feed } = await prepare();
  mkdirSync(join(own.config, 'newsprint'), { recursive: true });
  writeFileSync(join(own.config, 'newsprint/config.toml'), 'keep = "4"\n');
  for (let at = 0; at < 300; at += 1) server.addEntry(feed, `n${at}`);
  await own.sync();
  expect(await own.list()).toHaveLength(4);
  server.takeAsked();
  expect(await own.sync()).toBe(NOTHING);
  expect(server.takeAsked()).not.toContain('POST /reader/api/0/stream/items/contents');
  writeFileSync(join(own.config, 'newsprint/config.toml'), '');
  await own.sync();
  expect((await own.list()).length).toBeGreaterThan(290);
  server.takeAsked();
  expect(await own.sync()).toBe(NOTHING);
  expect(server.takeAsked()).not.toContain('POST /reader/api/0/stream/items/contents');
});

test('Without a user, or with another’s password, it is a line', async () => {
  const { server } = await prepare();
  const own = await machine('', { NEWSPRINT_PASSWORD_GREADER: 'another' });
  const bare = await own.callHere(['sync', 'add', 'greader', server.url]);
  expect(bare).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('needs the name of a user'),
  });
  const add = ['sync', 'add', 'greader', server.url.replace('//', '//ada@')];
  const { code, stderr } = await own.callHere(add);
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: `newsprint: ${server.url}: the server answered 401 Unauthorized\nit does not take the user name or the password\n`,
  });
});

test.for([
  ['the list of what is unread', 5],
  ['the marks', 11],
  ['the tags', 15],
] as const)('Broken off at %s, done or not', async ([, at]) => {
  for (const isAfter of [false, true]) await breakOff('greader', at, isAfter);
});
