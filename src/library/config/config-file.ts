// The user's settings: the file config.toml in the config folder, and the themes beside it.
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cleanLine } from '../../core/clean.ts';
import type { Problem } from '../../core/errors.ts';
import { tryKnown, tryOr } from '../../core/try-or.ts';
import { inFolder } from '../files/folders.ts';
import { readIfThere } from '../files/read-text-file.ts';
import { orRefused, unlessCode } from '../files/system-error.ts';
import type { Host } from '../place/device.ts';
import { userPath } from '../place/user-folder.ts';
import { type Config, LONG_TABLES, type LongTable, NO_CONFIG, type Styles } from './settings.ts';

const CONFIG_NAME = 'config.toml';
const THEMES_FOLDER = 'themes';

/** Where the file is, be it there or not; `null` where the user has no home. */
export function configPath(host: Host): string | null {
  return userPath('config', host, CONFIG_NAME);
}

function themePaths(host: Host): readonly string[] {
  const folder = userPath('config', host, THEMES_FOLDER);
  if (folder === null) return [];
  // Asked first: an error of the system takes half a millisecond.
  const names = existsSync(folder) ? tryOr(() => readdirSync(folder), []) : [];
  return names.filter((name) => /^[^.].*\.toml$/.test(name)).map((name) => join(folder, name));
}

/** What the files say; the reader of TOML is loaded only where there is one. */
export async function readConfig(
  host: Host,
  tables: readonly LongTable[] = LONG_TABLES,
): Promise<Config> {
  const path = configPath(host);
  if (path === null) return NO_CONFIG;
  const themeFiles = themePaths(host);
  const { text: file, problems: ofFile } = readText(path, CONFIG_NAME);
  if (themeFiles.length === 0 && file === null) return { ...NO_CONFIG, problems: ofFile };
  const { parseConfig, parseTheme } = await import('./parse-config.ts');
  const problems: Problem[] = [];
  const themes = new Map<string, Styles>();
  for (const themeFile of themeFiles) {
    const name = basename(themeFile, '.toml');
    const shown = `${THEMES_FOLDER}/${cleanLine(name)}.toml`;
    const { text, problems: unread } = readText(themeFile, shown);
    const theme = text === null ? { styles: {}, problems: unread } : parseTheme(text, shown);
    themes.set(name, theme.styles);
    problems.push(...theme.problems);
  }
  const config = file === null ? NO_CONFIG : parseConfig(file, CONFIG_NAME, { themes, tables });
  return { ...config, themes, problems: [...ofFile, ...config.problems, ...problems] };
}

/** The text of a file, `null` where there is none, and why it cannot be read. */
function readText(path: string, shown: string) {
  return tryKnown<{ text: string | null; problems: readonly Problem[] }>(
    () => ({ text: readIfThere(path, shown), problems: [] }),
    ({ message }) => ({ text: null, problems: [{ path: shown, message }] }),
  );
}

/** Another whenever one of the files is another. */
export function configStamp(host: Host): string {
  const paths = [configPath(host) ?? '', ...themePaths(host)];
  const stamps = paths.map((path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? '' : `${path} ${stats.mtimeMs} ${stats.size} ${stats.ino}`;
  });
  return stamps.join('\n');
}

/**
 * Writes the file where there is none.
 * @returns whether there was none
 * @throws NewsprintError `read-only` or `failed` where it cannot be written
 */
export function createConfig(path: string, text: string): boolean {
  const write = (): boolean => {
    inFolder(path, () => writeFileSync(path, text, { flag: 'wx' }));
    return true;
  };
  return orRefused(`${path} cannot be written`, () => unlessCode('EEXIST', write, false));
}
