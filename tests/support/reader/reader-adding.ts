// What the tests of adding in the reader share: pastes, servers, a library and its files.

import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { run } from '../machine/run.ts';
import { BODY, HARBOUR, markdownFiles } from '../web/adding.ts';
import { listen } from '../web/listen.ts';
import { type Folder, openReader, stateEnv, writeLibrary } from './reader-program.ts';
import type { Terminal, TerminalOptions } from './terminal.ts';

export const TITLE = 'Harbour reopens after the storm';
export const HARBOUR_FILE = `2021/${HARBOUR}.md`;
/** A page as select-all and copy give it. */
export const PASTED = [TITLE, 'By Ann Example', 'Published: 9:00am, 19 Jul, 2021', ...BODY].join(
  '\n\n',
);

/** A paste as a terminal sends it. */
export const bracketed = (text: string) => `\x1b[200~${text.replaceAll('\n', '\r')}\x1b[201~`;

/** A library of three articles, and the reader on it. */
export function machine(folder: Folder) {
  const library = writeLibrary(folder);
  return {
    library,
    files: () => markdownFiles(library),
    read: (path: string) => readFileSync(join(library, path), 'utf8'),
    /** In this process: the reader's is the one that is tested. */
    call: (...args: readonly string[]) =>
      run([...args, '--library', library], { env: stateEnv(library), isHere: true }),
    async open(options: TerminalOptions = {}): Promise<Terminal> {
      const terminal = openReader(library, options);
      await terminal.waitFor('The third');
      return terminal;
    },
  };
}

export async function quit(terminal: Terminal): Promise<void> {
  terminal.press('Q');
  await terminal.waitFor('after 0');
}

/** A server that takes requests and never answers; `open` are those that wait. */
export async function serveSilence(): Promise<{
  readonly url: string;
  readonly open: () => number;
}> {
  const asking = new Set<Socket>();
  const server = createServer((socket) => {
    socket.on('data', () => void asking.add(socket));
    socket.on('close', () => void asking.delete(socket));
    socket.on('error', () => {});
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}/`, open: () => asking.size };
}
