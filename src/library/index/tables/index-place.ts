// Where the index of a library lies: a folder of the cache, in it a database for each build.
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { tryOr } from '../../../core/try-or.ts';
import { makeFolder } from '../../files/folders.ts';
import { randomName } from '../../files/random-name.ts';
import { writeWhole } from '../../files/temporary-file.ts';
import { type Host, libraryKey } from '../../place/device.ts';
import { userPath } from '../../place/user-folder.ts';

/** The files of one library's index; all absolute. */
export type IndexPlace = NonNullable<ReturnType<typeof indexPlace>>;

const DATABASE = /^[a-z\d]{20}\.db$/;

/** `null` where the user has no cache folder. */
export function indexPlace(root: string, host: Host) {
  const folder = userPath('cache', host, 'index', libraryKey(root));
  if (folder === null) return null;
  const at = (name: string): string => join(folder, name);
  return {
    folder,
    /** Names the database in use: a build never touches one that others read. */
    pointer: at('current'),
    /** Held by the process that builds. */
    lock: at('lock.db'),
    /** The first rows. */
    front: at('front.jsonl'),
    /** As old as the last comparison with all files. */
    checked: at('passed'),
  };
}

/** Makes the folder; false where nothing can be kept in it. */
export function makePlace({ folder, lock }: IndexPlace): boolean {
  return tryOr(() => {
    makeFolder(folder, 0o700);
    accessSync(folder, constants.W_OK);
    // A folder in its way would stay; nothing is in it that anybody needs.
    if (statSync(lock, { throwIfNoEntry: false })?.isDirectory() === true) removeFile(lock);
    return true;
  }, false);
}

/** The path of the database in use, `null` where there is none. */
export function currentDatabase({ folder, pointer }: IndexPlace): string | null {
  const name = tryOr(() => readFileSync(pointer, 'utf8'), '');
  const path = join(folder, name);
  return DATABASE.test(name) && existsSync(path) ? path : null;
}

/** Makes a damaged database unused, unless another has taken its place already. */
export function giveUp(place: IndexPlace, path: string | null): void {
  if (currentDatabase(place) !== path) return;
  removeFile(place.pointer);
  removeFile(place.front);
}

/** Edits in place are found within so many ms. */
const FULL_CHECK_EVERY = 600_000;

/** Notes that all files are compared now; false where it cannot be noted. */
export function noteFullCheck({ checked }: IndexPlace): boolean {
  return tryOr(() => {
    writeFileSync(checked, '', { mode: 0o600 });
    const now = new Date();
    utimesSync(checked, now, now);
    return true;
  }, false);
}

/** The path of a database that is to be: nobody has it yet. */
export function newDatabase({ folder }: IndexPlace): string {
  return join(folder, `${randomName()}.db`);
}

/** From now on this database is in use; those before it go where nobody has them open. */
export function adoptDatabase(place: IndexPlace, path: string): void {
  const name = path.slice(place.folder.length + 1);
  // Whatever else is there, such as a folder, would stay.
  if (currentDatabase(place) === null) removeFile(place.pointer);
  writeWhole(place.pointer, name);
  removeFile(place.front);
  removeUnused(place);
}

/** Removes all databases but the one in use, and drafts that killed builds left; under the lock only. */
export function removeUnused(place: IndexPlace): void {
  const used = currentDatabase(place);
  for (const name of readdirSync(place.folder)) {
    const path = join(place.folder, name);
    const isDatabase = DATABASE.test(name.replace(/-(?:wal|shm|journal)$/, ''));
    const isUsed = used !== null && path.startsWith(used);
    if ((isDatabase && !isUsed) || name.startsWith('.draft-')) removeFile(path);
  }
}

function removeFile(path: string): void {
  // Another process may have it open, on a system that minds.
  tryOr(() => rmSync(path, { force: true, recursive: true }), undefined);
}

/**
 * Calls where the last comparison with all files is long ago; then not again for as long, and never
 * where that cannot be noted. A clock may go back.
 */
export function callWhenStale(place: IndexPlace, onStale: (() => void) | undefined): void {
  const stats = statSync(place.checked, { throwIfNoEntry: false });
  const isDue = stats !== undefined && Math.abs(Date.now() - stats.mtimeMs) > FULL_CHECK_EVERY;
  if (onStale !== undefined && isDue && noteFullCheck(place)) onStale();
}
