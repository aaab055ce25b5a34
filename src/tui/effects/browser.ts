// Opens a URL in the browser, with no shell in between.
import { type ChildProcess, spawn } from 'node:child_process';
import { basename } from 'node:path';
import { splitWords } from '../../jobs/programs/editor.ts';
import { isRemote } from '../../text/known-terminal.ts';
import { openTarget } from '../../text/link-target.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** A browser that still runs after so many ms has taken the URL. */
const PATIENCE = 1000;

/**
 * The commands of `$BROWSER`: a colon list, tried in order, each split as a shell splits it; `%s`, or
 * `%u` as desktop entries and newsboat write it, stands for the URL, which comes last where there is none.
 */
export function browserCommands(
  browser: string,
  url: string,
  platform: string,
): readonly (readonly string[])[] {
  return browser.split(':').flatMap((command) => {
    const words = splitWords(command, { hasBackslash: platform !== 'win32' });
    const filled = words.map((word) => word.replace(/%[su]/g, () => url));
    if (words.length === 0) return [];
    return [/%[su]/.test(command) ? filled : [...words, url]];
  });
}

/** False on a system whose opener could only start a browser that nobody sees. */
export function hasDesktop(env: Env, platform: string): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'] || env['WSL_DISTRO_NAME']);
}

/** A browser, and what starts it: why it did not take the URL; `null` where it did. */
type Browser = readonly [name: string, start: (name: string) => Promise<string | null>];

/** The same of one that was started: its errors are heard from now on. */
function startFailure(child: ChildProcess, name: string): Promise<string | null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE).unref();
    child.once('error', () => resolve(`cannot run ${name}`));
    child.once('exit', (code, signal) =>
      resolve(code === 0 ? null : `${name} ended with ${code ?? signal}`),
    );
    child.unref();
  });
}

function commandBrowser([program = '', ...words]: readonly string[]): Browser {
  const options = { stdio: 'ignore', detached: true, shell: false } as const;
  return [basename(program), async (name) => startFailure(spawn(program, words, options), name)];
}

async function runFirst(browsers: readonly Browser[]): Promise<string | null> {
  const failures: string[] = [];
  for (const [name, start] of browsers) {
    // Some errors of the system are thrown at once.
    const failure = await start(name).catch(() => `cannot run ${name}`);
    if (failure === null) return null;
    failures.push(failure);
  }
  return `${failures.join(', ')};`;
}

/**
 * Opens a URL with `$BROWSER`, else with the system's opener.
 * @returns why nothing could be opened here, to stand before what is done instead; else `null`
 */
export async function browse(url: string, env: Env, platform: string): Promise<string | null> {
  const target = openTarget(url);
  if (target === null) return 'not a link to open:';
  if (isRemote(env)) return 'over SSH:';
  const commands = browserCommands(env['BROWSER'] ?? '', target, platform);
  if (commands.length > 0) return runFirst(commands.map(commandBrowser));
  if (!hasDesktop(env, platform)) return 'no browser here:';
  const open = async (name: string) =>
    startFailure(await (await import('open')).default(target), name);
  return runFirst([['the browser', open]]);
}
