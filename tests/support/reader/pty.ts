// A program in a pseudo-terminal, all of whose output is read before its end is told.

import { readSync } from 'node:fs';
import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { type IPty, spawn } from '@lydell/node-pty';

/** Variables of this machine that a plain user's terminal has not, or that slow every start. */
const FOREIGN = /^(?:CI|NO_COLOR|FORCE_COLOR|SSH_TTY|SSH_CONNECTION|TMUX\w*|NODE_\w+|VITEST\w*)$/;

/** The test's environment as a plain terminal user's. */
function plainEnv(): Record<string, string> {
  const defined = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || FOREIGN.test(name) ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(defined), TERM: 'xterm-256color' };
}

/**
 * A pseudo-terminal's end is told when the program's side closes, be it that much waits to be
 * read, and node-pty closes ours 200 ms after the program's end: what is left is read before.
 */
function readToTheEnd(pty: IPty): void {
  const stream: Socket = Reflect.get(pty, '_socket');
  const destroy = stream.destroy.bind(stream);
  const bytes = Buffer.alloc(65_536);
  const decoder = new StringDecoder();
  const readRest = () => {
    try {
      for (;;) {
        const length = readSync(Reflect.get(pty, 'fd'), bytes);
        if (length === 0) return;
        stream.emit('data', decoder.write(bytes.subarray(0, length)));
      }
    } catch {
      // Nothing more is there (EIO), or somebody else holds the terminal (EAGAIN).
    }
  };
  stream.destroy = (error) => {
    if (!stream.destroyed) readRest();
    return destroy(error);
  };
}

/** Starts a command in a terminal of so many columns and rows. */
export function startInTerminal(
  command: string,
  words: readonly string[],
  size: { readonly cols: number; readonly rows: number },
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): IPty {
  const pty = spawn(command, [...words], {
    name: 'xterm-256color',
    ...size,
    cwd,
    env: { ...plainEnv(), ...env },
  });
  readToTheEnd(pty);
  return pty;
}
