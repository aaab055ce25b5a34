// The reader in a real pseudo-terminal: its first frame, and each keypress to its frame.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { spawn } from '@lydell/node-pty';
import { alternate, cleanEnv, median, quantile } from './measure.mjs';
import { ratio } from './start.mjs';

const ROUNDS = 15;
const PRESSES = 200;
const RESIZES = 200;
/** Between two of them, in ms: all take two seconds. */
const RESIZE_EVERY = 10;
/** A reader that says nothing for so long has settled, in ms. */
const SETTLED = 500;
/** The end of a frame: synchronized output goes off. */
export const FRAME_END = '\x1b[?2026l';
const PATIENCE = 20_000;
/** Characters of the output that a failure shows. */
const LAST = 500;

/** A program in a terminal of its own. */
export class Session {
  output = '';
  #waiting = [];

  constructor(file, args, { columns, rows, env }) {
    const began = performance.now();
    this.pty = spawn(file, args, { cols: columns, rows, env, name: env.TERM });
    this.began = began;
    this.pty.onData((data) => {
      this.output += data;
      this.heard = performance.now();
      this.#waiting = this.#waiting.filter((check) => !check());
    });
    this.exit = new Promise((resolve) => this.pty.onExit(() => resolve(performance.now())));
  }

  /** Resolves with the time when the output passes the test; fails when it never does. */
  until(passes, what) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        const last = JSON.stringify(this.output.slice(-LAST));
        reject(new Error(`never seen: ${what}; the last output: ${last}`));
      }, PATIENCE);
      const check = () => {
        if (!passes(this.output)) return false;
        clearTimeout(late);
        resolve(performance.now());
        return true;
      };
      if (!check()) this.#waiting.push(check);
    });
  }

  /** Resolves when the output since a place holds a text. */
  untilSays(text, from = 0) {
    return this.until((output) => output.includes(text, from), text);
  }

  async quit() {
    this.pty.write('Q');
    await this.exit;
  }
}

export const openReader = ({ program, home, many }, columns, rows) =>
  new Session(process.execPath, [program, '--library', many], {
    columns,
    rows,
    // Each begins at the top of the list, and not where the one before was left.
    env: { ...cleanEnv(home), XDG_STATE_HOME: join(home, `state-${columns}`) },
  });

/** @param {import('./run.mjs').Bench} bench */
export async function measureFirstFrame(bench) {
  const size = { columns: 80, rows: 24, env: cleanEnv(bench.home) };
  const times = await alternate(
    {
      bare: async () => {
        const session = new Session(process.execPath, ['-e', '0'], size);
        return (await session.exit) - session.began;
      },
      reader: () => timeFirstFrame(bench),
    },
    ROUNDS,
  );
  return [ratio("reader's first frame", times.reader, median(times.bare), 3.2)];
}

/** From the call to the list on the screen, in ms. */
async function timeFirstFrame(bench) {
  const session = openReader({ ...bench, many: bench.library }, 80, 24);
  const seen = await session.untilSays(bench.lastTitle.slice(0, 12));
  await session.quit();
  return seen - session.began;
}

/** From the last of many sizes to the last byte of its frame. */
async function measureResizes(bench) {
  const session = openReader(bench, 80, 24);
  await session.untilSays(`1 of ${bench.manyIds.length}`);
  for (let at = 1; at <= RESIZES; at++) {
    session.pty.resize(60 + ((at * 7) % 100), 15 + ((at * 5) % 40));
    await new Promise((resolve) => setTimeout(resolve, RESIZE_EVERY));
  }
  const began = performance.now();
  session.pty.resize(97, 58);
  do await new Promise((resolve) => setTimeout(resolve, SETTLED));
  while (performance.now() - session.heard < SETTLED);
  if (!session.output.slice(-20_000).includes('\x1b[58;1H'))
    throw new Error('the last size is not drawn');
  const value = session.heard - began;
  await session.quit();
  return { name: `settled after ${RESIZES} sizes in 2 s`, value, unit: 'ms', limit: 500 };
}

/** @param {import('./run.mjs').Bench} bench */
export async function measureKeys(bench) {
  return [
    await measureResizes(bench),
    ...(await pressKeys(bench, 80, 24, 7)),
    ...(await pressKeys(bench, 120, 40, 12)),
    ...(await pressKeys(bench, 200, 50, 25)),
  ];
}

async function pressKeys(bench, columns, rows, limit) {
  const session = openReader(bench, columns, rows);
  const total = bench.manyIds.length;
  await session.untilSays(`1 of ${total}`);
  const times = [];
  const frames = [];
  for (let press = 1; press <= PRESSES; press++) {
    const from = session.output.length;
    const began = performance.now();
    session.pty.write('j');
    await session.untilSays(`${press + 1} of ${total}`, from);
    times.push((await session.untilSays(FRAME_END, from)) - began);
    frames.push(session.output.slice(from));
  }
  if (!frames.at(-1).includes(`${PRESSES + 1} of ${total}`))
    throw new Error('row 201 is not selected');
  await session.quit();
  const size = `${columns}×${rows}`;
  return [
    { name: `key to frame at ${size}, median`, value: median(times), unit: 'ms', limit },
    { name: `key to frame at ${size}, p95`, value: quantile(times, 0.95), unit: 'ms', limit: 50 },
    ...(columns < 100 ? frameRows(frames, columns) : []),
  ];
}

/** Before the list scrolls, a press changes two of its rows and the status. */
function frameRows(frames, columns) {
  const still = frames.slice(0, 15);
  const painted = still.map((frame) => frame.match(/\x1b\[\d+;1H\x1b\[0m\x1b\[2K/g)?.length ?? 0);
  const bytes = still.map((frame) => Buffer.byteLength(frame));
  return [
    {
      name: 'rows a frame paints',
      value: Math.max(...painted),
      unit: 'rows',
      limit: 3,
    },
    { name: 'bytes of such a frame', value: median(bytes), unit: 'bytes', limit: 3 * 4 * columns },
  ];
}
