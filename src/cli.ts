// The entry: parses the call with meow, runs one verb, and is the only place that exits.

import process from 'node:process';
import { fileURLToPath } from 'node:url';
import meow from 'meow';
import pkg from '../package.json' with { type: 'json' };
import { type Call, hasFlag, usageError } from './commands/call/call.ts';
import { FLAGS, type Flag, type FlagName, type FlagValues } from './commands/call/flags.ts';
import { isVerb, VERBS, type Verb, type VerbName, verbFlags } from './commands/call/verbs.ts';
import { formatHelp, formatVerbHelp, help } from './commands/help.ts';
import { cleanLine, cleanText } from './core/clean.ts';
import { type ErrorCode, NewsprintError } from './core/errors.ts';
import { nearest } from './core/nearest.ts';
import type { Io } from './jobs/io.ts';
import { systemReason } from './library/files/system-error.ts';
import { createOutput, isErrorTerminal, writeError } from './output.ts';

const FAILED = 1;
const WRONG_CALL = 2;
const INTERRUPTED = 130;

/** Every verb's code, loaded when it is called. */
const RUN: { readonly [Name in VerbName]: (call: Call, io: Io) => Promise<void> } = {
  read: async (call, io) => (await import('./tui/read-command.ts')).read(call, io),
  list: async (call, io) => (await import('./commands/list.ts')).list(call, io),
  show: async (call, io) => (await import('./commands/show.ts')).show(call, io),
  add: async (call, io) => (await import('./commands/add.ts')).add(call, io),
  search: async (call, io) => (await import('./commands/search.ts')).search(call, io),
  mark: async (call, io) => (await import('./commands/mark.ts')).mark(call, io),
  remove: async (call, io) => (await import('./commands/remove.ts')).remove(call, io),
  undo: async (call, io) => (await import('./commands/undo.ts')).undo(call, io),
  trash: async (call, io) => (await import('./commands/trash.ts')).trash(call, io),
  feeds: async (call, io) => (await import('./commands/feeds.ts')).feeds(call, io),
  fetch: async (call, io) => (await import('./commands/fetch.ts')).fetch(call, io),
  check: async (call, io) => (await import('./commands/check.ts')).check(call, io),
  help,
};

async function main(argv: readonly string[]): Promise<void> {
  try {
    const io = createIo(hearInterrupts());
    const call = parseCall(argv);
    if (hasFlag(call, 'version')) await io.out(`newsprint ${pkg.version}\n`);
    else if (hasFlag(call, 'help'))
      await io.out(argv.some(isVerb) ? formatVerbHelp(call.verb) : formatHelp());
    else await RUN[call.verb](call, io);
  } catch (error) {
    report(error);
  }
}

/** Splits the command line; words without a verb are the reader's. */
function parseCall(argv: readonly string[]): Call {
  const { input, flags } = meow({
    importMeta: import.meta,
    pkg,
    argv: withoutDashes(argv),
    description: false,
    help: false,
    autoHelp: false,
    autoVersion: false,
    booleanDefault: undefined,
    flags: meowFlags(),
  });
  const [first, ...rest] = input;
  const verb = isVerb(first) ? first : 'read';
  return { verb, words: isVerb(first) ? rest : input, flags: checkFlags(verb, flags, argv) };
}

/** A switch whose name begins with `no-` would turn another off: it goes under its other name. */
function withoutDashes(argv: readonly string[]): readonly string[] {
  const { length } = flagWords(argv);
  return argv.map((word, at) => (at < length && isNegative(word) ? `--${camelCase(word)}` : word));
}

function isNegative(word: string): boolean {
  return word.startsWith('--no-') && isFlag(word.slice(2));
}

function camelCase(name: string): string {
  return name.replace(/^--/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

type MeowFlags = Record<
  string,
  { type: 'boolean'; shortFlag?: string } | { type: 'string'; isMultiple: true; shortFlag?: string }
>;

/** Values may be given more than once, so that a script's own flag can be overruled: last wins. */
function meowFlags(): MeowFlags {
  const entries = Object.entries<Flag>(FLAGS).map(([dashedName, { short, value }]) => {
    const name = camelCase(dashedName);
    const shortFlag = short === undefined ? {} : { shortFlag: short };
    if (value === undefined) return [name, { type: 'boolean' as const, ...shortFlag }] as const;
    return [name, { type: 'string' as const, isMultiple: true as const, ...shortFlag }] as const;
  });
  return Object.fromEntries(entries);
}

/** Keeps what the verb takes; anything else is a mistake in the call. */
function checkFlags(
  verb: VerbName,
  given: Readonly<Record<string, unknown>>,
  argv: readonly string[],
): FlagValues {
  const { usage }: Verb = VERBS[verb];
  const negated = flagWords(argv).find((word) => word.startsWith('--no-') && !isNegative(word));
  if (negated !== undefined) throw unknownFlag(negated.slice(2), argv);
  const values: { [Name in FlagName]?: readonly string[] } = {};
  for (const [key, value] of Object.entries(given)) {
    const name = key.length === 1 ? key : dashed(key);
    if (!isFlag(name)) throw unknownFlag(name, argv);
    const isGiven = Array.isArray(value) ? isInCall(name, argv) : value === true;
    if (!isGiven) continue;
    if (!verbFlags(verb).includes(name)) {
      throw usageError(`--${name} does not go with newsprint ${usage}`);
    }
    values[name] = Array.isArray(value) ? checkValues(name, value) : [];
  }
  return values;
}

function isFlag(name: string): name is FlagName {
  return Object.hasOwn(FLAGS, name);
}

function unknownFlag(name: string, argv: readonly string[]): NewsprintError {
  const isLetter = name.length === 1;
  const shown = isLetter ? letterWord(name, argv) : `--${dashed(name)}`;
  const known = isLetter
    ? undefined
    : nearest(shown.replace(/^--(?:no-)?/, ''), Object.keys(FLAGS));
  return usageError(
    `unknown flag ${shown}`,
    known === undefined
      ? 'newsprint help shows the flags; a word that starts with - needs -- before it'
      : `did you mean --${known}?`,
  );
}

/** The word of the call that the letter stood in: `-harbour` is no seven flags. */
function letterWord(letter: string, argv: readonly string[]): string {
  return (
    flagWords(argv).find((word) => /^-[^-]/.test(word) && word.includes(letter)) ?? `-${letter}`
  );
}

/** A flag that takes a value is an empty list both where it is absent and where its value is. */
function isInCall(name: FlagName, argv: readonly string[]): boolean {
  const { short }: Flag = FLAGS[name];
  return flagWords(argv).some(
    (word) => word.startsWith(`--${name}`) || (short !== undefined && word.startsWith(`-${short}`)),
  );
}

/** What stands before the `--` that ends the flags. */
function flagWords(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf('--');
  return argv.slice(0, end === -1 ? argv.length : end);
}

function checkValues(name: FlagName, values: readonly unknown[]): readonly string[] {
  const texts = values.filter((value) => typeof value === 'string' && value !== '').map(String);
  if (texts.length > 0) return texts;
  const { value: wanted }: Flag = FLAGS[name];
  throw usageError(`--${name} needs a value: --${name} ${wanted}`);
}

/** Ctrl-C ends the program, unless the command asked to be told. */
function hearInterrupts(): () => AbortSignal {
  let control: AbortController | null = null;
  process.on('SIGINT', () => {
    if (control === null || control.signal.aborted) process.exit(INTERRUPTED);
    control.abort();
  });
  return () => {
    control ??= new AbortController();
    return control.signal;
  };
}

function createIo(interruption: () => AbortSignal): Io {
  const { env, platform } = process;
  const output = createOutput();
  return {
    // Opened when asked for: it takes a millisecond of a start that has twenty.
    get stdin() {
      return process.stdin;
    },
    get inIsTerminal() {
      return process.stdin.isTTY === true;
    },
    out: (text) => output.write(text).catch(leaveOnClosedPipe),
    err: (line) => writeError(`${line}\n`),
    fail: report,
    progress: writeError,
    get errIsTerminal() {
      return isErrorTerminal();
    },
    outIsTerminal: output.isTerminal,
    columns: output.columns,
    interruption,
    now: new Date(),
    env,
    get cwd() {
      return workingFolder();
    },
    platform,
    version: pkg.version,
    shipped: fileURLToPath(new URL('../articles', import.meta.url)),
  };
}

function exitCode(code: ErrorCode): number {
  if (code === 'interrupted') return INTERRUPTED;
  return code === 'usage' ? WRONG_CALL : FAILED;
}

function workingFolder(): string {
  try {
    return process.cwd();
  } catch (cause) {
    throw new NewsprintError('the working folder has gone', { code: 'failed', cause });
  }
}

/** Names what went wrong on standard error and sets the exit code. */
function report(error: unknown): void {
  const isBug = !(error instanceof NewsprintError);
  process.exitCode = exitCode(isBug ? 'failed' : error.code);
  if (process.exitCode === INTERRUPTED) return;
  const message = error instanceof Error ? error.message : String(error);
  const lines = [`newsprint: ${isBug ? 'bug: ' : ''}${cleanLine(message)}`];
  if (!isBug && error.hint !== undefined) lines.push(cleanText(error.hint));
  if (process.env['NEWSPRINT_DEBUG'] === '1' && error instanceof Error) {
    lines.push(cleanText(error.stack ?? ''));
  } else if (isBug) lines.push('NEWSPRINT_DEBUG=1 shows where it happened');
  writeError(`${lines.join('\n')}\n`);
}

/** A reader that has seen enough (`| head`) ends a printing command, quietly. */
function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw new NewsprintError(`cannot write: ${systemReason(error)}`, {
    code: 'failed',
    cause: error,
  });
}

/** A stream that stays open, such as a silent pipe, must not keep the program alive. */
function exit(): void {
  process.exit();
}

void main(process.argv.slice(2)).finally(exit);
