// A monkey at the built reader: any inputs in any order, while others change the library under it.

import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { temporaryCache } from '../library/temporary-cache.ts';
import { temporaryFolder } from '../library/temporary-library.ts';
import { type Random, seededRandom } from '../machine/random.ts';
import { program } from '../machine/run.ts';
import { rss } from '../web/following.ts';
import { serve } from '../web/web-server.ts';
import { type MonkeyInput, monkeyInput } from './monkey-inputs.ts';
import { disturb, writeMonkeyLibrary } from './monkey-library.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const BATCH = 25;
/** Ends a paste and a string that may be open, and asks for the whole screen. */
const SETTLE = '\x1b[201~\x07\x0c';
/** Esc as `CSI u`: one alone is a key only where nothing follows it at once, be it an answer. */
const ESCAPE = '\x1b[27u';
/** The first row of a frame, painted. */
const FIRST_ROW = /\x1b\[\?2026h(?:\x1b\[\d+;1H\x1b\[0m\x1b\[J)?\x1b\[1;1H/;
/** V8 keeps what is dropped for as long as it may: so little that what stays is what is seen. */
const HEAP = ['--max-old-space-size=64', '--max-semi-space-size=4'];
/** The C library does as well, for each thread, in pieces between what is used: none of that either. */
const MALLOC = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '131072',
};
/** Nothing fits it, and it is not among the words of the articles. */
const NOWHERE = 'zzyzx';

/** What a list says that has no article: none fits, or there is none at all. */
const NOTHING = new RegExp(`Nothing fits[^]*“${NOWHERE}”\\.|No articles here|All articles are`);

/** How a storm goes. */
export interface Storm {
  readonly seed: number;
  readonly inputs: number;
  /** In the library. */
  readonly articles: number;
}

/** Peaks of the memory in MiB, by quarters of the storm. */
export type Peaks = readonly [number, number, number, number];

/** The most that the process had in memory since the last call, in MiB. */
function takePeak(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

function resize(terminal: Terminal, columns: number, rows: number): void {
  if (columns > 0) {
    terminal.resize(columns, rows);
    return;
  }
  const device = readlinkSync(`/proc/${terminal.pid}/fd/0`);
  spawnSync('stty', ['-F', device, 'cols', String(columns), 'rows', String(rows)]);
}

/** Sends what was done, at times cut anywhere. */
async function send(
  terminal: Terminal,
  random: Random,
  inputs: readonly MonkeyInput[],
): Promise<void> {
  let bytes = '';
  const flush = async () => {
    await terminal.send(Buffer.from(bytes, 'latin1'));
    bytes = '';
  };
  for (const input of inputs) {
    if ('bytes' in input) bytes += input.bytes;
    else {
      await flush();
      resize(terminal, input.columns, input.rows);
    }
    if (random.percent(20)) await flush();
  }
  await flush();
}

/** Waits until the reader has drawn all of a screen since. */
async function settle(terminal: Terminal, recent: readonly MonkeyInput[]): Promise<void> {
  terminal.forget();
  terminal.press(SETTLE);
  await terminal
    .waitFor(() => FIRST_ROW.test(terminal.output()) || !isAlive(terminal))
    .catch((error) => {
      const after = `stuck after ${JSON.stringify(recent)}`;
      throw new Error(`${after}; ${describe(terminal)}`, { cause: error });
    });
  if (isAlive(terminal)) return;
  const end = JSON.stringify(await terminal.exit());
  throw new Error(`${end} after ${JSON.stringify(recent)}:\n${terminal.text()}`);
}

/** Where the program waits in the system, and the modes of its terminal. */
function describe({ pid }: Terminal): string {
  const [wchan, syscall] = ['wchan', 'syscall'].map((name) => {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  });
  const device = readlinkSync(`/proc/${pid}/fd/0`);
  return `${wchan} ${syscall} ${spawnSync('stty', ['-a', '-F', device]).stdout}`;
}

function isAlive({ pid }: Terminal): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function isList(terminal: Terminal): boolean {
  return terminal.text().includes('? keys   q quit') && !terminal.text().includes(NOWHERE);
}

/** What says that the words went elsewhere: a draft, the find in an article, an address of a page or feed. */
const ELSEWHERE = new RegExp(`Enter keep|no “${NOWHERE}” in|no web address|${NOWHERE}'$`, 'm');
/** So often a page or a site that was still being looked at comes between. */
const MOST_TRIES = 40;

/**
 * From wherever one is: what was still being read comes first, and is discarded. Keys that come while an
 * editor has the terminal are its.
 * @param isThere asked when the keys have come to something
 */
async function reach(
  terminal: Terminal,
  press: () => Promise<void>,
  isThere: () => boolean,
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    terminal.press(ESCAPE.repeat(12));
    await settle(terminal, []);
    await press();
    if (isThere()) return;
  }
  throw new Error(`no way out:\n${terminal.text()}`);
}

/** Known keys lead to known screens, and out. */
async function expectSane(terminal: Terminal, root: string): Promise<void> {
  const isFound = () => NOTHING.test(terminal.text());
  const isElsewhere = () => ELSEWHERE.test(terminal.text()) || !terminal.text().includes(NOWHERE);
  const isHelp = () => /^ Keys/m.test(terminal.text());
  // A large library is listed a while after the key, and keys wait for it; a prompt or a draft may come before.
  const isPrompt = () => !terminal.text().includes('? keys') || /discard/.test(terminal.text());
  const list = () => terminal.waitFor(() => isList(terminal) || isPrompt());
  const search = async () => {
    await terminal.waitFor(() => isList(terminal) || isPrompt() || isFound());
    terminal.press(`/${NOWHERE}\r`);
    await settle(terminal, []);
    await terminal.waitFor(() => isFound() || isElsewhere());
  };
  const help = async () => {
    await list();
    if (!isList(terminal)) return;
    terminal.press('?');
    await terminal.waitFor(() => isHelp() || !isList(terminal));
  };
  resize(terminal, 100, 30);
  // A terminal that is too small hears no Esc: the new size is waited for.
  await settle(terminal, []);
  await reach(terminal, search, isFound);
  // Others may have left the library empty; a key that was still waiting would remove this, too.
  writeFileSync(join(root, 'last.md'), 'It stays.\n');
  await reach(terminal, help, isHelp);
  await reach(terminal, list, () => isList(terminal));
  expect(terminal.modes()).toMatchObject({
    alternateScreen: true,
    cursorHidden: true,
    mouse: true,
    paste: true,
  });
  terminal.press('Q');
  expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
  expect(terminal.modes()).toMatchObject({
    alternateScreen: false,
    cursorHidden: false,
    mouse: false,
    paste: false,
  });
}

/** Lets a monkey loose; the reader stands it, and can be left as ever. */
export async function storm({ seed, inputs, articles }: Storm): Promise<Peaks> {
  const random = seededRandom(seed);
  const { url } = await serve({
    '/feed': { body: rss([{ title: 'One' }, { title: 'Two' }]) },
    '/page': { body: '<title>A page</title><p>It has some words.</p>' },
  });
  const root = temporaryFolder();
  writeMonkeyLibrary(root, articles, random);
  const library = { root, articles, feeds: [`${url}/feed`, `${url}/gone`] };
  const home = temporaryFolder();
  const env = {
    HOME: home,
    XDG_STATE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_CACHE_HOME: temporaryCache(),
  };
  const programs = { EDITOR: 'true', VISUAL: 'true', BROWSER: 'true' };
  const terminal = openTerminal(process.execPath, [...HEAP, program, '--library', root], {
    columns: 100,
    rows: 30,
    cwd: home,
    env: { ...env, ...programs, ...MALLOC },
  });
  try {
    await terminal.waitFor(articles === 0 ? 'No articles here yet.' : `${articles} unread`);
    const peaks: number[] = [];
    for (let done = 0; done < inputs; done += BATCH) {
      if (Math.floor((done * 4) / inputs) > peaks.length) peaks.push(takePeak(terminal.pid));
      const batch = Array.from({ length: BATCH }, () => monkeyInput(random, `${url}/page`));
      // A monkey saves more queries and mutes than anyone would keep.
      for (const name of ['queries', 'mutes'])
        rmSync(join(home, 'newsprint', name), { force: true });
      if (random.percent(30)) disturb(library, random);
      await send(terminal, random, batch);
      await settle(terminal, batch);
    }
    const [first = 0, second = 0, third = 0] = peaks;
    const last = takePeak(terminal.pid);
    await expectSane(terminal, root);
    return [first, second, third, last];
  } finally {
    terminal.close();
  }
}
