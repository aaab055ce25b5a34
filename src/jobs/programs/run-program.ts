// Runs a program from the user's settings; nothing of an article is ever run as code.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cleanLine } from '../../core/clean.ts';
import { tryOr } from '../../core/try-or.ts';
import type { Run } from '../../library/config/programs.ts';

/** Values for a program by their names, such as `url` and `title`. */
export type ProgramValues = Readonly<Record<string, string>>;

interface ProgramOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Fill `{url}` in its arguments and the variable `NEWSPRINT_URL`. */
  readonly values: ProgramValues;
  readonly input: string;
  /** Longest run (ms); without it there is no limit. */
  readonly patience?: number;
  /** Whether its output is thrown away. */
  readonly isSilent?: boolean;
  /** Called when it has read all of its input, or will read no more. */
  readonly onFed?: () => void;
  /** Ends the program. */
  readonly signal?: AbortSignal | undefined;
}

export interface ProgramEnd {
  /** Its output, up to a limit. */
  readonly output: string;
  /** Why it failed; `null` where it succeeded. */
  readonly failure: string | null;
}

/** Most output that is read and kept (bytes). */
const MOST_OUTPUT = 10 * 1024 * 1024;

/** Wait for output after its end (ms): a process it left behind may keep its output open. */
const AFTER_END = 300;

const TEMPLATE = /\{([a-z]+)\}/g;

/** Fills an argument, which stays one; unknown names stay as they are. */
function fillWord(word: string, values: ProgramValues): string {
  return word.replace(TEMPLATE, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}

/**
 * The arguments of a program, filled.
 * @returns `null` where a value would make one a flag, such as a headline that begins with -
 */
export function fillWords(
  words: readonly string[],
  values: ProgramValues,
): readonly string[] | null {
  const filled = words.map((word) => fillWord(word, values));
  const end = words.indexOf('--');
  const isFlag = (word: string, at: number) =>
    word.startsWith('-') && words[at]?.startsWith('{') === true && (end === -1 || at < end);
  return filled.some(isFlag) ? null : filled;
}

/** Windows' shell expands variables before it looks for quotes, which a headline's would end. */
function inQuotes(value: string): string {
  return isWindows() ? value.replaceAll('"', "'") : value;
}

/** The values as variables: `url` is `NEWSPRINT_URL`. */
function variablesOf(values: ProgramValues): Record<string, string> {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, value]) => [`NEWSPRINT_${name.toUpperCase()}`, inQuotes(value)]),
  );
}

/** Collects a stream up to so many bytes. */
function collect(stream: ChildProcess['stdout'], most: number, onFull: () => void = () => {}) {
  const parts: Buffer[] = [];
  let length = 0;
  stream?.on('data', (part: Buffer) => {
    if (length < most) parts.push(part.subarray(0, most - length));
    length += part.length;
    if (length >= most) onFull();
  });
  return () => Buffer.concat(parts).toString();
}

function startProgram(run: Run, options: ProgramOptions, name: string): ChildProcess | string {
  const env = { ...options.env, ...variablesOf(options.values) };
  // A process group of its own, so that a shell's children end with it.
  const how: SpawnOptions = {
    env,
    windowsHide: true,
    detached: !isWindows(),
    stdio: ['pipe', options.isSilent === true ? 'ignore' : 'pipe', 'pipe'],
  };
  if (typeof run === 'string') return spawn(run, { ...how, shell: true });
  const words = fillWords(run, options.values);
  if (words === null) return `${name} would take a headline for a flag: put "--" before it`;
  const [program = '', ...others] = words;
  return spawn(program, others, { ...how, shell: false });
}

function isWindows(): boolean {
  return process.platform === 'win32';
}

/** Ends it with its children. */
function kill(child: ChildProcess): void {
  if (isWindows() || child.pid === undefined) child.kill('SIGKILL');
  else tryOr(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), false);
}

/** The program's name for messages. */
function nameOf(run: Run): string {
  return cleanLine(typeof run === 'string' ? (run.trim().split(/\s/)[0] ?? '') : (run[0] ?? ''));
}

/** Resolves to its exit code or its signal, once its output is there as well. */
async function ended(child: ChildProcess): Promise<number | string> {
  const closed = new Promise((resolve) => child.on('close', resolve));
  const [code, signal] = await once(child, 'exit');
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, AFTER_END))]);
  child.stdout?.destroy();
  child.stderr?.destroy();
  return code ?? signal;
}

export async function runProgram(run: Run, options: ProgramOptions): Promise<ProgramEnd> {
  const { input, patience, signal, onFed = () => {} } = options;
  const name = nameOf(run);
  const failed = (reason: string): ProgramEnd => ({ output: '', failure: reason });
  try {
    signal?.throwIfAborted();
    const child = startProgram(run, options, name);
    if (typeof child === 'string') return failed(child);
    let isFull = false;
    const output = collect(child.stdout, MOST_OUTPUT, () => {
      isFull = true;
      kill(child);
    });
    const errors = collect(child.stderr, 1000);
    const late = patience === undefined ? undefined : AbortSignal.timeout(patience);
    const stop = () => kill(child);
    for (const end of [late, signal]) end?.addEventListener('abort', stop);
    // A program that does not read its input may end before all is written.
    child.stdin
      ?.on('error', () => {})
      .on('close', onFed)
      .end(input);
    const code = await ended(child);
    for (const end of [late, signal]) end?.removeEventListener('abort', stop);
    if (late?.aborted === true)
      return failed(`${name} took longer than ${(patience ?? 0) / 1000} s`);
    if (code === 0 || isFull) return { output: output(), failure: null };
    const why = cleanLine(errors().trim().split('\n')[0] ?? '');
    const failure = `${name} ended with ${code}${why === '' ? '' : `: ${why}`}`;
    return { output: output(), failure };
  } catch {
    return failed(`cannot run ${name}`);
  } finally {
    onFed();
  }
}
