// Exports a library as a book.
import { join } from 'node:path';
import { expect } from 'vitest';
import { temporaryFolder } from '../../support/library/temporary-library.ts';
import { run } from '../../support/machine/run.ts';

/** @returns the path of the book, which lives as long as the running test */
export async function exportEpub(library: string): Promise<string> {
  const path = join(temporaryFolder(), 'book.epub');
  const args = ['export', '--library', library, '-o', path];
  expect(await run(args, { isHere: true })).toMatchObject({ code: 0 });
  return path;
}
