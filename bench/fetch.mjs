// How long a fetch takes: 500 feeds of 20 entries, all of them new or none, beside newsboat.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { alternate, cleanEnv, OF_THE_DISK, timedPeak, timedSpawn } from './measure.mjs';
import { newsLibrary } from './news-library.mjs';

const FEEDS = 500;
const ENTRIES = 20;
const HOSTS = 100;
/** Articles that a large library has already, and their bytes. */
const MANY = 100_000;

/** The best of them counts: the machine may be doing other things. */
const ROUNDS = 2;

/** @param {import('./run.mjs').Bench} bench */
export async function measureFetch(bench) {
  const server = spawn(process.execPath, [
    join(bench.root, 'bench/feed-server.mjs'),
    ...[FEEDS, ENTRIES, HOSTS].map(String),
  ]);
  try {
    const [line] = await once(createInterface(server.stdout), 'line');
    const urls = JSON.parse(line);
    const large = follow(join(bench.home, 'fetch-large'), urls);
    cpSync(newsLibrary(MANY).root, large, { recursive: true });
    const { rows, all } = await measureNew(bench, urls);
    return [...rows, ...(await measureLarge(bench, large, all)), ...measureSfeed(bench, urls)];
  } finally {
    server.kill();
  }
}

/** A library without articles that follows the feeds. */
function follow(folder, urls) {
  const outlines = urls.map((url) => `<outline type="rss" text="" xmlUrl="${url}"/>`);
  mkdirSync(folder);
  const text = `<opml version="2.0"><body>${outlines.join('\n')}</body></opml>\n`;
  writeFileSync(join(folder, 'subscriptions.opml'), text);
  return folder;
}

async function fetchInto(bench, library) {
  return (await callIn(bench, library, 'fetch', '--quiet')).time;
}

function callIn({ program, home }, library, ...call) {
  const own = join(home, 'fetch-home');
  const env = { ...cleanEnv(home), XDG_CACHE_HOME: own, XDG_STATE_HOME: own };
  return timedPeak([program, ...call, '--library', library], env);
}

async function measureNew(bench, urls) {
  const hasNewsboat = spawnSync('newsboat', ['--version']).status === 0;
  const list = join(bench.home, 'newsboat-urls');
  writeFileSync(list, `${urls.join('\n')}\n`);
  let [memory, round] = [0, 0];
  const library = () => join(bench.home, `fetch-${round}`);
  const times = await alternate(
    {
      all: async () => {
        // Into a new library: where thousands of files were just removed, ext4 looks for some tenths of
        // a millisecond for each new file's inode.
        round += 1;
        const fetched = await callIn(bench, follow(library(), urls), 'fetch', '--quiet');
        memory = Math.max(memory, fetched.memory);
        return fetched.time;
      },
      none: () => fetchInto(bench, library()),
      newsboat: () => (hasNewsboat ? newsboat(bench.home, list) : Number.NaN),
    },
    ROUNDS,
  );
  const [all, none, peer] = ['all', 'none', 'newsboat'].map((name) => Math.min(...times[name]));
  const note = `${perSecond(all)} a second, newsboat ${perSecond(peer)}`;
  const name = `fetch of ${FEEDS} feeds of ${ENTRIES} entries, all new`;
  const rows = [
    // A file that is flushed for each entry, where newsboat has one database and flushes nothing: a
    // quarter of its rate.
    { name, value: peer / all, unit: '× newsboat', least: 0.8, allowance: 5, note },
    {
      name: '(as many files written, flushed and renamed)',
      value: await storeAll(library()),
      unit: 'ms',
    },
    { name: 'memory of that', value: memory, unit: 'MB', limit: 150 },
    {
      name: `fetch of ${FEEDS} feeds, nothing new`,
      value: none,
      unit: 'ms',
      limit: 3000,
    },
  ];
  return { rows, all };
}

/** Files that are written at a time. */
const AT_ONCE = 32;

/** What the disk alone takes for an entry's file each, in ms. */
async function storeAll(folder) {
  const text = 'x'.repeat(1200);
  let next = 0;
  const storeNext = async () => {
    for (let at = next++; at < FEEDS * ENTRIES; at = next++) {
      const path = join(folder, `stored-${at}`);
      await writeFile(path, text, { flag: 'wx', flush: true });
      await rename(path, `${path}.md`);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, storeNext));
  return performance.now() - began;
}

/** @param {number} bare ms into a library without articles */
async function measureLarge(bench, library, bare) {
  // Whoever has so many articles has looked at them: their index is there.
  await callIn(bench, library, 'list', '--limit', '1');
  const all = await fetchInto(bench, library);
  const none = Math.min(await fetchInto(bench, library), await fetchInto(bench, library));
  const into = `into ${MANY} articles`;
  const large = { limit: 1.15, allowance: OF_THE_DISK };
  const note = `${perSecond(all)} a second`;
  return [
    { name: `the same ${into}, all new`, value: all / bare, unit: '× into none', ...large, note },
    { name: `the same ${into}, nothing new`, value: none, unit: 'ms', limit: 3000 },
  ];
}

function perSecond(ms) {
  return Number.isNaN(ms) ? '?' : String(Math.round((FEEDS * ENTRIES * 1000) / ms));
}

function newsboat(home, list) {
  const cache = join(home, 'newsboat.db');
  rmSync(cache, { force: true });
  const args = ['-u', list, '-c', cache, '-C', '/dev/null', '-x', 'reload'];
  return timedSpawn('newsboat', args, cleanEnv(home));
}

/** sfeed, which keeps the entries of each feed as lines of one file. */
function measureSfeed({ home }, urls) {
  if (spawnSync('sh', ['-c', 'command -v sfeed_update']).status !== 0) return [];
  const folder = join(home, 'sfeed');
  mkdirSync(folder);
  const config = join(home, 'sfeedrc');
  const calls = urls.map((url, at) => `feed ${at} ${url}`);
  writeFileSync(config, `sfeedpath=${folder}\nfeeds() {\n${calls.join('\n')}\n}\n`);
  const time = timedSpawn('sfeed_update', [config], cleanEnv(home));
  return [{ name: '(sfeed_update of the same)', value: time, unit: 'ms' }];
}
