// The picture at the top of the README is what the reader draws.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawPicture } from '../.config/picture.mjs';
import { root } from './support/machine/run.ts';

test('The picture is a frame of the reader as it is built', async () => {
  const kept = readFileSync(join(root, '.github/newsprint.svg'), 'utf8');
  expect(await drawPicture(), 'npm run picture draws it anew').toBe(kept);
});
