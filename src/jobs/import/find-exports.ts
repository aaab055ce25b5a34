// Which files a word of an import means, and what each of them is.
import { basename, dirname, join, resolve, sep } from 'node:path';
import { cleanLine } from '../../core/clean.ts';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import {
  EXPORT_START,
  EXPORTS,
  type ExportKind,
  foreignKind,
  sniffExport,
} from '../../intake/exports/sniff-export.ts';
import { PICTURE_NAME } from '../../intake/feed/entry-files.ts';
import { filesBelow, isDirectory } from '../../library/files/files-below.ts';
import { readStart } from '../../library/files/open-file.ts';
import { orRefused } from '../../library/files/system-error.ts';

export interface FoundExport {
  readonly path: string;
  /** As messages call it. */
  readonly shown: string;
  readonly kind: ExportKind;
  /** The folder that is imported: what its texts name lies in it. */
  readonly folder: string;
}

const TAKEN = `import takes ${[...new Set(Object.values(EXPORTS))].join(', ')}, and folders of them`;
const AS_MARKDOWN = 'newsprint export -f markdown writes articles that import takes';

/**
 * Looks at a file, or at every file in a folder but those that begin with a dot.
 * @param root of the library, which is no export
 * @returns as `others` the names of files in the folder that are none
 * @throws NewsprintError `unreadable`, for a file that is none too
 */
export function findExports(word: string, { cwd, root }: { cwd: string; root: string }) {
  const path = resolve(cwd, word);
  const named = cleanLine(word);
  if (!isDirectory(path)) {
    const kind = kindOf(path, word);
    const folder = dirname(path);
    if (kind !== null) return { found: [{ path, shown: named, kind, folder }], others: [] };
    throw notTaken(path, `${named}: nothing to import`, `${TAKEN}; a page: newsprint add ${named}`);
  }
  if (`${path}${sep}`.startsWith(`${root}${sep}`)) {
    throw new NewsprintError(`${quoteValue(word)} is in the library already`);
  }
  const found: FoundExport[] = [];
  const others: string[] = [];
  const isLeftOut = (one: string, beside: readonly string[]) => one === root || isPart(one, beside);
  const names = () => filesBelow(path, isLeftOut);
  for (const name of orRefused(`${named}: cannot be read`, names, 'unreadable')) {
    const file = join(path, name);
    const shown = cleanLine(join(word, name));
    const kind = tryOr(() => kindOf(file, shown), null);
    if (kind !== null && isItself(kind, name))
      found.push({ path: file, shown, kind, folder: path });
    // Pictures come with the texts that name them.
    else if (!PICTURE_NAME.test(shown)) others.push(shown);
  }
  if (found.length > 0) return { found, others };
  const foreign = others.find((one) => foreignIn(resolve(cwd, one)) !== null);
  if (foreign !== undefined)
    throw notTaken(resolve(cwd, foreign), `${foreign}: nothing to import`, TAKEN);
  const message = `${named}: nothing to import in this folder`;
  throw new NewsprintError(message, { code: 'unreadable', hint: TAKEN });
}

/** @param path of the file that is looked at for what it is instead */
function notTaken(path: string, message: string, hint: string): NewsprintError {
  const what = foreignIn(path);
  if (what === null) return new NewsprintError(message, { code: 'unreadable', hint });
  return new NewsprintError(`${message}: it is ${what}`, { code: 'unreadable', hint: AS_MARKDOWN });
}

/** What a file is that no import takes; `null` where that is not known. */
function foreignIn(path: string): string | null {
  return tryOr(() => foreignKind(readStart(path, EXPORT_START)), null);
}

function kindOf(path: string, shown: string): ExportKind | null {
  const read = () => readStart(path, EXPORT_START);
  return sniffExport(orRefused(`cannot read ${quoteValue(shown)}`, read, 'unreadable'), path);
}

/** newsboat's queue of downloads looks like its list of feeds, and a copy of its files is not in force. */
function isItself(kind: ExportKind, name: string): boolean {
  return (kind !== 'urls' && kind !== 'config') || basename(name) === kind;
}

const METADATA = /^metadata_\d+_to_\d+\.json$/;

/** What Omnivore's metadata tells of is no file of its own. */
function isPart(path: string, beside: readonly string[]): boolean {
  return /[/\\](?:content|highlights)$/.test(path) && beside.some((name) => METADATA.test(name));
}
