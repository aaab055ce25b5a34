// Runs a call of the program in this process, so that what its code does can be watched.

import { Readable } from 'node:stream';
import pkg from '../../../package.json' with { type: 'json' };
import { type Call, hasFlag, type Io } from '../../../src/commands/call/call.ts';
import { describeError } from '../../../src/commands/call/describe-error.ts';
import { parseCall } from '../../../src/commands/call/parse-call.ts';
import { callConfig, warnOfConfig } from '../../../src/commands/call/setting.ts';
import { isVerb, type VerbName } from '../../../src/commands/call/verb-names.ts';
import { help, printHelp } from '../../../src/commands/help.ts';
import type { ScreenReader } from '../../../src/commands/read.ts';
import { NewsprintError } from '../../../src/core/errors.ts';
import { NO_CONFIG } from '../../../src/library/config/settings.ts';
import type { Run } from './run.ts';

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly input?: string | Buffer | undefined;
  readonly shipped: string;
}

/** As the entry does it with two pipes, but for signals and for the end of the process. */
export async function runHere(args: readonly string[], around: Surroundings): Promise<Run> {
  const printed = { code: 0, stdout: '', stderr: '' };
  const say = (text: string): void => {
    printed.stderr += text;
  };
  const warn = (message: string): void => say(`newsprint: ${message}\n`);
  const fail = (error: unknown): void => {
    if (!(error instanceof NewsprintError)) throw error;
    const { code, text } = describeError(error, false);
    printed.code = code;
    say(text);
  };
  const io: Io = {
    env: around.env,
    cwd: around.cwd,
    shipped: around.shipped,
    now: new Date(),
    platform: process.platform,
    version: pkg.version,
    columns: 0,
    isStdinTyped: false,
    outIsTerminal: false,
    drawProgress: null,
    fail,
    config: NO_CONFIG,
    stdin: Readable.from(around.input === undefined ? [] : [Buffer.from(around.input)]),
    out: async (text) => {
      printed.stdout += text;
    },
    note: (message) => hasFlag(parseCall(args, pkg), 'quiet') || warn(message),
    warn,
    interruption: () => new AbortController().signal,
  };
  try {
    await runVerb(args, io);
  } catch (error) {
    fail(error);
  }
  return { ...printed, signal: null };
}

async function runVerb(args: readonly string[], surroundings: Io): Promise<void> {
  const call = parseCall(args, pkg);
  const io = { ...surroundings, config: await callConfig(call, surroundings) };
  warnOfConfig(call, io);
  if (hasFlag(call, 'version')) return io.out(`newsprint ${pkg.version}\n`);
  if (hasFlag(call, 'help')) {
    return printHelp(args.some(isVerb) ? call.verb : undefined, call, io);
  }
  if (call.verb === 'help') {
    return help(call, io);
  }
  return VERBS[call.verb](call, io);
}

/** Without a terminal the reader is never opened. */
const NO_SCREEN: ScreenReader = {
  hasKeyboard: async () => false,
  open: () => Promise.reject(new Error('there is no screen')),
};

const NO_EDITOR = () => Promise.reject(new Error('there is no editor'));

const VERBS: Readonly<Record<Exclude<VerbName, 'help'>, (call: Call, io: Io) => Promise<void>>> = {
  read: async (call, io) =>
    (await import('../../../src/commands/read.ts')).read(call, io, NO_SCREEN),
  list: async (call, io) => (await import('../../../src/commands/list.ts')).list(call, io),
  show: async (call, io) => (await import('../../../src/commands/show.ts')).show(call, io),
  add: async (call, io) => (await import('../../../src/commands/add.ts')).add(call, io),
  search: async (call, io) => (await import('../../../src/commands/search.ts')).search(call, io),
  mark: async (call, io) => (await import('../../../src/commands/mark.ts')).mark(call, io),
  remove: async (call, io) => (await import('../../../src/commands/remove.ts')).remove(call, io),
  undo: async (call, io) => (await import('../../../src/commands/undo.ts')).undo(call, io),
  trash: async (call, io) => (await import('../../../src/commands/trash.ts')).trash(call, io),
  feeds: async (call, io) => (await import('../../../src/commands/feeds.ts')).feeds(call, io),
  fetch: async (call, io) => (await import('../../../src/commands/fetch.ts')).fetch(call, io),
  import: async (call, io) =>
    (await import('../../../src/commands/import.ts')).importFiles(call, io),
  sync: async (call, io) => (await import('../../../src/commands/sync.ts')).sync(call, io),
  check: async (call, io) => (await import('../../../src/commands/check.ts')).check(call, io),
  config: async (call, io) =>
    (await import('../../../src/commands/config.ts')).config(call, io, NO_EDITOR),
  completion: async (call, io) =>
    (await import('../../../src/commands/completion/completion.ts')).completion(call, io),
  json: async (call, io) =>
    (await import('../../../src/commands/print/print-schema.ts')).json(call, io),
  export: async (call, io) =>
    (await import('../../../src/commands/export.ts')).exportArticles(call, io),
  digest: async (call, io) =>
    (await import('../../../src/commands/print/print-digest.ts')).digest(call, io),
  merge: async (call, io) => (await import('../../../src/commands/merge.ts')).merge(call, io),
};
