// The device: the name of this machine's journal of a library.
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

/** The environment and platform of the machine. */
export interface Host {
  readonly env: Env;
  readonly platform: string;
}

/** Each library on a machine is a device of its own, and so is each copy of one. */
export interface Device {
  /** Of the journal, without `.jsonl`. */
  readonly name: string;
  /** The last operation that it wrote; empty before the first. */
  readonly last: string;
}

const NAME = /^[a-z\d]{20}$/;
/** Offset of the last operation's name in the device's file (bytes). */
const LAST_AT = 21;
/** Length of that name (bytes). */
const LAST_LENGTH = 20;

/**
 * The start of all names that this machine uses for a library; a copy of the library, of the home or
 * of the whole machine uses others. `null` without a home.
 */
export function deviceStart(root: string, host: Host): string | null {
  const path = deviceFile(root, host);
  return path && machineKey(path).slice(0, 12);
}

/** Whether this machine wrote a journal. */
export function isOwnName(start: string | null, name: string): boolean {
  return start !== null && name.startsWith(start) && NAME.test(name);
}

/** The device in its file; `null` where there is none, or it is another machine's or library's. */
export function readDevice(root: string, host: Host): Device | null {
  const path = deviceFile(root, host);
  return path === null ? null : readDeviceFile(path, deviceStart(root, host));
}

function readDeviceFile(path: string, start: string | null): Device | null {
  const [name = '', last = ''] = (tryReadText(path) ?? '').trim().split(' ');
  return isOwnName(start, name) ? { name, last } : null;
}

/**
 * The device's name. It is a new one where there is none yet, or the journal is not as it was left:
 * then another device may have gone on with that, and a sync would lose the lines of one. Of
 * processes that make one at the same time one wins.
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

/** Notes a device's last operation; where that fails, an earlier one will do. */
export function noteLast(root: string, host: Host, op: string): void {
  const path = deviceFile(root, host);
  if (path === null) return;
  // Overwritten in place: after a loss of power the file has the one or the other.
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

/** The device's file; `null` without a home. */
function deviceFile(root: string, host: Host): string | null {
  return userPath('state', host, 'devices', libraryKey(root));
}

/** A file name for a library's folder, a hash of 64 bits. */
export function libraryKey(root: string): string {
  // A folder that does not exist yet goes by its name.
  return quickDigest(tryOr(() => realpathSync.native(root), root));
}

/** Writes the file whole or not at all. @param isFree whether the present one is of no use */
function writeDevice(path: string, name: string, isFree: () => boolean): void {
  makeFolder(dirname(path), 0o700);
  const put = (draft: string): void => {
    try {
      linkSync(draft, path);
    } catch (error) {
      // It exists already, or the file system has no links.
      if (systemCode(error) !== 'EEXIST' || isFree()) renameSync(draft, path);
    }
  };
  withTemporaryFile([dirname(path)], `${name} ${' '.repeat(LAST_LENGTH)}\n`, put, 0o600);
  flushNames('/', [path]);
}
