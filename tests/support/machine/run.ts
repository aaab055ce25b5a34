// Spawns the built program as a user's shell would, and waits for its end.

import { spawn } from 'node:child_process';
import { cpSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFolder } from './chunks.ts';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const program = fileURLToPath(new URL('../../../dist/newsprint.cjs', import.meta.url));

/** What one call left behind. */
export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Added to a bare environment; `undefined` takes a variable out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** A copy of the built program. */
  readonly program?: string;
  /** Written to standard input, which is then closed. */
  readonly input?: string | Buffer;
  /** Standard input stays open and silent. */
  readonly isSilent?: true;
  /** Sent as soon as there is output. */
  readonly signal?: NodeJS.Signals;
  /** In this process: for the rows of a table, beside tests of the same verb that spawn it. */
  readonly isHere?: true;
}

/**
 * Runs the built program, standard output and error being pipes. Where it is to run here, it is the
 * program as it is written: whatever changed in it shows without a build.
 */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { program: copy, isSilent, signal, input, cwd = root } = options;
  const env = { ...bareEnvironment(), ...options.env };
  const isPlain = copy === undefined && !isSilent && signal === undefined && env['TZ'] === 'UTC';
  if ((options.isHere === true || process.env['NEWSPRINT_TESTS_RUN'] === 'here') && isPlain) {
    const { runHere } = await import('./run-here.ts');
    return runHere(args, { env, cwd, input, shipped: join(root, 'articles') });
  }
  return runCommand(process.execPath, [options.program ?? program, ...args], options);
}

/** A copy of the built program in a folder where none of its packages are. @returns its path */
export function copyWithoutPackages(folder: string): string {
  for (const name of ['newsprint.cjs', basename(buildFolder())]) {
    cpSync(join(dirname(program), name), join(folder, name), { recursive: true });
  }
  return join(folder, 'newsprint.cjs');
}

/** Runs a line of shell in which `newsprint` is the built program. */
export function runShell(script: string, options: RunOptions = {}): Promise<Run> {
  const define = `newsprint() { "${process.execPath}" "${program}" "$@"; }`;
  return runCommand('bash', ['-c', `${define}\n${script}`], options);
}

export function runCommand(
  command: string,
  args: readonly string[],
  { env, cwd, input, isSilent, signal: sent }: RunOptions,
): Promise<Run> {
  const child = spawn(command, args, { cwd: cwd ?? root, env: { ...bareEnvironment(), ...env } });
  child.stdin.on('error', ignoreClosedPipe);
  if (!isSilent) child.stdin.end(input);
  if (sent !== undefined) child.stdout.once('data', () => child.kill(sent));
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, stdout: stdout(), stderr: stderr() }),
    );
  });
}

/** What a fresh login has, in a fixed language and zone; no variable of the test runner. */
function bareEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, TZ: 'UTC', LC_ALL: 'C.UTF-8', TERM: 'xterm-256color' };
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
