// What the readers of a library remember until one is opened again: a file in the user's state folder.
import { isObject, parseJson } from '../../core/json.ts';
import { tryOr } from '../../core/try-or.ts';
import { tryReadText } from '../files/read-text-file.ts';
import { writeWhole } from '../files/temporary-file.ts';
import { type Host, libraryKey } from './device.ts';
import { userPath } from './user-folder.ts';

/** What was remembered, as it was written; of a file that is not there, or is no object, nothing. */
export function readRemembered(root: string, host: Host): Readonly<Record<string, unknown>> {
  const path = rememberedFile(root, host);
  const value = parseJson((path && tryReadText(path)) ?? '');
  return isObject(value) ? value : {};
}

/** Keeps it; where that cannot be, the next reader begins without. */
export function writeRemembered(root: string, host: Host, remembered: object): void {
  const path = rememberedFile(root, host);
  tryOr(() => path && writeWhole(path, `${JSON.stringify(remembered)}\n`), undefined);
}

function rememberedFile(root: string, host: Host): string | null {
  return userPath('state', host, 'readers', libraryKey(root));
}
