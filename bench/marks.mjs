// How long marking takes: one article, ten thousand at once, and reading what was marked.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateLibrary } from './generate.mjs';
import { loadSrc } from './load-src.mjs';
import { alternate, cleanEnv, median, timed, timedSpawn } from './measure.mjs';
import { ratio } from './start.mjs';

const ROUNDS = 15;
const FEW_ROUNDS = 5;
const MANY = 10_000;
const MARKED = 100_000;
const ENTRY = `export { openJournals } from './src/library/journals/journals.ts';`;

/** @param {import('./run.mjs').Bench} bench */
export async function measureMarks(bench) {
  return [
    ...(await measureOne(bench)),
    ...(await measureTenThousand(bench)),
    ...(await measureStates(bench)),
  ];
}

async function measureOne({ program, home, library, ids }) {
  const env = cleanEnv(home);
  const node = (...args) => timedSpawn(process.execPath, args, env);
  let isRead = false;
  const times = await alternate(
    {
      bare: () => node('-e', '0'),
      mark: () => {
        isRead = !isRead;
        const flag = isRead ? '--read' : '--unread';
        return node(program, 'mark', ids[3], flag, '--library', library);
      },
    },
    ROUNDS,
  );
  return [ratio('mark of one', times.mark, median(times.bare), 2)];
}

async function measureTenThousand({ program, home }) {
  const library = join(home, 'ten-thousand');
  const ids = generateLibrary(library, MANY, 300).join('\n');
  const env = cleanEnv(home);
  let isRead = false;
  const { mark } = await alternate(
    {
      mark: () => {
        isRead = !isRead;
        const args = [program, 'mark', '-', isRead ? '--read' : '--unread', '--library', library];
        return timedSpawn(process.execPath, args, env, ids);
      },
    },
    FEW_ROUNDS,
  );
  return [{ name: `mark - of ${MANY} ids`, value: median(mark), unit: 'ms', limit: 1500 }];
}

async function measureStates({ home }) {
  const { openJournals } = await loadSrc(ENTRY);
  const folder = join(home, 'marked');
  mkdirSync(join(folder, '.newsprint/state'), { recursive: true });
  writeFileSync(join(folder, '.newsprint/state/device.jsonl'), journalText());
  const host = { env: {}, platform: process.platform };
  const id = articleId(MARKED - 1);
  const { open } = await alternate(
    {
      open: () =>
        timed(() => {
          if (!openJournals(folder, host).state({ id }).read) throw new Error(`${id} is not read`);
        }),
    },
    FEW_ROUNDS,
  );
  return [{ name: `state of ${MARKED} articles`, value: median(open), unit: 'ms', limit: 200 }];
}

function journalText() {
  return Array.from({ length: MARKED }, (_, at) => {
    const t = new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString();
    const entry = {
      v: 1,
      t,
      op: `op${at}`,
      id: articleId(at),
      set: { read: true },
      was: { read: false },
    };
    return `${JSON.stringify(entry)}\n`;
  }).join('');
}

function articleId(at) {
  return `2026-01-01-an-article-of-some-name-${at}`;
}
