// `npm start` and `npm test` build when dist/ is missing or older than what it is made from.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isStale } from '../../.config/build/stale.mjs';
import { ROOT } from './sources.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'newsprint-stale-'));
  writeAt('src/cli.ts', 100);
  writeAt('src/core/clean.ts', 100);
  writeAt('package-lock.json', 100);
  writeAt('.config/build.mjs', 100);
  writeAt('dist/newsprint.cjs', 200);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes a file that was last changed so many seconds into 1970, and its folders as well. */
function writeAt(path: string, seconds: number): void {
  const full = join(root, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, '');
  utimesSync(full, seconds, seconds);
  for (let at = dirname(full); at.length > root.length; at = dirname(at)) {
    utimesSync(at, seconds, seconds);
  }
}

describe('a build', () => {
  test('newer than everything is not stale', () => {
    expect(isStale(root)).toBe(false);
  });

  test('that is missing is stale', () => {
    rmSync(join(root, 'dist'), { recursive: true });
    expect(isStale(root)).toBe(true);
  });

  test.for(['src/cli.ts', 'src/core/clean.ts', 'package-lock.json', '.config/build.mjs'])(
    'older than %s is stale',
    (path) => {
      utimesSync(join(root, path), 300, 300);
      expect(isStale(root)).toBe(true);
    },
  );

  test('is stale after a file of src/ went', () => {
    rmSync(join(root, 'src/core/clean.ts'));
    utimesSync(join(root, 'src/core'), 300, 300);
    expect(isStale(root)).toBe(true);
  });

  test('does not mind a change elsewhere', () => {
    writeAt('tests/core/clean.test.ts', 300);
    expect(isStale(root)).toBe(false);
  });
});

test.for(['start', 'test', 'test:long', 'bench'])(
  'npm run %s builds a stale dist/ first',
  (name) => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(scripts[name]).toMatch(/^node \.config\/build\.mjs --if-stale && /);
  },
);
