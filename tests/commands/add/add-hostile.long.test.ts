// Sources of ten megabytes.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { device } from '../../support/web/adding.ts';

test('Ten megabytes on one line and a file with zeros end soon', async () => {
  const { call, folder } = device();
  mkdirSync(join(folder, 'd'));
  const line = `# Long\n\n${'word '.repeat(1_900_000)}\n`;
  expect(await call(['add', '-'], line)).toMatchObject({ code: 0 });
  const zeros = `# Zeros\n\nA line with \u0000 in it, and no more than that of it.\n`;
  expect(await call(['add', '-'], zeros)).toMatchObject({ code: 0 });
  expect(await call(['add', '-'], 'x'.repeat(11 * 1024 * 1024))).toMatchObject({ code: 1 });
}, 30_000);
