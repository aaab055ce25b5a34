// Runs a program that the user's settings name: nothing of an article is ever code.
import { type ChildProcess, spawn } from 'node:child_process';
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
  /** What it reads. */
  readonly input: string;
  /** How long it may take (ms). */
  readonly patience: number;
}

/** What became of it. */
export interface ProgramEnd {
  /** What it wrote, as far as that is kept. */
  readonly output: string;
  /** Why it did not do what it was to; `null` where it did. */
  readonly failure: string | null;
}

/** More is not kept of what it writes (bytes). */
const MOST_OUTPUT = 10 * 1024 * 1024;

const TEMPLATE = /\{([a-z]+)\}/g;

/** A word with what it asks for; what is not known stays as it is. One word stays one. */
function fillWord(word: string, values: ProgramValues): string {
  return word.replace(TEMPLATE, (whole, name: string) => values[name] ?? whole);
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

/** The same as variables: `url` is `NEWSPRINT_URL`. */
function variablesOf(values: ProgramValues): Record<string, string> {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([name, value]) => [`NEWSPRINT_${name.toUpperCase()}`, value]),
  );
}

/** Collects what a stream has; of much only the first. */
function collect(child: ChildProcess, name: 'stdout' | 'stderr', most: number): () => string {
  const parts: Buffer[] = [];
  let length = 0;
  child[name]?.on('data', (part: Buffer) => {
    if (length < most) parts.push(part.subarray(0, most - length));
    length += part.length;
  });
  return () => Buffer.concat(parts).toString();
}

function startProgram(run: Run, options: ProgramOptions, name: string): ChildProcess | string {
  const env = { ...options.env, ...variablesOf(options.values) };
  // A group of its own, so that what a shell started ends with it.
  const how = { env, stdio: 'pipe', windowsHide: true, detached: !isWindows() } as const;
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

/** Runs a program to its end. */
export async function runProgram(run: Run, options: ProgramOptions): Promise<ProgramEnd> {
  const name = nameOf(run);
  const failed = (reason: string): ProgramEnd => ({ output: '', failure: reason });
  try {
    const child = startProgram(run, options, name);
    if (typeof child === 'string') return failed(child);
    const output = collect(child, 'stdout', MOST_OUTPUT);
    const errors = collect(child, 'stderr', 1000);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      kill(child);
    }, options.patience);
    // One that reads nothing ends before all is written.
    child.stdin?.on('error', () => {}).end(options.input);
    const [code, signal] = await once(child, 'close').finally(() => clearTimeout(timer));
    if (isLate) return failed(`${name} took longer than ${options.patience / 1000} s`);
    if (code === 0) return { output: output(), failure: null };
    const why = cleanLine(errors().trim().split('\n')[0] ?? '');
    return failed(`${name} ended with ${code ?? signal}${why === '' ? '' : `: ${why}`}`);
  } catch {
    return failed(`cannot run ${name}`);
  }
}
