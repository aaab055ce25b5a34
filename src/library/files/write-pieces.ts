// Files that come piece by piece, and are there whole or not at all.
import { existsSync, renameSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NewsprintError } from '../../core/errors.ts';
import { makeFolder } from './folders.ts';
import { randomName } from './random-name.ts';
import { writeError } from './system-error.ts';
import { removeDraft } from './temporary-file.ts';

/**
 * Writes a file outside the library; its folder is made where it is missing.
 * @param fill writes its pieces
 * @throws NewsprintError `failed` where there is one already, `read-only` or `failed` where it cannot be
 *   written; whatever `fill` throws
 */
export async function writePieces(
  path: string,
  fill: (write: (piece: Uint8Array) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  if (existsSync(path)) throw new NewsprintError(`${path} is there already`);
  const draft = join(dirname(path), `.${randomName()}.tmp`);
  try {
    makeFolder(dirname(path));
    const file = await open(draft, 'wx');
    await fill((piece) => file.appendFile(piece)).finally(() => file.close());
    renameSync(draft, path);
  } catch (error) {
    throw error instanceof NewsprintError ? error : writeError(`${path} cannot be written`, error);
  } finally {
    removeDraft(draft);
  }
}
