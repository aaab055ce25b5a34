// Places to run the built program in, also with a fault at each of its changes to the disk in turn.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Library, openLibrary } from '../../../src/library/finder/open-library.ts';
import { listTrash } from '../../../src/library/store/remove-articles.ts';
import { shareCode } from '../library/temporary-cache.ts';
import {
  type Files,
  temporaryFolder,
  temporaryLibrary,
  writeFiles,
} from '../library/temporary-library.ts';
import { type Run, type RunOptions, run } from './run.ts';

const preload = fileURLToPath(new URL('crash-preload.cjs', import.meta.url));

/** A library and the home of its machine, side by side in one folder. */
export interface Place {
  readonly root: string;
  readonly home: string;
}

/** Runs the program in a place, whose library is the working folder. */
export function runIn(
  { root, home }: Place,
  args: readonly string[],
  { env, ...more }: Pick<RunOptions, 'env' | 'input' | 'isHere'> = {},
): Promise<Run> {
  const homes = { HOME: home, NEWSPRINT_LIBRARY: root };
  return run(args, { cwd: root, env: { ...homes, ...env }, ...more });
}

/** A place for one test; the program starts there with the code that it compiled elsewhere. */
export function newPlace(files: Files): Place {
  const folder = temporaryLibrary();
  const place = { root: join(folder, 'library'), home: join(folder, 'home') };
  mkdirSync(place.root);
  writeFiles(place.root, files);
  shareCode(join(place.home, '.cache'));
  return place;
}

/** Opens a place's library as its machine does. */
export function openPlace({ root, home }: Place): Library {
  return openLibrary(root, { env: { HOME: home }, platform: 'linux' });
}

/** What a user sees of a library. */
export function seen(place: Place): readonly unknown[] {
  const { articles, journals } = openPlace(place);
  // Files without a date are in the order of their own times, which differ from place to place.
  const sorted = articles.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return sorted.map((head) => {
    const { read, starred, progress } = journals.state(head);
    return { id: head.id, tags: head.tags, read, starred, progress };
  });
}

/** The texts of all files of the library and of its trash. */
export function texts({ root }: Place): readonly string[] {
  const inTrash = listTrash(root).map(({ op, path }) => `.newsprint/trash/${op}/${path}`);
  const inLibrary = readdirSync(root).filter((name) => name.endsWith('.md'));
  const all = [...inTrash, ...inLibrary].map((path) => readFileSync(join(root, path), 'utf8'));
  return [...new Set(all)].sort();
}

/** One command line, and what goes to its standard input. */
export interface Command {
  readonly args: readonly string[];
  readonly input?: string;
}

/** What may go wrong at a call: the process is killed there, or the call fails. */
export type Fault = 'torn' | 'unended' | 'after' | 'ENOSPC' | 'EIO' | 'EROFS' | 'EMFILE';

/**
 * Runs the command on the place as it is at the start, with that fault at its first, second, …
 * change to the disk, until it ends before that.
 * @param check looks at the place after each
 * @param step 3 for every third
 * @returns how many faults that were
 */
export async function failEverywhere(
  { place, start }: { readonly [Name in 'place' | 'start']: Place },
  command: Command,
  fault: Fault,
  check: (run: Run, where: string) => void | Promise<void>,
  step = 1,
): Promise<number> {
  for (let [at, faults] = [1, 0]; ; at += step, faults += 1) {
    copyPlace(start, place);
    const ran = await runWith(place, command, fault, at);
    const [told = '', name = 'the end'] = /fault injected: (.*)\n/.exec(ran.stderr) ?? [];
    await check({ ...ran, stderr: ran.stderr.replace(told, '') }, `${fault} at ${at} ${name}`);
    if (ran.signal === null && told === '') return faults;
  }
}

/** Runs the command with a fault at a call; see the preload. */
export function runWith(
  place: Place,
  { args, input }: Command,
  fault: Fault | 'short',
  at: number,
): Promise<Run> {
  const env = {
    NODE_OPTIONS: `--require ${preload}`,
    NEWSPRINT_CRASH_AT: String(at),
    NEWSPRINT_CRASH_HOW: fault,
  };
  return runIn(place, args, input === undefined ? { env } : { env, input });
}

/** A copy of a place, to make it anew from; it is no place to run in, for its paths are others. */
export function keepPlace(place: Place): Place {
  const folder = temporaryFolder();
  const kept = { root: join(folder, 'library'), home: join(folder, 'home') };
  copyPlace(place, kept);
  return kept;
}

/** Makes a place as another is. */
export function copyPlace(from: Place, to: Place): void {
  for (const part of ['root', 'home'] as const) {
    rmSync(to[part], { recursive: true, force: true });
    const options = { recursive: true, verbatimSymlinks: true, preserveTimestamps: true };
    if (existsSync(from[part])) cpSync(from[part], to[part], options);
  }
}
