// newsboat's own files: the tables of its cache.db as its source makes them (github.com/newsboat/newsboat, src/cache.cpp).
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadEngine } from '../../../src/library/index/tables/engine.ts';
import { temporaryFolder, writeFiles } from '../../support/library/temporary-library.ts';
import { newPlace, runIn, seen } from '../../support/machine/crash.ts';
import { copyWithoutPackages, program, run } from '../../support/machine/run.ts';
import { opml, rss } from '../../support/web/following.ts';
import { serve } from '../../support/web/web-server.ts';
import { listed } from './importing.ts';

const TABLES = `
  CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
    title VARCHAR(1024) NOT NULL);
  CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
    title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
    feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
    unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
    enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,
    base VARCHAR(128) NOT NULL DEFAULT '');
  INSERT INTO rss_feed VALUES ('https://a.test/feed', 'https://a.test/', 'The A');`;

/** newsboat's folder, with so many articles of two feeds that are given, and more. */
function newsboat(sql = ''): string {
  const folder = temporaryFolder();
  const database = loadEngine(process.platform)?.(join(folder, 'cache.db'));
  database?.exec(TABLES);
  database?.exec(sql);
  database?.close();
  writeFiles(folder, {
    urls: 'https://a.test/feed news\n"query:Storms:title =~ \\"storm\\""\n',
    config:
      'auto-reload yes\nreload-time 30\ncolor info white default\nignore-article "*" "title =~ \\"advert\\""\n',
  });
  return folder;
}

const item = (fields: Readonly<Record<string, string | number>>): string => {
  const all = {
    guid: 'g',
    title: 'T',
    author: '',
    url: 'https://a.test/1',
    feedurl: 'https://a.test/feed',
    pubDate: 1_700_000_000,
    content: '<p>Words.</p>',
    unread: 1,
    ...fields,
  };
  const values = Object.values(all).map((value) => `'${String(value).replaceAll("'", "''")}'`);
  return `INSERT INTO rss_item (${Object.keys(all).join(', ')}) VALUES (${values.join(', ')});`;
};

test('newsboat’s folder comes over: articles with their marks, feeds, queries, mutes, settings', async () => {
  const folder = newsboat(
    [
      item({ guid: 'one', title: 'A &amp; b', author: 'Ada Li', unread: 0, flags: 'sT' }),
      item({ guid: 'two', title: 'Plain', url: 'https://a.test/2', pubDate: 1_600_000_000 }),
      item({ guid: 'gone', title: 'Gone', url: 'https://a.test/3', deleted: 1 }),
      item({
        guid: 'x',
        title: 'Heard',
        url: '',
        pubDate: 1_700_000_001,
        feedurl: 'exec:mine',
        enclosure_url: 'https://a.test/x.mp3',
        enclosure_type: 'audio/mpeg',
      }),
    ].join('\n'),
  );
  const place = newPlace({});
  const { code, stdout, stderr } = await runIn(place, ['import', folder], { isHere: true });
  expect(code).toBe(0);
  expect(stdout).toBe('fetch_every = 30\n');
  for (const said of [
    '1 feed added',
    'saved as queries: Storms',
    '3 articles added; 1 read, 1 with a star',
    'muted: title:advert*',
    'not taken over: color (newsprint help config)\n',
  ]) {
    expect(stderr).toContain(said);
  }
  expect(await listed(place)).toMatchObject([
    { title: 'Heard', feed: null, url: null, enclosures: [{ url: 'https://a.test/x.mp3' }] },
    {
      title: 'A & b',
      authors: ['Ada Li'],
      source: 'The A',
      feed: 'https://a.test/feed',
      guid: 'one',
      published: '2023-11-14T22:13:20Z',
      tags: ['news', 'flag-s', 'flag-t'],
      state: { read: true, starred: true },
    },
    { title: 'Plain', words: 1, state: { read: false } },
  ]);
  const followed = await runIn(place, ['feeds', '--json'], { isHere: true });
  expect(JSON.parse(followed.stdout)).toMatchObject([{ title: 'The A', tags: ['news'] }]);
  const before = seen(place);
  const again = await runIn(place, ['import', folder], { isHere: true });
  expect(again.stderr).toContain('3 articles there already');
  expect(again.stderr).toContain('0 feeds added, 1 there already');
  expect(seen(place)).toEqual(before);
  await runIn(place, ['undo'], { isHere: true });
  expect(seen(place)).toEqual([]);
});

test('A database is not changed by being read', async () => {
  const folder = newsboat(item({}));
  const before = readFileSync(join(folder, 'cache.db'));
  await runIn(newPlace({}), ['import', join(folder, 'cache.db')], { isHere: true });
  expect(readFileSync(join(folder, 'cache.db')).equals(before)).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(['cache.db', 'config', 'urls']);
});

test.skipIf(process.platform === 'win32')(
  'A database is read whatever its path has in it',
  async () => {
    const folder = join(temporaryFolder(), '50% a?b#c \\d é');
    renameSync(newsboat(item({ title: 'Found' })), folder);
    const place = newPlace({});
    await runIn(place, ['import', join(folder, 'cache.db')], { isHere: true });
    expect(await listed(place)).toMatchObject([{ title: 'Found' }]);
  },
);

test('A fetch after the import finds what is known, and only what is new is new', async () => {
  const items = [
    {
      title: 'Old',
      guid: 'old',
      date: 'Mon, 19 Jul 2021 10:00:00 +0200',
      link: 'https://a.test/old',
    },
    { title: 'New', guid: 'new', link: 'https://a.test/new' },
  ];
  const { url } = await serve({ '/feed': { body: rss(items) } });
  const feedurl = `${url}/feed`;
  const old = { ...{ guid: 'old', title: 'Old', url: 'https://a.test/old', feedurl, unread: 0 } };
  const content = '<p>The text of Old.</p>';
  const folder = newsboat(
    `INSERT INTO rss_feed VALUES ('${feedurl}', 'https://north.test/', 'Northport News');` +
      item({ ...old, content, pubDate: Date.UTC(2021, 6, 19, 8) / 1000 }),
  );
  const place = newPlace({ 'subscriptions.opml': opml([feedurl]) });
  await runIn(place, ['import', join(folder, 'cache.db')]);
  const { stderr } = await runIn(place, ['fetch']);
  expect(stderr).toBe('newsprint: 1 feed, 1 new\n');
  expect(seen(place)).toMatchObject([
    { id: '2021-07-19-old', read: true },
    { id: '2021-07-19-new', read: false },
  ]);
});

test('Bytes that are not UTF-8 are replaced, and nothing is lost', async () => {
  const bad = "CAST(x'4361669920e9' AS TEXT)";
  const folder = newsboat(
    `${item({ title: 'Whole' })} ${item({ guid: 'h', title: 'bad', url: 'https://a.test/2' })}
      ${item({ guid: 'i', title: 'Elsewhere', url: 'https://a.test/3' })}
      UPDATE rss_item SET title = ${bad}, author = ${bad}, flags = ${bad} WHERE id = 2;
      UPDATE rss_item SET feedurl = ${bad} WHERE id = 3;
      UPDATE rss_feed SET title = ${bad};`,
  );
  const place = newPlace({});
  await runIn(place, ['import', join(folder, 'cache.db')]);
  const rows: readonly { title: string }[] = await listed(place);
  expect(rows.map(({ title }) => title).toSorted()).toEqual([
    'Caf\ufffd \ufffd',
    'Elsewhere',
    'Whole',
  ]);
});

test('An item without guid and address comes once, by the import and by the fetch', async () => {
  const { url } = await serve({
    '/feed': {
      body: rss([
        { title: 'Dated', guid: null, date: 'Mon, 19 Jul 2021 10:00:00 +0200' },
        { title: 'Undated', guid: null, date: null },
      ]),
    },
  });
  const feedurl = `${url}/feed`;
  // As newsboat keeps them: the title for a guid, and when it came for a date.
  const kept = (title: string, pubDate: number) =>
    item({
      guid: title,
      title,
      url: '',
      feedurl,
      pubDate,
      content: `<p>The text of ${title}.</p>`,
    });
  const folder = newsboat(
    kept('Dated', Date.UTC(2021, 6, 19, 8) / 1000) + kept('Undated', 1_700_000_000),
  );
  const place = newPlace({ 'subscriptions.opml': opml([feedurl]) });
  await runIn(place, ['import', join(folder, 'cache.db')]);
  await runIn(place, ['mark', '2021-07-19-dated', '--read']);
  const { stderr } = await runIn(place, ['fetch']);
  expect(stderr).toContain('newsprint: 1 feed, 0 new, ');
  const all = seen(place);
  expect(all).toHaveLength(2);
  expect(all).toContainEqual(expect.objectContaining({ id: '2021-07-19-dated', read: true }));
  expect((await runIn(place, ['fetch'])).stderr).toContain('1 feed, 0 new');
});

test('Without SQLite it says what can be done', async () => {
  const folder = newsboat(item({}));
  const place = newPlace({});
  const { code, stderr } = await run(['import', join(folder, 'cache.db')], {
    program: copyWithoutPackages(temporaryFolder()),
    cwd: place.root,
    env: { HOME: place.home, NEWSPRINT_LIBRARY: place.root },
  });
  expect(code).toBe(1);
  expect(stderr).toContain('cache.db: SQLite (libsql) cannot be loaded here\n');
  expect(stderr).toContain('newsprint import urls');
});

test('An import that is killed leaves whole articles, and the next one completes it', async () => {
  const rows = Array.from({ length: 520 }, (_, at) =>
    item({ guid: `g${at}`, title: `Title ${at}`, url: `https://a.test/${at}`, unread: at % 2 }),
  );
  const folder = newsboat(rows.join('\n'));
  const cache = join(folder, 'cache.db');
  const place = newPlace({});
  const env = { ...process.env, HOME: place.home, NEWSPRINT_LIBRARY: place.root };
  const child = spawn(process.execPath, [program, 'import', cache], { env, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  const year = join(place.root, '2023');
  const count = () => (existsSync(year) ? readdirSync(year).length : 0);
  while (count() < 100 && child.exitCode === null) await new Promise((r) => setTimeout(r, 1));
  child.kill('SIGKILL');
  await ended;
  expect((await runIn(place, ['check'], { isHere: true })).code).toBe(0);

  const { code } = await runIn(place, ['import', cache], { isHere: true });
  expect(code).toBe(0);
  const all = await listed(place);
  expect(all).toHaveLength(520);
  expect(all.filter((one: { state: { read: boolean } }) => one.state.read)).toHaveLength(260);
  expect((await runIn(place, ['import', cache], { isHere: true })).stderr).toContain(
    '520 articles there already',
  );
});
