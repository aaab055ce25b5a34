// The letters of a Maildir that is there, by the names that stay theirs whatever mail programs do with them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tryOr } from '../../core/try-or.ts';

/** The paths of letters in a folder, by their names without flags; none where there is no such folder. */
export function lettersThere(folder: string): ReadonlyMap<string, readonly string[]> {
  const there = new Map<string, readonly string[]>();
  for (const part of ['new', 'cur']) {
    for (const file of tryOr(() => readdirSync(join(folder, part)), [])) {
      const name = file.replace(/[:!]2,\w*$/, '');
      there.set(name, [...(there.get(name) ?? []), `${part}/${file}`]);
    }
  }
  return there;
}
