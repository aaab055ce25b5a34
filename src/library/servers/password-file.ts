// The file of a server's password, which nobody else may read.
import { existsSync, readFileSync } from 'node:fs';
import { NewsprintError, quoteValue, shellWord } from '../../core/errors.ts';
import { withFile } from '../files/open-file.ts';
import { orRefused, unlessCode } from '../files/system-error.ts';
import type { Host } from '../place/device.ts';
import { userPath } from '../place/user-folder.ts';

/** Where it is; `null` where the user has no home. */
export function passwordPath(name: string, host: Host): string | null {
  return userPath('config', host, 'passwords', name);
}

/** Where one is that was written for a server; `null` where none was. */
export function keptPassword(name: string, host: Host): string | null {
  const path = passwordPath(name, host);
  return path !== null && existsSync(path) ? path : null;
}

/**
 * Its first line; `null` where there is none.
 * @throws NewsprintError `failed` where others may read it, `unreadable` where it cannot be read
 */
export function readPasswordFile(name: string, host: Host): string | null {
  const path = passwordPath(name, host);
  if (path === null) return null;
  const read = () =>
    withFile(path, (file, { mode }) => ({ mode, text: readFileSync(file, 'utf8') }));
  const readIfThere = () => unlessCode('ENOENT', read, null);
  const found = orRefused(`cannot read ${quoteValue(path)}`, readIfThere, 'unreadable');
  if (found === null) return null;
  if (host.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    const message = `${quoteValue(path)} can be read by others`;
    throw new NewsprintError(message, { hint: `chmod 600 ${shellWord(path)}` });
  }
  return passwordIn(found.text);
}

/** The first line of a text that a file or a program says. */
export function passwordIn(text: string): string {
  return text.split(/\r?\n/)[0] ?? '';
}
