// The device: the name of the journal that this machine keeps for a library.
import { linkSync, realpathSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { quickDigest } from '../files/digest.ts';
import { flushNames } from '../files/flush.ts';
import { makeFolder } from '../files/folders.ts';
import { withOpenFile } from '../files/open-file.ts';
import { randomName } from '../files/random-name.ts';
import { tryReadText } from '../files/read-text-file.ts';
import { systemCode, systemReason } from '../files/system-error.ts';
import { removeLeftovers, withTemporaryFile } from '../files/temporary-file.ts';
import { machineKey } from '../files/this-machine.ts';
import { type Env, userPath } from './user-folder.ts';

/** Whose machine it is. */
export interface Host {
  readonly env: Env;
  readonly platform: string;
}

/** A device of its own has a library on a machine, and each copy of one. */
export interface Device {
  /** Of the journal, without `.jsonl`. */
  readonly name: string;
  /** The operation it wrote last; empty before the first. */
  readonly last: string;
}

const NAME = /^[a-z\d]{20}$/;
/** Where the name of the last operation begins in the device's file (bytes). */
const LAST_AT = 21;
/** How long it is (bytes). */
const LAST_LENGTH = 20;

/**
 * What the names begin with that this machine gives itself for a library: a copy of the library, of
 * the home or of the whole machine gives itself others. `null` for want of a home.
 */
export function deviceStart(root: string, host: Host): string | null {
  const path = deviceFile(root, host);
  return path && machineKey(path).slice(0, 12);
}

/** Whether a journal is one of those that this machine wrote. */
export function isOwnName(start: string | null, name: string): boolean {
  return start !== null && name.startsWith(start) && NAME.test(name);
}

/** The device as its file has it; `null` where there is none, or another machine's or library's. */
export function readDevice(root: string, host: Host): Device | null {
  const path = deviceFile(root, host);
  return path === null ? null : readDeviceFile(path, deviceStart(root, host));
}

function readDeviceFile(path: string, start: string | null): Device | null {
  const [name = '', last = ''] = (tryReadText(path) ?? '').trim().split(' ');
  return isOwnName(start, name) ? { name, last } : null;
}

/**
 * The device's name, a new one where there is none yet or where its journal is not as it left it:
 * another may have gone on with that one, and one of both would lose its lines to a copier. Of
 * processes that make one at once one wins.
 * @throws NewsprintError `read-only` where it cannot be kept
 */
export function makeDevice(
  root: string,
  host: Host,
  start: string | null,
  isWhole: (device: Device) => boolean,
): string {
  const path = deviceFile(root, host);
  if (path === null) throw notKept('there is no home folder to keep the name of this device in');
  const read = () => readDeviceFile(path, start);
  const known = read();
  if (known !== null && isWhole(known)) return known.name;
  try {
    const isFree = () => [undefined, known?.name].includes(read()?.name);
    writeDevice(path, `${start}${randomName().slice(0, 8)}`, isFree);
    const made = read();
    if (made !== null) return made.name;
    throw new Error('it does not hold what was written');
  } catch (error) {
    throw notKept(`${quoteValue(path)} cannot be written: ${systemReason(error)}`, error);
  }
}

/** Notes what a device wrote last; where that cannot be, an earlier operation is as good. */
export function noteLast(root: string, host: Host, op: string): void {
  const path = deviceFile(root, host);
  if (path === null) return;
  // In its place: whenever the power fails, the file has the one or the other.
  const last = op.padEnd(LAST_LENGTH).slice(0, LAST_LENGTH);
  tryOr(() => withOpenFile(path, 'r+', (file) => writeSync(file, last, LAST_AT)), 0);
  removeLeftovers(dirname(path));
}

function notKept(reason: string, cause?: unknown): NewsprintError {
  return new NewsprintError(`marks cannot be kept: ${reason}`, {
    code: 'read-only',
    hint: 'set XDG_STATE_HOME to a folder you may write to',
    cause,
  });
}

/** The device's file; `null` for want of a home. */
function deviceFile(root: string, host: Host): string | null {
  return userPath('state', host, 'devices', libraryKey(root));
}

/** A file name for a library's folder, of 64 bits: no two of a user's libraries share it. */
export function libraryKey(root: string): string {
  // Where there is no such folder yet its name must do.
  return quickDigest(tryOr(() => realpathSync.native(root), root));
}

/** A whole file or none is ever seen under the name. @param isFree whether what is there is of no use */
function writeDevice(path: string, name: string, isFree: () => boolean): void {
  makeFolder(dirname(path), 0o700);
  const put = (draft: string): void => {
    try {
      linkSync(draft, path);
    } catch (error) {
      // Either it is there already, or the file system has no links.
      if (systemCode(error) !== 'EEXIST' || isFree()) renameSync(draft, path);
    }
  };
  withTemporaryFile([dirname(path)], `${name} ${' '.repeat(LAST_LENGTH)}\n`, put, 0o600);
  flushNames('/', [path]);
}
