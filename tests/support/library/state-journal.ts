// What the journals of a library hold.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of all of them. */
export function stateJournal(root: string): string {
  const folder = join(root, '.newsprint/state');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}
