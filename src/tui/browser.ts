// Opens a URL in the browser, with no shell in between.

import { type ChildProcess, spawn } from 'node:child_process';
import { openTarget } from '../text/target.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A browser that still runs after so many ms has taken the URL. */
const PATIENCE = 1000;

/**
 * The commands of `$BROWSER`: a colon list, tried in order; `%s` stands for the URL, which comes
 * last where there is none.
 */
export function browserCommands(browser: string, url: string): readonly (readonly string[])[] {
  return browser
    .split(':')
    .map((command) => command.split(/\s+/).filter((word) => word !== ''))
    .filter((words) => words.length > 0)
    .map((words) =>
      words.some((word) => word.includes('%s'))
        ? words.map((word) => word.replaceAll('%s', () => url))
        : [...words, url],
    );
}

/** True where a browser would open on another machine's screen. */
export function isRemote(env: Env): boolean {
  return Boolean(env['SSH_CONNECTION'] || env['SSH_TTY']);
}

/** False on a system whose opener could only start a browser that nobody sees. */
export function hasDesktop(env: Env, platform: string): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'] || env['WSL_DISTRO_NAME']);
}

function hasStarted(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), PATIENCE);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    child.once('close', () => clearTimeout(timer));
    child.unref();
  });
}

async function runFirst(commands: readonly (readonly string[])[]): Promise<boolean> {
  for (const [program = '', ...words] of commands) {
    const child = spawn(program, words, { stdio: 'ignore', detached: true, shell: false });
    if (await hasStarted(child)) return true;
  }
  return false;
}

async function runOpener(url: string): Promise<boolean> {
  try {
    const { default: open } = await import('open');
    return await hasStarted(await open(url));
  } catch {
    return false;
  }
}

/**
 * Opens a URL with `$BROWSER`, else with the system's opener.
 * @returns false where nothing could be opened here
 */
export async function browse(url: string, env: Env, platform: string): Promise<boolean> {
  const target = openTarget(url);
  if (target === null || isRemote(env)) return false;
  const browser = env['BROWSER'] ?? '';
  if (browser.trim() !== '') return runFirst(browserCommands(browser, target));
  return hasDesktop(env, platform) && runOpener(target);
}
