// Beside many other articles there is an index: it says what a look through the files says.

import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shareCode } from '../../support/library/temporary-cache.ts';
import { writeFiles, writeOldFiles } from '../../support/library/temporary-library.ts';
import { run } from '../../support/machine/run.ts';
import { SAMPLE } from '../sample.ts';

/** More than a library without an index has. */
const OTHERS = 320;
const base = mkdtempSync(join(tmpdir(), 'newsprint-test-'));
const few = join(base, 'few');
const many = join(base, 'many');
const cache = join(base, 'cache');

beforeAll(() => {
  shareCode(cache);
  writeOldFiles(few, SAMPLE);
  writeOldFiles(many, SAMPLE);
  const other = (at: number) => [
    `other/o${at}.md`,
    `---\ntitle: Number ${at}\nsource: Else\n---\nUnlike.\n`,
  ];
  writeOldFiles(many, Object.fromEntries(Array.from({ length: OTHERS }, (_, at) => other(at))));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const env = { XDG_CACHE_HOME: cache };
const askHere = (root: string, ...args: string[]) =>
  run([...args, '--library', root], { env, isHere: true });

test.each([
  [['search', 'harbour']],
  [['search', '"quay is whole" OR 短い', '--sort', 'published']],
  [['search', 'title:harb*', '-f', 'table', '--color', 'always']],
  [['search', 'photo', '--json']],
  [['search', 'has:figure', '-f', 'jsonl']],
  [['search', 'ada OR 朝刊 OR weather', '-f', 'ids', '--sort', 'title', '--reverse']],
  [['list', 'after:2021-07-19', '--json']],
  [['list', 'lang:ja OR tag:shipping', '-f', 'table', '--width', '60']],
  [['list', '--', '-source:else', '-plain']],
  [['search', 'nowhere']],
])('%j says the same with an index', async ([...args]) => {
  const [plain, indexed] = [await askHere(few, ...args), await askHere(many, ...args)];
  expect(indexed).toEqual(plain);
});

test('An index in the way of a wrong call is not even looked at', async () => {
  expect(await askHere(many, 'search', 'harbour OR')).toMatchObject({ code: 2, stdout: '' });
});

test('What is written over in place is shown as it is now', async () => {
  // A folder that has just changed is looked through anyhow.
  utimesSync(join(many, 'other'), 1_000_000_000, 1_000_000_000);
  await askHere(many, 'list', '--limit', '1', 'number');
  writeFiles(many, { 'other/o1.md': '---\ntitle: Another number\n---\nUnlike, and new.\n' });
  const { stdout } = await askHere(many, 'search', 'title:number', '-f', 'tsv', '--sort', 'title');
  expect(stdout).toMatch(/^o1\t\d{4}-\d\d-\d\d\t\tAnother number\t/m);
});
