// How a hundred thousand articles are found: building the index, lists, searches, a file replaced.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createRandom } from '../.config/random.mjs';
import { loadSrc } from './load-src.mjs';
import {
  alternate,
  cleanEnv,
  median,
  OF_THE_DISK,
  peakMemory,
  quantile,
  timed,
  timedPeak,
  timedSpawn,
} from './measure.mjs';
import { newestFile, newsLibrary } from './news-library.mjs';
import { newsWords } from './news-words.mjs';
import { measureNewsboat } from './newsboat-cache.mjs';
import { ratio } from './start.mjs';

const MANY = 100_000;
const FEW = 100;
const ROUNDS = 15;
const PAIRS = 100;
/** Pairs that are searched for by a process of its own. */
const COLD_PAIRS = 25;

const ENTRY = `
  export { parseQuery } from './src/core/query/parse-query.ts';
  export { openFinder } from './src/library/index/open-finder.ts';
`;

/** @param {import('./run.mjs').Bench} bench */
export async function measureFind(bench) {
  const many = newsLibrary(MANY);
  const few = newsLibrary(FEW);
  const built = await measureBuild(bench, many);
  return [
    ...built,
    ...(await measureLists(bench, many, few)),
    ...(await measureSearches(bench, many)),
    ...(await measureQueries(bench, many)),
    await measureMemory(bench, many),
    ...measureRipgrep(many),
    ...(await measureNewsboat(bench, many)),
  ];
}

/** The rate of the first build, its memory, and what it leaves on the disk. */
export async function measureBuild({ program, home }, { root, articles, bytes }) {
  const cache = join(home, 'cache/newsprint/index');
  rmSync(cache, { recursive: true, force: true });
  const args = [program, 'list', '--limit', '1', '--library', root];
  const { time, memory } = await timedPeak(args, cleanEnv(home));
  const size = folderSize(cache);
  return [
    {
      name: `first build of ${articles}`,
      value: articles / (time / 1000),
      unit: 'articles a second',
      // 45 s of 100,000. Three quarters of the first thread's time are the engine's, half of those one
      // look into its table of words for each word of a text.
      least: 2222,
      allowance: OF_THE_DISK,
      note: `${(time / 1000).toFixed(1)} s`,
    },
    { name: 'memory of that', value: memory, unit: 'MB', limit: 160 },
    {
      name: 'index on disk',
      value: size / bytes,
      unit: "× the articles' bytes",
      limit: 1,
      note: `${(size / 1e6).toFixed(0)} MB`,
    },
  ];
}

/** The bytes of all files in a folder. */
export function folderSize(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) =>
    statSync(join(folder, name)),
  );
  return files.reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);
}

export async function measureLists({ program, home }, many, few) {
  const env = cleanEnv(home);
  const list = ({ root }) => timedSpawn(process.execPath, listing(program, root), env);
  const id = basename(newestFile(many), '.md');
  const times = await alternate(
    {
      bare: () => timedSpawn(process.execPath, ['-e', '0'], env),
      many: () => list(many),
      few: () => list(few),
      tab: () => timedSpawn(process.execPath, completing(program, many.root), env),
      show: () => timedSpawn(process.execPath, [program, 'show', id, '--library', many.root], env),
    },
    ROUNDS,
  );
  // By itself: a list of another form would keep its compiled code in the same file.
  const all = [program, 'list', '-f', 'ids', '--library', many.root];
  const { ids } = await alternate({ ids: () => timedSpawn(process.execPath, all, env) }, ROUNDS);
  const value = median(times.many) / median(times.few);
  return [
    ratio(`list --limit 50 of ${many.articles}`, times.many, median(times.bare), 1.7),
    { name: 'the same', value, unit: `× of ${few.articles}`, limit: 1.2 },
    {
      name: `list -f ids of ${many.articles}`,
      value: median(ids),
      unit: 'ms',
      limit: many.articles / 400,
    },
    {
      name: `an ID of ${many.articles} completed`,
      value: median(times.tab),
      unit: 'ms',
      limit: 80,
    },
    ratio(`show of ${many.articles}`, times.show, median(times.bare), 2.1),
  ];
}

function completing(program, root) {
  return [program, 'completion', 'bash', '--', '--library', root, 'show', '2'];
}

function listing(program, root) {
  return [program, 'list', '--limit', '50', '--library', root];
}

/** Two words each, from the commonest to rare ones. */
function wordPairs() {
  const random = createRandom(5);
  const { vocabulary } = newsWords();
  // As often a word of the first ten as one of the next hundred, and so on.
  const word = () => vocabulary[Math.floor(10 ** (0.7 + random() * 3.3))];
  return Array.from({ length: PAIRS }, () => [word(), word()]);
}

export async function measureSearches({ program, home }, { root }) {
  const env = cleanEnv(home);
  const pairs = wordPairs();
  const spawn = (words) => [program, 'search', ...words, '--limit', '50', '--library', root];
  // Nearly every article has both.
  const common = newsWords().vocabulary.slice(0, 2);
  let at = 0;
  const times = await alternate(
    {
      bare: () => timedSpawn(process.execPath, ['-e', '0'], env),
      search: () => timedSpawn(process.execPath, spawn(pairs[at++ % PAIRS]), env),
      common: () => timedSpawn(process.execPath, spawn(common), env),
    },
    COLD_PAIRS,
  );
  const bare = median(times.bare);
  // Of 2.5 times Node and the program's start take 1.5, the engine and its questions 0.6, and fifty
  // files that are read for their snippets 0.4.
  const allowance = 1.5;
  return [
    { ...ratio('search of two words, cold', times.search, bare, 2.6), allowance },
    { ...ratio('search of common words, cold', times.common, bare, 3.2), allowance },
  ];
}

/** The query by itself: every key in the order of relevance. */
async function measureQueries({ home }, { root }) {
  const { openFinder, parseQuery } = await loadSrc(ENTRY);
  const host = { env: cleanEnv(home), platform: process.platform };
  const finder = await openFinder(root, host);
  const now = new Date();
  const times = wordPairs().map((words) => {
    const query = parseQuery(words.join(' '), now);
    return timed(() => finder.keys({ query, sort: 'relevance', reverse: false }));
  });
  finder.close();
  const name = `query of ${PAIRS} pairs`;
  return [
    { name: `${name}, median`, value: median(times), unit: 'ms', limit: 25 },
    { name: `${name}, p95`, value: quantile(times, 0.95), unit: 'ms', limit: 120 },
  ];
}

/** The most that the system gave a list of everything. */
async function measureMemory({ program, home }, { root }) {
  const args = [program, 'list', '--json', '--library', root];
  const value = await peakMemory(args, cleanEnv(home));
  return { name: `memory of list --json of ${MANY}`, value, unit: 'MB', limit: 110 };
}

/** What a scan of the files takes, where ripgrep is installed. */
function measureRipgrep({ root }) {
  if (spawnSync('rg', ['--version']).status !== 0) return [];
  const args = ['-l', '-i', '-w', 'government', root];
  const times = [1, 2, 3].map(() => timed(() => spawnSync('rg', args, { maxBuffer: 1 << 30 })));
  return [{ name: '(rg -l of one word)', value: median(times), unit: 'ms' }];
}
