// How a list takes what others changed in the library: a file replaced or written in its place, a folder
// renamed, every file edited.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { folderSize } from './find.mjs';
import { alternate, cleanEnv, median, OF_THE_DISK, timed, timedSpawn } from './measure.mjs';
import { newestFile, newsLibrary } from './news-library.mjs';
import { ratio } from './start.mjs';

const MANY = 100_000;
const COPIED = 10_000;
const ROUNDS = 15;
/** So long, in ms, a folder that changed is read anew: it may change again at the same time of its clock. */
const SETTLED = 2500;

/** @param {import('./run.mjs').Bench} bench */
export async function measureChanges(bench) {
  const news = newsLibrary(COPIED);
  const copy = { ...news, root: join(bench.home, 'changed') };
  cpSync(news.root, copy.root, { recursive: true });
  return [
    ...(await measureFile(bench, newsLibrary(MANY))),
    ...(await measureFolder(bench, copy)),
    measureAll(bench, copy),
  ];
}

/** A file takes the place of another, as editors do it, or is written where it is. */
async function measureFile(bench, library) {
  const { root, articles } = library;
  const path = join(root, newestFile(library));
  const draft = join(root, '.draft');
  const text = readFileSync(path, 'utf8');
  const env = cleanEnv(bench.home);
  const list = lister(bench, env, root);
  const times = await alternate(
    {
      bare: () => timedSpawn(process.execPath, ['-e', '0'], env),
      replaced: () => {
        copyFileSync(path, draft);
        renameSync(draft, path);
        return list().time;
      },
      edited: () => {
        writeFileSync(path, text);
        return list().time;
      },
    },
    ROUNDS,
  );
  try {
    writeFileSync(path, text.replace(/^title: .*$/m, 'title: Another headline'));
    if (!list().output.includes('Another headline')) throw new Error(`${path} is listed as it was`);
  } finally {
    writeFileSync(path, text);
  }
  // Every file of the folder is looked at: the system decides.
  const row = (how) => ({
    ...ratio(`list of ${articles} after a file was ${how}`, times[how], median(times.bare), 3),
    allowance: OF_THE_DISK,
  });
  return [row('replaced'), row('edited')];
}

/** The folder of a year gets another name. */
async function measureFolder(bench, library) {
  const { root, articles } = library;
  const env = ownEnv(bench);
  const list = lister(bench, env, root);
  list();
  const year = dirname(newestFile(library)).split('/')[0];
  renameSync(join(root, year), join(root, 'renamed'));
  const { time } = list();
  const { output } = lister(bench, env, root, '--json=path')();
  if (!output.includes('"renamed/')) throw new Error(`${year} is listed as it was`);
  await setTimeout(SETTLED);
  list();
  const times = await alternate(
    {
      bare: () => timedSpawn(process.execPath, ['-e', '0'], env),
      list: () => list().time,
    },
    ROUNDS,
  );
  const count = readdirSync(join(root, 'renamed'), { recursive: true }).length;
  const name = `list of ${articles} after a year was renamed`;
  return [
    { name, value: time, unit: 'ms', note: `${count} files` },
    ratio('the list after that', times.list, median(times.bare), 1.7),
  ];
}

/** What the index takes on the disk when each file was edited once. */
function measureAll(bench, { root, articles }) {
  const env = ownEnv(bench);
  const index = join(env.XDG_CACHE_HOME, 'newsprint/index');
  const before = folderSize(index);
  const files = readdirSync(root, { recursive: true }).filter((name) => name.endsWith('.md'));
  for (const name of files) appendFileSync(join(root, name), '\nA line more.\n');
  timedSpawn(process.execPath, [bench.program, 'check', '--library', root], env);
  const name = `index of ${articles} after each was edited`;
  return { name, value: folderSize(index) / before, unit: '× before', limit: 1.1 };
}

/** A cache that holds no other library. */
function ownEnv({ home }) {
  return { ...cleanEnv(home), XDG_CACHE_HOME: join(home, 'changed-cache') };
}

/** Lists the first fifty: what it says and the milliseconds it takes. */
function lister({ program }, env, root, ...flags) {
  const args = [program, 'list', '--limit', '50', ...flags, '--library', root];
  return () => {
    let result;
    const time = timed(() => {
      result = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
    });
    if (result.status !== 0) throw new Error(result.stderr);
    return { time, output: result.stdout };
  };
}
