// Kills the built program at each of its changes to the disk in turn, and looks at what is left.

import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { type Library, openLibrary } from '../../src/library/finder/open-library.ts';
import { listTrash } from '../../src/library/store/remove-articles.ts';
import { type Run, run } from './run.ts';
import { type Files, temporaryLibrary, writeFiles } from './temporary-library.ts';

/** Written by the preload where the call was reached. */
const REACHED = 'fault injected\n';
const preload = fileURLToPath(new URL('crash-preload.cjs', import.meta.url));

/** A library and the home of its machine, side by side in one folder. */
export interface Place {
  readonly root: string;
  readonly home: string;
}

/** Runs the program in a place. */
export function runIn(
  { root, home }: Place,
  args: readonly string[],
  { env, input }: { readonly env?: Readonly<Record<string, string>>; readonly input?: string } = {},
): Promise<Run> {
  const homes = { HOME: home, NEWSPRINT_LIBRARY: root };
  return run(args, { env: { ...homes, ...env }, ...(input === undefined ? {} : { input }) });
}

/** A place for one test. */
export function newPlace(files: Files): Place {
  const folder = temporaryLibrary();
  writeFiles(join(folder, 'library'), files);
  return { root: join(folder, 'library'), home: join(folder, 'home') };
}

/** Opens a place's library as its machine does. */
export function openPlace({ root, home }: Place): Library {
  return openLibrary(root, { env: { HOME: home }, platform: 'linux' });
}

/** What a user sees of a library. */
export function seen(place: Place): unknown {
  const { articles, journals } = openPlace(place);
  // Files without a date are in the order of their own times, which differ from place to place.
  const sorted = articles.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return sorted.map((head) => {
    const { read, starred, progress } = journals.state(head.id);
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

/**
 * Runs the command on the place as it is, killed at its first, second, … change to the disk, until
 * it ends before that.
 * @param check looks at the place after each kill
 * @returns how many kills that were
 */
export async function crashEverywhere(
  place: Place,
  command: Command,
  check: () => void | Promise<void>,
): Promise<number> {
  const kept = temporaryLibrary();
  copyPlace(place, { root: join(kept, 'library'), home: join(kept, 'home') });
  let kills = 0;
  for (const how of ['torn', 'after']) {
    for (let at = 1; ; at += 1) {
      copyPlace({ root: join(kept, 'library'), home: join(kept, 'home') }, place);
      const { signal, code } = await runToCrash(place, command, how, at);
      await check();
      if (signal !== 'SIGKILL') {
        expect(code).toBe(0);
        break;
      }
      kills += 1;
    }
  }
  return kills;
}

/** What the system may say of any call. */
const ERRORS = ['ENOSPC', 'EIO', 'EROFS', 'EMFILE', 'EINTR', 'short'];

/**
 * Runs the command on the place as it is, with its first, second, … change to the disk failing in each
 * way in turn, until it ends before that.
 * @param check looks at the place after each; whether the command said that it was done
 * @returns how many failures that were
 */
export async function failEverywhere(
  place: Place,
  command: Command,
  check: (isDone: boolean, fault: string) => void | Promise<void>,
): Promise<number> {
  const kept = temporaryLibrary();
  const start = { root: join(kept, 'library'), home: join(kept, 'home') };
  copyPlace(place, start);
  let failures = 0;
  for (const how of ERRORS) {
    for (let at = 1; ; at += 1) {
      copyPlace(start, place);
      const { signal, code, stderr } = await runToCrash(place, command, how, at);
      expect([signal, stderr]).toEqual([null, expect.not.stringContaining('bug:')]);
      await check(code === 0, `${how} at ${at}`);
      if (!stderr.includes(REACHED)) break;
      failures += 1;
    }
  }
  return failures;
}

function runToCrash(place: Place, { args, input }: Command, how: string, at: number): Promise<Run> {
  const env = {
    NODE_OPTIONS: `--require ${preload}`,
    NEWSPRINT_CRASH_AT: String(at),
    NEWSPRINT_CRASH_HOW: how,
  };
  return runIn(place, args, input === undefined ? { env } : { env, input });
}

/** Makes a place as another is. */
export function copyPlace(from: Place, to: Place): void {
  for (const part of ['root', 'home'] as const) {
    rmSync(to[part], { recursive: true, force: true });
    if (existsSync(from[part])) cpSync(from[part], to[part], { recursive: true });
  }
}
