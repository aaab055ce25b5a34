// Runs a call of the program in this process, so that what its code does can be watched.

import { Readable } from 'node:stream';
import pkg from '../../package.json' with { type: 'json' };
import { type Call, hasFlag } from '../../src/commands/call/call.ts';
import type { Io } from '../../src/commands/call/io.ts';
import { parseCall } from '../../src/commands/call/parse-call.ts';
import { isVerb } from '../../src/commands/call/verbs.ts';
import { formatHelp, formatVerbHelp, help } from '../../src/commands/help.ts';
import { cleanLine, cleanText } from '../../src/core/clean.ts';
import { NewsprintError } from '../../src/core/errors.ts';
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
    const { code, message } = describe(error);
    printed.code = code;
    say(message);
  };
  const io: Io = {
    ...{ env: around.env, cwd: around.cwd, shipped: around.shipped, now: new Date() },
    ...{ platform: process.platform, version: pkg.version, columns: 0 },
    ...{ isStdinTyped: false, outIsTerminal: false, showsProgress: false, fail },
    stdin: Readable.from(around.input === undefined ? [] : [Buffer.from(around.input)]),
    out: async (text) => {
      printed.stdout += text;
    },
    note: (message) => hasFlag(parseCall(args, pkg), 'quiet') || warn(message),
    warn,
    drawProgress: say,
    interruption: () => new AbortController().signal,
  };
  try {
    await runVerb(args, io);
  } catch (error) {
    fail(error);
  }
  return { ...printed, signal: null };
}

async function runVerb(args: readonly string[], io: Io): Promise<void> {
  const call = parseCall(args, pkg);
  if (hasFlag(call, 'version')) return io.out(`newsprint ${pkg.version}\n`);
  if (hasFlag(call, 'help')) {
    return io.out(args.some(isVerb) ? formatVerbHelp(call.verb) : formatHelp());
  }
  if (call.verb === 'help') {
    return help(call, io, async () => (await import('../../src/tui/input/keymap.ts')).keyHelp());
  }
  const { [call.verb]: verb } = await import(`../../src/commands/${call.verb}.ts`);
  return (verb as (call: Call, io: Io) => Promise<void>)(call, io);
}

function describe(error: unknown): { readonly code: number; readonly message: string } {
  if (!(error instanceof NewsprintError)) throw error;
  const { code, message, hint } = error;
  if (code === 'interrupted') return { code: 130, message: '' };
  const lines = [
    `newsprint: ${cleanLine(message)}`,
    ...(hint === undefined ? [] : [cleanText(hint)]),
  ];
  return { code: code === 'usage' ? 2 : 1, message: `${lines.join('\n')}\n` };
}
