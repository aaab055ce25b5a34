// The user's folders: XDG on Linux and macOS, %LOCALAPPDATA% on Windows.
import { posix, win32 } from 'node:path';

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

/**
 * A path within the folder where a kind of file is kept, which has `newsprint` at its end; `null` where
 * the user has no home. Relative values count as not set (XDG Base Directory Specification), a relative
 * home too.
 */
export function userPath(
  kind: keyof typeof FOLDERS,
  { env, platform }: { readonly env: Env; readonly platform: string },
  ...names: readonly string[]
): string | null {
  const { variable, underHome, onWindows } = FOLDERS[kind];
  const { isAbsolute, join } = platform === 'win32' ? win32 : posix;
  const within = (folder = '', own = 'newsprint'): string | null =>
    isAbsolute(folder) ? join(folder, own, ...names) : null;
  if (platform === 'win32') return within(env['LOCALAPPDATA'], onWindows);
  return within(env[variable]) ?? within(env['HOME'], join(underHome, 'newsprint'));
}
