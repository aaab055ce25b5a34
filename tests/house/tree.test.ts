// What lies in the project's folder: the agreed names, and no sentence of another's.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './sources.ts';

const TOP = [
  '.ci',
  '.config',
  '.github',
  '.gitignore',
  '.npmrc',
  'LICENSE',
  'README.md',
  'articles',
  'bench',
  'package-lock.json',
  'package.json',
  'src',
  'tests',
  'tsconfig.json',
];
/** Made on the spot and ignored by git. */
const MADE = ['.git', 'dist', 'node_modules'];

test('the top folder holds the agreed names only', () => {
  const names = readdirSync(ROOT).filter((name) => !MADE.includes(name) && !name.endsWith('.log'));
  expect(names.filter((name) => !TOP.includes(name))).toEqual([]);
});

const SEEDS = join(ROOT, '../shared/seeds');
/** Words in a row that may not be another's. */
const RUN = 8;

/** The runs of a text, in lower case, without punctuation. */
function runsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, -RUN + 1).map((_, at) => words.slice(at, at + RUN).join(' '));
}

function filesUnder(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}

describe('the seeds', () => {
  test.skipIf(!existsSync(SEEDS))('of the project lend no file a sentence', () => {
    const seeds = filesUnder(SEEDS).flatMap((path) => runsOf(readFileSync(path, 'utf8')));
    const theirs = new Set(seeds);
    expect(theirs.size).toBeGreaterThan(100);
    const ours = TOP.map((name) => join(ROOT, name)).filter((path) => existsSync(path));
    const copies = ours
      .flatMap(filesUnder)
      .filter((path) => runsOf(readFileSync(path, 'utf8')).some((run) => theirs.has(run)));
    expect(copies).toEqual([]);
  });

  test('are compared by eight words, whatever stands between them', () => {
    const runs = runsOf('One, two — three\nFOUR five. Six: seven "eight" nine');
    expect(runs).toEqual([
      'one two three four five six seven eight',
      'two three four five six seven eight nine',
    ]);
    expect(runsOf('only three words')).toEqual([]);
  });
});
