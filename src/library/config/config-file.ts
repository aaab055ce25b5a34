// The user's settings: the file config.toml in the config folder.
import { statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NewsprintError } from '../../core/errors.ts';
import { makeFolder } from '../files/folders.ts';
import { readTextFile } from '../files/read-text-file.ts';
import { systemCode, writeError } from '../files/system-error.ts';
import type { Host } from '../place/device.ts';
import { userFolder } from '../place/user-folder.ts';
import { type Config, NO_CONFIG } from './settings.ts';

export const CONFIG_NAME = 'config.toml';

/** Where the file is, be it there or not; `null` where the user has no home. */
export function configPath({ env, platform }: Host): string | null {
  const folder = userFolder('config', env, platform);
  return folder === null ? null : join(folder, CONFIG_NAME);
}

/** What it says; the reader of TOML is loaded only where there is a file. */
export async function readConfig(host: Host): Promise<Config> {
  const path = configPath(host);
  if (path === null) return NO_CONFIG;
  let text: string;
  try {
    text = readTextFile(path, CONFIG_NAME);
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    const isMissing = ['ENOENT', 'ENOTDIR'].includes(systemCode(error.cause));
    const { message } = error;
    return isMissing ? NO_CONFIG : { ...NO_CONFIG, problems: [{ path: CONFIG_NAME, message }] };
  }
  const { parseConfig } = await import('./parse-config.ts');
  return parseConfig(text, CONFIG_NAME);
}

/** Another whenever the file is another; '' where there is none. */
export function configStamp(host: Host): string {
  const path = configPath(host);
  const stats = path === null ? undefined : statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}

/**
 * Writes the file where there is none.
 * @returns whether there was none
 * @throws NewsprintError `read-only` or `failed` where it cannot be written
 */
export function createConfig(path: string, text: string): boolean {
  try {
    makeFolder(dirname(path));
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw writeError(`${path} cannot be written`, error);
  }
}
