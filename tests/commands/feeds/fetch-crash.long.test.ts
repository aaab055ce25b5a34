// The real process, killed at each of its changes to the disk while it fetches; and two at once.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSubscriptions } from '../../../src/jobs/feeds/subscriptions.ts';
import { type FetchSummary, fetchFeeds } from '../../../src/jobs/fetch/fetch-feeds.ts';
import { markdownFiles } from '../../support/adding.ts';
import {
  copyPlace,
  crashEverywhere,
  newPlace,
  openPlace,
  type Place,
  runIn,
} from '../../support/crash.ts';
import { opml, rss } from '../../support/following.ts';
import { temporaryFolder } from '../../support/temporary-library.ts';
import { serve } from '../../support/web-server.ts';

const LONG = 1_800_000;
const ARGS = ['fetch', '--quiet'];
const SUBSCRIPTIONS = 'subscriptions.opml';
const KNOWN = '2020/2020-02-02-known.md';
const OLD = '2019/2019-01-01-old.md';
const date = 'Sun, 02 Feb 2020 08:00:00 GMT';

/** An article as an earlier fetch brought it. */
function article(url: string, name: string, day: string, body: string): string {
  return `---\ntitle: ${name}\npublished: ${day}T08:00:00Z\nadded: 2020-02-03T00:00:00.000Z\nguid: ${name}\nfeed: "${url}/a"\n---\n\n${body}\n`;
}

/** Two entries that are new, one that has changed, one article too many; and a feed that moved. */
async function prepare(): Promise<Place> {
  const known = { title: 'Known', guid: 'Known', date, text: '<p>What it says now.</p>' };
  const one = { title: 'One', link: 'https://n.test/1' };
  const { url } = await serve({
    '/a': { body: rss([one, known]), headers: { etag: '"1"' } },
    '/b': { status: 301, headers: { location: '/c' } },
    '/c': { body: rss([{ title: 'Two' }, { ...one, title: 'One, again', guid: '7' }]) },
  });
  return newPlace({
    [KNOWN]: article(url, 'Known', '2020-02-02', 'What it said at first.'),
    [OLD]: article(url, 'Old', '2019-01-01', 'Long ago.'),
    [SUBSCRIPTIONS]: opml([[`${url}/a`, 'newsprint:keep="2"'], `${url}/b`]),
  });
}

/** The library's files without when they came and which port the server had. */
function contents({ root }: Place): Readonly<Record<string, string>> {
  const read = (path: string) =>
    readFileSync(join(root, path), 'utf8')
      .replace(/^added: .*$/m, 'added')
      .replace(/127\.0\.0\.1:\d+/g, 'host');
  return Object.fromEntries(
    [...markdownFiles(root), SUBSCRIPTIONS].map((path) => [path, read(path)]),
  );
}

function trashed({ root }: Place): string {
  const trash = join(root, '.newsprint/trash');
  if (!existsSync(trash)) return '';
  const files = readdirSync(trash, { recursive: true, encoding: 'utf8' });
  const texts = files.filter((path) => path.endsWith('.md'));
  return texts.map((path) => readFileSync(join(trash, path), 'utf8')).join('');
}

const names = (all: Readonly<Record<string, string>>) => Object.keys(all).sort();

/** The next fetch, which need not be a process of its own. */
async function fetchAgain(place: Place): Promise<FetchSummary> {
  const { subscriptions } = readSubscriptions(place.root);
  const host = { env: { HOME: place.home }, platform: 'linux', version: '1', now: new Date() };
  return fetchFeeds(place.root, subscriptions, { host, signal: new AbortController().signal });
}

/** The articles after the last step was taken back; the place is as before then. */
function undone(place: Place): Readonly<Record<string, string>> | null {
  const folder = temporaryFolder();
  const kept = { root: join(folder, 'library'), home: join(folder, 'home') };
  copyPlace(place, kept);
  const isUndone = openPlace(place).journals.undo(new Date()) !== null;
  const after = contents(place);
  copyPlace(kept, place);
  return isUndone ? after : null;
}

test('Each file is whole or not there, and the next fetch ends it', { timeout: LONG }, async () => {
  const place = await prepare();
  const first = contents(place);
  const kept = await prepare();
  expect(await runIn(kept, ARGS)).toMatchObject({ code: 0, stderr: '' });
  const last = contents(kept);
  const news = ['2021/2021-07-19-one.md', '2021/2021-07-19-two.md'];
  expect(Object.keys(last)).toEqual([KNOWN, ...news, SUBSCRIPTIONS]);
  const [outcomes, steps] = [new Set<string>(), new Set<boolean>()];
  const kills = await crashEverywhere(place, { args: ARGS }, async () => {
    const now = contents(place);
    const isNew = !outcomes.has(JSON.stringify(now));
    outcomes.add(JSON.stringify(now));
    for (const [path, text] of Object.entries(now)) {
      expect([first[path], last[path], withoutAlso(last[path])]).toContain(text);
    }
    if (now[KNOWN] !== first[KNOWN]) expect(trashed(place)).toContain('What it said at first.');
    if (!(OLD in now)) expect(trashed(place)).toContain('Long ago.');
    expect(openPlace(place).problems).toEqual([]);
    const before = undone(place);
    steps.add(before !== null);
    if (before !== null)
      expect({ ...before, [SUBSCRIPTIONS]: '' }).toEqual({ ...first, [SUBSCRIPTIONS]: '' });
    await fetchAgain(place);
    expect(contents(place)).toEqual(last);
    if (!isNew) return;
    expect(await fetchAgain(place)).toMatchObject({ added: [], updated: [] });
    expect(contents(place)).toEqual(last);
  });
  console.log(`fetch: killed ${kills} times, ${outcomes.size} outcomes`);
  expect(kills).toBeGreaterThan(40);
  expect(outcomes.size).toBeGreaterThan(3);
  expect([...steps].sort()).toEqual([false, true]);
});

/** The article before the other feed is listed in it. */
function withoutAlso(text = ''): string {
  return text.replace(/^also:\n(?: {2}- .*\n)+/m, '');
}

test('Two fetches at once bring nothing twice', { timeout: LONG }, async () => {
  const place = await prepare();
  const runs = await Promise.all([
    runIn(place, ['fetch']),
    runIn(place, ['fetch']),
    runIn(place, ['fetch']),
  ]);
  const said = runs.map(({ stderr }) =>
    stderr.replace(/^newsprint: waiting for another newsprint to end;.*\n/, ''),
  );
  expect(said.sort()).toEqual([
    'newsprint: 2 feeds, 0 new\n',
    'newsprint: 2 feeds, 0 new\n',
    'newsprint: 2 feeds, 2 new, 1 updated\n',
  ]);
  expect(names(contents(place))).toHaveLength(4);
});
