// The user's folders: XDG on Linux and macOS, %LOCALAPPDATA% on Windows.
import { join, posix, win32 } from 'node:path';

/** The environment's variables. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The variable that names a kind of folder, and where it is under the home without it. */
const FOLDERS = {
  /** Articles. */
  data: { variable: 'XDG_DATA_HOME', underHome: '.local/share', onWindows: 'newsprint' },
  /** What the user wrote for the program. */
  config: { variable: 'XDG_CONFIG_HOME', underHome: '.config', onWindows: 'newsprint-config' },
  /** What can be made anew. */
  cache: { variable: 'XDG_CACHE_HOME', underHome: '.cache', onWindows: 'newsprint-cache' },
  /** What belongs to this machine. */
  state: { variable: 'XDG_STATE_HOME', underHome: '.local/state', onWindows: 'newsprint-state' },
} as const;

/** A path within the folder of a kind; `null` where the user has no home. */
export function userPath(
  kind: keyof typeof FOLDERS,
  { env, platform }: { readonly env: Env; readonly platform: string },
  ...names: readonly string[]
): string | null {
  const folder = userFolder(kind, env, platform);
  return folder && join(folder, ...names);
}

/**
 * The folder where a kind of file is kept, `newsprint` at its end; `null` where the user has no
 * home. Relative values count as not set (XDG Base Directory Specification), a relative home too.
 */
export function userFolder(kind: keyof typeof FOLDERS, env: Env, platform: string): string | null {
  const { variable, underHome, onWindows } = FOLDERS[kind];
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'] ?? '';
    return win32.isAbsolute(local) ? win32.join(local, onWindows) : null;
  }
  const folder = env[variable] ?? '';
  if (posix.isAbsolute(folder)) return posix.join(folder, 'newsprint');
  const home = env['HOME'] ?? '';
  return posix.isAbsolute(home) ? posix.join(home, underHome, 'newsprint') : null;
}
