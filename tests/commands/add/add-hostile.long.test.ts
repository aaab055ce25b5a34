// Sources of ten megabytes, and a page that is ten thousand lists deep.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/library/temporary-library.ts';
import { runShell } from '../../support/machine/run.ts';
import { BODY, device, page } from '../../support/web/adding.ts';

test('Ten megabytes on one line and a file with zeros end soon', async () => {
  const { call, folder } = device();
  mkdirSync(join(folder, 'd'));
  const line = `# Long\n\n${'word '.repeat(1_900_000)}\n`;
  expect(await call(['add', '-'], line)).toMatchObject({ code: 0 });
  const zeros = `# Zeros\n\nA line with \u0000 in it, and no more than that of it.\n`;
  expect(await call(['add', '-'], zeros)).toMatchObject({ code: 0 });
  expect(await call(['add', '-'], 'x'.repeat(11 * 1024 * 1024))).toMatchObject({ code: 1 });
}, 30_000);

test('A page of 10,000 lists within each other keeps the processor busy for 15 s at most', async () => {
  const path = join(temporaryFolder(), 'lists.html');
  writeFileSync(path, page('Lists', [...BODY, `${'<ul><li>'.repeat(10_000)}deep`]));
  const run = await runShell(
    `TIMEFORMAT=%U; time newsprint add --dry-run --library /nowhere ${path}`,
  );
  expect(run.stdout).toContain('title: Lists');
  expect(Number(run.stderr.trim().split('\n').at(-1))).toBeLessThan(15);
});
