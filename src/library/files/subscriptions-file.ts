// The file of subscriptions: read whole, and changed by one process at a time, all or nothing.
import { chmodSync, lstatSync, readlinkSync, realpathSync, renameSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { NewsprintError } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { type OnWait, withLock } from './file-lock.ts';
import { flush } from './flush.ts';
import { ownFolder } from './folders.ts';
import { readBytes } from './read-text-file.ts';
import { systemCode, writeError } from './system-error.ts';
import { DRAFTS_FOLDER, withTemporaryFile } from './temporary-file.ts';

/** From the library's root. */
export const SUBSCRIPTIONS = 'subscriptions.opml';

export interface ChangedSubscriptions {
  readonly data: Uint8Array;
  /** Whether it is for its owner's eyes only. */
  readonly isSecret: boolean;
}

/** How often a change is made anew where another program wrote meanwhile. */
const MOST_TRIES = 5;

/**
 * The file's bytes; `null` where there is none.
 * @throws NewsprintError `unreadable` where it cannot be read or is larger than 10 MiB
 */
export function readSubscriptionsFile(root: string): Buffer | null {
  const path = join(root, SUBSCRIPTIONS);
  // What is in the way is named when it is read.
  const isThere = tryOr(() => statSync(path, { throwIfNoEntry: false }) !== undefined, true);
  return isThere ? readBytes(path, SUBSCRIPTIONS) : null;
}

/**
 * Puts other bytes into the file, in the place of all that were there. A link is followed: it is
 * the user's own. Where another program changes the file meanwhile, the change is made anew.
 * @param change `null` leaves the file as it is
 * @throws NewsprintError `read-only` or `failed` where it cannot be written; what `change` throws
 */
export function changeSubscriptionsFile(
  root: string,
  onWait: OnWait | undefined,
  change: (bytes: Buffer | null) => ChangedSubscriptions | null,
): boolean {
  try {
    const lock = join(ownFolder(root, DRAFTS_FOLDER), 'subscriptions.lock');
    return withLock(lock, { onWait }, ({ isMine }) => {
      for (let tried = 0; tried < MOST_TRIES; tried += 1) {
        const before = readSubscriptionsFile(root);
        const after = change(before);
        if (after === null || before?.equals(after.data)) return false;
        const isAsBefore = (): boolean => {
          const now = readSubscriptionsFile(root);
          const isSame = now === null || before === null ? now === before : now.equals(before);
          return isMine() && isSame;
        };
        if (replace(root, after, isAsBefore)) return true;
      }
      throw new NewsprintError('another program keeps changing it');
    });
  } catch (cause) {
    throw notKept(cause);
  }
}

/** @returns false where the file is no longer what was changed */
function replace(
  root: string,
  { data, isSecret }: ChangedSubscriptions,
  isAsBefore: () => boolean,
): boolean {
  const target = subscriptionsPlace(root);
  const put = (draft: string): boolean => {
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    if (mode !== undefined && !isSecret) chmodSync(draft, mode & 0o777);
    if (!isAsBefore()) return false;
    renameSync(draft, target);
    flush(dirname(target));
    return true;
  };
  const folders = [join(root, DRAFTS_FOLDER), dirname(target)];
  return withTemporaryFile(folders, data, put, isSecret ? 0o600 : undefined);
}

/** Where the file itself lies: where its link leads, also where nothing is there yet. */
export function subscriptionsPlace(root: string): string {
  const path = join(root, SUBSCRIPTIONS);
  try {
    return realpathSync(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  return isLink ? resolve(dirname(path), readlinkSync(path)) : path;
}

function notKept(cause: unknown): unknown {
  const isOurs = cause instanceof NewsprintError;
  if (isOurs ? cause.code !== 'failed' : systemCode(cause) === '') return cause;
  return writeError(`${SUBSCRIPTIONS} is left as it was`, cause, isOurs ? cause.hint : undefined);
}
