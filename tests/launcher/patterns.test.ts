// The built program reads pages with patterns that are compiled at once, and never interpreted first.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../dist/newsprint.cjs', import.meta.url));
const articles = fileURLToPath(new URL('../../articles', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'newsprint-patterns-'));
const page = join(home, 'page.txt');
writeFileSync(
  page,
  'Storm floods the harbour\n\nBy Ada Li\n\nThe water rose to the quay at noon.\n',
);

afterAll(() => rmSync(home, { recursive: true }));

/** Node itself and the launcher may have used some before the program says how it wants them. */
const FEW = 5;

/** How often V8 compiled a pattern that it had interpreted before. */
function countInterpreted(...args: readonly string[]): number {
  const traced = ['--trace-regexp-tier-up', program, ...args];
  const { PATH = '' } = process.env;
  const { stdout } = spawnSync(process.execPath, traced, {
    env: { PATH, HOME: home, NEWSPRINT_LIBRARY: home },
    encoding: 'utf8',
  });
  return stdout.split('\n').filter((line) => line.includes('tier-up')).length;
}

test.each([
  ['a page that is added', ['add', '--dry-run', page]],
  ['a page that is shown by its address', ['show', 'http://127.0.0.1:9/a']],
  ['feeds', ['fetch']],
  ['other programs’ articles', ['import', page]],
])('No pattern is interpreted for %s', (_, args) => {
  expect(countInterpreted(...args)).toBeLessThan(FEW);
});

test('A list, whose patterns are short, has them interpreted first', () => {
  expect(countInterpreted('list', '--library', articles)).toBeGreaterThan(FEW);
});
