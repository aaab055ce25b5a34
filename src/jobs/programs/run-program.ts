// Runs a program that the user's settings name: nothing of an article is ever code.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cleanLine } from '../../core/clean.ts';
import { tryOr } from '../../core/try-or.ts';
import type { Run } from '../../library/config/programs.ts';

/** What a program gets, by names: `url`, `title`. */
export type ProgramValues = Readonly<Record<string, string>>;

interface ProgramOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What stands for `{url}` in its words, and in the variable `NEWSPRINT_URL`. */
  readonly values: ProgramValues;
  readonly input: string;
  /** How long it may take (ms); without one as long as it likes. */
  readonly patience?: number;
  /** What it writes goes nowhere. */
  readonly isSilent?: boolean;
  /** Called when it has read all that it is given, or will never. */
  readonly onFed?: () => void;
  /** Ends it where nobody waits for it any more. */
  readonly signal?: AbortSignal | undefined;
}

export interface ProgramEnd {
  /** What it wrote, as far as that is kept. */
  readonly output: string;
  /** Why it did not do what it was to; `null` where it did. */
  readonly failure: string | null;
}

/** More is not kept of what it writes (bytes), nor read. */
const MOST_OUTPUT = 10 * 1024 * 1024;

/** How long what it wrote is waited for when it has ended: what it left behind may hold its output (ms). */
const AFTER_END = 300;

const TEMPLATE = /\{([a-z]+)\}/g;

/** A word with what it asks for; what is not known stays as it is. One word stays one. */
function fillWord(word: string, values: ProgramValues): string {
  return word.replace(TEMPLATE, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}

/**
 * The words of a program, filled.
 * @returns `null` where a word of the user's would become a flag, as by a headline that begins with -
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

/** Windows' shell puts a variable in before it looks for quotes: one of a headline would end them. */
function inQuotes(value: string): string {
  return isWindows() ? value.replaceAll('"', "'") : value;
}

/** The same as variables: `url` is `NEWSPRINT_URL`. */
function variablesOf(values: ProgramValues): Record<string, string> {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, value]) => [`NEWSPRINT_${name.toUpperCase()}`, inQuotes(value)]),
  );
}

/** Collects what a stream has; of much only the first. */
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
  // A group of its own, so that what a shell started ends with it.
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

/** Ends it, and what it started. */
function kill(child: ChildProcess): void {
  if (isWindows() || child.pid === undefined) child.kill('SIGKILL');
  else tryOr(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), false);
}

/** What a person calls it. */
function nameOf(run: Run): string {
  return cleanLine(typeof run === 'string' ? (run.trim().split(/\s/)[0] ?? '') : (run[0] ?? ''));
}

/** Resolves to its exit code, else the signal it died of, when what it wrote is there as well. */
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
    // One that reads nothing ends before all is written.
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
    return failed(`${name} ended with ${code}${why === '' ? '' : `: ${why}`}`);
  } catch {
    return failed(`cannot run ${name}`);
  } finally {
    onFed();
  }
}
