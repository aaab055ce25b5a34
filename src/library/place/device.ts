// The device: the random name of the journal that this machine keeps for a library.
import { linkSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NewsprintError, quoteValue } from '../../core/errors.ts';
import { tryOr } from '../../core/try-or.ts';
import { quickDigest } from '../files/digest.ts';
import { flushNames } from '../files/flush.ts';
import { makeFolder } from '../files/make-folder.ts';
import { randomName } from '../files/random-name.ts';
import { systemCode, systemReason } from '../files/system-error.ts';
import { type Env, userFolder } from './user-folder.ts';

/** Whose machine it is. */
export interface Host {
  readonly env: Env;
  readonly platform: string;
}

const DEVICE = /^[a-z\d]{20}$/;

/**
 * The device's name, `null` where it has none yet. Each library has its own: of two copies of one
 * library on one machine neither may append to the other's journal.
 */
export function readDevice(root: string, { env, platform }: Host): string | null {
  const folder = userFolder('state', env, platform);
  return folder === null ? null : readName(deviceFile(folder, root));
}

/**
 * The device's name, made where there is none yet; of processes that make it at once one wins.
 * @throws NewsprintError `read-only` where it cannot be kept
 */
export function makeDevice(root: string, { env, platform }: Host): string {
  const folder = userFolder('state', env, platform);
  if (folder === null) throw notKept('there is no home folder to keep the name of this device in');
  const path = deviceFile(folder, root);
  const known = readName(path);
  if (known !== null) return known;
  try {
    return writeName(join(folder, 'devices'), path);
  } catch (error) {
    throw notKept(`${quoteValue(path)} cannot be written: ${systemReason(error)}`, error);
  }
}

function notKept(reason: string, cause?: unknown): NewsprintError {
  return new NewsprintError(`marks cannot be kept: ${reason}`, {
    code: 'read-only',
    hint: 'set XDG_STATE_HOME to a folder you may write to',
    cause,
  });
}

function deviceFile(folder: string, root: string): string {
  return join(folder, 'devices', libraryKey(root));
}

/** A file name for a library's folder, of 64 bits: no two of a user's libraries share it. */
export function libraryKey(root: string): string {
  // Where there is no such folder yet its name must do.
  return quickDigest(tryOr(() => realpathSync.native(root), root));
}

function readName(path: string): string | null {
  const name = tryOr(() => readFileSync(path, 'utf8').trim(), '');
  return DEVICE.test(name) ? name : null;
}

/** A whole file or none is ever seen under the name; what is there and no name is replaced. */
function writeName(folder: string, path: string): string {
  makeFolder(folder, 0o700);
  const draft = join(folder, `.${randomName()}`);
  writeFileSync(draft, `${randomName()}\n`, { flag: 'wx', mode: 0o600, flush: true });
  try {
    linkSync(draft, path);
  } catch (error) {
    // Either it is garbage, or the file system has no links.
    if (systemCode(error) !== 'EEXIST' || readName(path) === null) renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  flushNames('/', [path]);
  const name = readName(path);
  if (name === null) throw new Error('it does not hold what was written');
  return name;
}
