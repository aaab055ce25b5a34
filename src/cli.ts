// The entry: parses the call, runs one verb, and is the only place that exits.

import { join } from 'node:path';
import process from 'node:process';
import pkg from '../package.json' with { type: 'json' };
import { type Call, hasFlag, type Io } from './commands/call/call.ts';
import { describeError, INTERRUPTED } from './commands/call/describe-error.ts';
import { parseCall } from './commands/call/parse-call.ts';
import { callConfig, setting, warnOfConfig } from './commands/call/setting.ts';
import { isVerb, type VerbName } from './commands/call/verb-names.ts';
import { VERBS, type Verb } from './commands/call/verbs.ts';
import { help, printHelp } from './commands/help.ts';
import type { ScreenReader } from './commands/read.ts';
import { NewsprintError } from './core/errors.ts';
import type { Config } from './library/config/settings.ts';
import { systemReason } from './library/files/system-error.ts';
import { createOutput, type Output, writeStderr } from './output.ts';

/** Every verb's code, loaded when it is called. */
const RUN: { readonly [Name in VerbName]: (call: Call, io: Io) => Promise<void> } = {
  read: async (call, io) => (await import('./commands/read.ts')).read(call, io, screenReader(io)),
  list: async (call, io) => (await import('./commands/list.ts')).list(call, io),
  show: async (call, io) => (await import('./commands/show.ts')).show(call, io),
  add: async (call, io) => (await import('./commands/add.ts')).add(call, io),
  search: async (call, io) => (await import('./commands/search.ts')).search(call, io),
  mark: async (call, io) => (await import('./commands/mark.ts')).mark(call, io),
  remove: async (call, io) => (await import('./commands/remove.ts')).remove(call, io),
  undo: async (call, io) => (await import('./commands/undo.ts')).undo(call, io),
  trash: async (call, io) => (await import('./commands/trash.ts')).trash(call, io),
  feeds: async (call, io) => (await import('./commands/feeds.ts')).feeds(call, io),
  import: async (call, io) => (await import('./commands/import.ts')).importFiles(call, io),
  fetch: async (call, io) => (await import('./commands/fetch.ts')).fetch(call, io),
  sync: async (call, io) => (await import('./commands/sync.ts')).sync(call, io),
  export: async (call, io) => (await import('./commands/export.ts')).exportArticles(call, io),
  digest: async (call, io) => (await import('./commands/print/print-digest.ts')).digest(call, io),
  check: async (call, io) => (await import('./commands/check.ts')).check(call, io),
  merge: async (call, io) => (await import('./commands/merge.ts')).merge(call, io),
  config: async (call, io) => (await import('./commands/config.ts')).config(call, io, runEditor),
  json: async (call, io) => (await import('./commands/print/print-schema.ts')).json(call, io),
  completion: async (call, io) =>
    (await import('./commands/completion/completion.ts')).completion(call, io),
  help,
};

async function main(argv: readonly string[]): Promise<void> {
  let output: Output | undefined;
  try {
    const interruption = hearInterrupts(() => output?.isTaken() === true);
    const call = parseCall(argv, pkg);
    const config = await callConfig(call, process);
    output = await openOutput(call);
    const io = createIo(call, interruption, config, output);
    warnOfConfig(call, io);
    if (hasFlag(call, 'version')) await io.out(`newsprint ${pkg.version}\n`);
    else if (hasFlag(call, 'help'))
      await printHelp(argv.some(isVerb) ? call.verb : undefined, call, io);
    else await RUN[call.verb](call, io);
  } catch (error) {
    report(error, output?.writeStderr);
  }
  await output?.end();
}

/** What has no room on a terminal goes through the pager, of verbs that take `--no-pager`. */
async function openOutput(call: Call): Promise<Output> {
  const output = createOutput();
  const { flags = [] }: Verb = VERBS[call.verb];
  const isPaged = flags.includes('no-pager') && output.isTerminal && output.rows > 0;
  // A pager shows no pictures.
  if (!isPaged || hasFlag(call, 'no-pager') || hasFlag(call, 'pictures')) return output;
  const { pagerCommand } = await import('./jobs/programs/pager-command.ts');
  const { pagedOutput } = await import('./pager.ts');
  const command = pagerCommand(process.env);
  if (command === null) return output;
  const paged = pagedOutput(output, command, process.env, async () => {
    await paged.end();
    process.exit();
  });
  return paged;
}

/** Edits a file on the terminal. @returns what went wrong; `null` where nothing did */
async function runEditor(path: string, { env, platform }: Pick<Io, 'env' | 'platform'>) {
  const editor = await import('./jobs/programs/editor.ts');
  return editor.runEditor(editor.editorCommand(env, platform), path);
}

/** The reader on the screen, which no other verb loads. */
function screenReader({ env, platform, version }: Io): ScreenReader {
  return {
    hasKeyboard: async () => (await import('./tui/terminal/key-stream.ts')).hasKeyboard(),
    async open(opening) {
      const { runReader } = await import('./tui/run-reader.ts');
      return runReader({ ...opening, now: () => new Date(), env, platform, version });
    },
  };
}

/**
 * Ctrl-C ends the program, unless the command asked for the signal.
 * @param isOthers whether another program has the terminal, whose it is then
 */
function hearInterrupts(isOthers: () => boolean): () => AbortSignal {
  let control: AbortController | null = null;
  process.on('SIGINT', () => {
    if (isOthers()) return;
    if (control === null || control.signal.aborted) process.exit(INTERRUPTED);
    control.abort();
  });
  return () => {
    control ??= new AbortController();
    return control.signal;
  };
}

function createIo(call: Call, interruption: () => AbortSignal, config: Config, output: Output): Io {
  const { env, platform } = process;
  const isQuiet = hasFlag(call, 'quiet');
  const warn = (message: string): void => output.writeStderr(`newsprint: ${message}\n`);
  return {
    // Opened when asked for: it takes a millisecond of a start that has twenty.
    get stdin() {
      return process.stdin;
    },
    get isStdinTyped() {
      return process.stdin.isTTY === true;
    },
    out: (text) => output.write(text).catch(leaveOnClosedPipe),
    note: isQuiet ? () => {} : warn,
    warn,
    fail: (error) => report(error, output.writeStderr),
    get drawProgress() {
      const moves = !isQuiet && setting(call, { env, config }, 'motion');
      return moves && output.mayDraw() ? writeStderr : null;
    },
    outIsTerminal: output.isTerminal,
    columns: output.columns,
    interruption,
    config,
    now: new Date(),
    env,
    get cwd() {
      try {
        return process.cwd();
      } catch (cause) {
        throw new NewsprintError('the working folder has gone', { cause });
      }
    },
    platform,
    version: pkg.version,
    shipped: join(import.meta.filename, '../../articles'),
  };
}

/** Names what went wrong on standard error and sets the exit code. */
function report(error: unknown, write = writeStderr): void {
  const { code, text } = describeError(error, process.env['NEWSPRINT_DEBUG'] === '1');
  process.exitCode = code;
  write(text);
}

/** A reader that has seen enough (`| head`) ends a printing command, quietly. */
function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw new NewsprintError(`cannot write: ${systemReason(error)}`, { cause: error });
}

// A stream that stays open, such as a silent pipe, must not keep the program alive.
void main(process.argv.slice(2)).finally(() => process.exit());
