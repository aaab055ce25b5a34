// The last session of the reader in a library: a file in the user's state folder.
import { type JsonObject, objectOf, parseJson } from '../../core/json.ts';
import { tryOr } from '../../core/try-or.ts';
import { tryReadText } from '../files/read-text-file.ts';
import { writeWhole } from '../files/temporary-file.ts';
import { type Host, libraryKey } from './device.ts';
import { userPath } from './user-folder.ts';

/** The last session as it was written; empty where there is no file, or it holds no object. */
export function readSessionFile(root: string, host: Host): JsonObject {
  const path = sessionPath(root, host);
  return objectOf(parseJson((path && tryReadText(path)) ?? ''));
}

/** Where it cannot be written, the next reader begins without. */
export function writeSessionFile(root: string, host: Host, lastSession: object): void {
  const path = sessionPath(root, host);
  tryOr(() => path && writeWhole(path, `${JSON.stringify(lastSession)}\n`), undefined);
}

function sessionPath(root: string, host: Host): string | null {
  return userPath('state', host, 'readers', libraryKey(root));
}
