// Opens a URL in the browser, with no shell in between.

import { type ChildProcess, spawn } from 'node:child_process';
import { basename } from 'node:path';
import { openTarget } from '../../text/link-target.ts';

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

/** Why a browser that was started did not take the URL; `null` where it did. */
function startFailure(child: ChildProcess, name: string): Promise<string | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), PATIENCE);
    child.once('error', () => resolve(`cannot run ${name}`));
    child.once('exit', (code, signal) =>
      resolve(code === 0 ? null : `${name} ended with ${code ?? signal}`),
    );
    child.once('close', () => clearTimeout(timer));
    child.unref();
  });
}

async function runCommand([program = '', ...words]: readonly string[]): Promise<string | null> {
  const name = basename(program);
  try {
    const child = spawn(program, words, { stdio: 'ignore', detached: true, shell: false });
    return await startFailure(child, name);
  } catch {
    // Some errors of the system are thrown at once.
    return `cannot run ${name}`;
  }
}

async function runFirst(commands: readonly (readonly string[])[]): Promise<string | null> {
  const failures: string[] = [];
  for (const command of commands) {
    const failure = await runCommand(command);
    if (failure === null) return null;
    failures.push(failure);
  }
  return `${failures.join(', ')};`;
}

async function runOpener(url: string): Promise<string | null> {
  const name = 'the browser';
  try {
    const { default: open } = await import('open');
    const failure = await startFailure(await open(url), name);
    return failure === null ? null : `${failure};`;
  } catch {
    return `cannot run ${name};`;
  }
}

/**
 * Opens a URL with `$BROWSER`, else with the system's opener.
 * @returns why nothing could be opened here, to stand before what is done instead; else `null`
 */
export async function browse(url: string, env: Env, platform: string): Promise<string | null> {
  const target = openTarget(url);
  if (target === null) return 'not a link to open:';
  if (isRemote(env)) return 'over SSH:';
  const commands = browserCommands(env['BROWSER'] ?? '', target);
  if (commands.length > 0) return runFirst(commands);
  return hasDesktop(env, platform) ? runOpener(target) : 'no browser here:';
}
