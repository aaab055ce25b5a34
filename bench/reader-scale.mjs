// The reader on a hundred thousand articles: first list, filter, scrolling, sorting, memory.
import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { alternate, cleanEnv, median, memoryOf, peakSoFar, quantile } from './measure.mjs';
import { newsLibrary } from './news-library.mjs';
import { FRAME_END, Session } from './reader.mjs';

const MANY = 100_000;
const FEW = 100;
const ROUNDS = 15;
/** Words of the library's headlines, from common to rare ones. */
const WORDS = 10;
/** Turned twice: memory is level where the second half takes none. */
const PAGES = 1000;
const SIZE = { columns: 80, rows: 24 };

/** @param {import('./run.mjs').Bench} bench */
export async function measureReaderScale({ program, home }) {
  const env = cleanEnv(home);
  const many = newsLibrary(MANY).root;
  const list = (args, filter) =>
    askShell([program, 'list', ...args, '--library', many], filter, env);
  // Builds the index where there is none yet.
  const titles = list(['--limit', '400'], 'cut -f 4').split('\n');
  const words = pickWords(titles);
  const counts = countMatches(words, list);
  const orders = findOrders(list);
  const first = await measureFirstList({ program, home }, newsLibrary(MANY), newsLibrary(FEW));
  const session = open(program, many, env);
  await session.untilSays(`1 of ${MANY}`);
  // All of the list is there when its last row is.
  session.pty.write('G');
  await session.untilSays(`${MANY} of ${MANY}`);
  const filter = await measureFilter(session, words, counts);
  const moves = await measureMoves(session, orders);
  const half = memoryOf(session.pty.pid, 'VmRSS');
  await turnPages(session, PAGES, 2 * PAGES);
  const end = memoryOf(session.pty.pid, 'VmRSS');
  const peak = peakSoFar(session.pty.pid);
  await session.quit();
  return [
    ...[first, ...filter, ...moves],
    { name: `reader's memory on ${MANY}`, value: peak, unit: 'MB', limit: 130 },
    {
      name: `more after ${2 * PAGES} pages than after ${PAGES}`,
      value: end - half,
      unit: 'MB',
      limit: 10,
      note: `${end.toFixed(0)} MB`,
    },
  ];
}

/**
 * What a filter of the shell leaves of newsprint's output. Megabytes in this process would be
 * collected while a key is waited for, which takes a tenth of a second.
 */
function askShell(args, filter, env) {
  const script = `"$@" | ${filter}`;
  return execFileSync('sh', ['-c', script, 'sh', process.execPath, ...args], {
    env,
    encoding: 'utf8',
  });
}

function open(program, library, env) {
  return new Session(process.execPath, [program, '--library', library], { ...SIZE, env });
}

/** To the last row of the screen, alternating. */
export async function measureFirstList({ program, home }, many, few) {
  const paint =
    ({ root, articles }) =>
    async () => {
      const session = open(program, root, cleanEnv(home));
      await session.untilSays(`1 of ${articles}`);
      const seen = await session.untilSays(FRAME_END);
      await session.quit();
      return seen - session.began;
    };
  const times = await alternate({ few: paint(few), many: paint(many) }, ROUNDS);
  const value = median(times.many);
  return {
    name: `reader's first list, ${many.articles}`,
    value: value / median(times.few),
    unit: `× of ${few.articles}`,
    limit: 1.2,
    note: `${value.toFixed(1)} ms`,
  };
}

function pickWords(titles) {
  const words = new Set(
    titles
      .join(' ')
      .toLowerCase()
      .match(/\b[a-z]{5,9}\b/g),
  );
  const all = [...words];
  const step = Math.max(1, Math.floor(all.length / WORDS));
  return all.filter((_, at) => at % step === 0).slice(0, WORDS);
}

/** How many articles each beginning of a word finds, from its third letter on. */
function countMatches(words, list) {
  const beginnings = words.flatMap((word) =>
    Array.from({ length: word.length - 2 }, (_, at) => word.slice(0, at + 3)),
  );
  return new Map(
    beginnings.map((text) => [text, Number(list(['-f', 'ids', `${text}*`], 'wc -l'))]),
  );
}

/** What a terminal would show of what came since. */
const plain = (output) => output.replaceAll(/\x1b\[[\d;?]*[a-zA-Z]/g, '');

/** Every letter: when it is seen; from the third on: when the rows are those it leaves. */
async function measureFilter(session, words, counts) {
  const echoes = [];
  const answers = [];
  for (const word of words) {
    session.pty.write('/');
    await session.untilSays('Filter: ');
    let shown = MANY;
    for (let length = 1; length <= word.length; length++) {
      const text = word.slice(0, length);
      const wanted = counts.get(text) ?? null;
      const from = session.output.length;
      const began = performance.now();
      session.pty.write(word[length - 1]);
      const since = () => plain(session.output.slice(from));
      echoes.push((await session.until(() => since().includes(`Filter: ${text}`), text)) - began);
      const rows = new RegExp(`Filter: ${text}\\W* ${wanted} of ${MANY}`);
      if (wanted === null || wanted === shown) await pause();
      else answers.push((await session.until(() => rows.test(since()), `${text}*`)) - began);
      shown = wanted ?? shown;
    }
    const from = session.output.length;
    session.pty.write('\x1b');
    await session.until(() => plain(session.output.slice(from)).includes('newest first'), 'Esc');
    await pause();
  }
  const ms = { unit: 'ms' };
  return [
    {
      name: 'letter of a filter seen, slowest',
      value: Math.max(...echoes),
      ...ms,
      limit: 16,
      // One moment of a busy machine decides.
      allowance: 5,
    },
    { name: 'letter of a filter seen, median', value: median(echoes), ...ms },
    {
      name: 'rows from the third letter, p95',
      value: quantile(answers, 0.95),
      ...ms,
      limit: 150,
    },
    { name: 'rows from the third letter, median', value: median(answers), ...ms },
  ];
}

/** Long enough for an answer that changes nothing that is waited for. */
function pause() {
  return new Promise((resolve) => setTimeout(resolve, 150));
}

/** Where the newest article stands in each order, in the order of `S`. */
function findOrders(list) {
  const ids = (sort, filter) => list(['-f', 'ids', '--sort', sort], filter).trim();
  const newest = ids('published', 'head -n 1');
  const place = (sort) => Number.parseInt(ids(sort, `grep -nx -m 1 -e ${newest}`), 10);
  return [
    ['last added first', place('added')],
    ['by title', place('title')],
    ['by source', place('source')],
    ['shortest first', place('minutes')],
    ['newest first', 1],
  ];
}

/** Presses a key: the milliseconds until the screen says something. */
async function press(session, key, says) {
  // What was said before would add up.
  session.output = '';
  const began = performance.now();
  session.pty.write(key);
  return (await session.until(() => says.test(plain(session.output)), key)) - began;
}

/** Turns pages of twenty rows: the milliseconds of each. */
async function turnPages(session, from, to) {
  const times = [];
  for (let page = from + 1; page <= to; page++)
    times.push(await press(session, ' ', new RegExp(`${page * 20 + 1} of ${MANY}`)));
  return times;
}

async function measureMoves(session, orders) {
  session.pty.write('g');
  await pause();
  const sorts = [];
  for (const [name, place] of orders)
    sorts.push(await press(session, 'S', new RegExp(`${place} of ${MANY} . ${name}`)));
  const pages = await turnPages(session, 0, PAGES);
  return [
    {
      name: 'page of the list, p95',
      value: quantile(pages, 0.95),
      unit: 'ms',
      limit: 30,
    },
    {
      name: 'sorted anew, slowest',
      value: Math.max(...sorts),
      unit: 'ms',
      limit: 150,
    },
  ];
}
