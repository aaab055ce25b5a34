// The ordinary files in a folder of the user's.
import { readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { tryOr } from '../../core/try-or.ts';

/**
 * Paths from the folder, sorted. Names that begin with a dot are left out; links to files are followed,
 * those to folders are not.
 * @param isLeftOut asked of each name in a folder, with all that lie beside it
 */
export function filesBelow(
  folder: string,
  isLeftOut: (path: string, beside: readonly string[]) => boolean,
): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const names = entries.map(({ name }) => name);
  return entries
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const { name } = entry;
      const path = join(folder, name);
      if (name.startsWith('.') || isLeftOut(path, names)) return [];
      const link = entry.isSymbolicLink() ? statOf(path) : undefined;
      if (entry.isFile() || link?.isFile()) return [name];
      return entry.isDirectory() ? filesBelow(path, isLeftOut).map((one) => join(name, one)) : [];
    });
}

/** Whether a folder is there, and not a file. */
export function isDirectory(path: string): boolean {
  return statOf(path)?.isDirectory() ?? false;
}

/** Nothing where there is nothing, or its links lead in a circle. */
function statOf(path: string): Stats | undefined {
  return tryOr(() => statSync(path), undefined);
}
