// The user's pager, where a terminal is shorter than what a verb prints.
import type { Writable } from 'node:stream';
import { pagerWords, USUAL_PAGER } from './jobs/programs/pager-command.ts';
import type { Output } from './output.ts';
import { displayWidth } from './text/width.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Writes to the terminal what has room on it, and all of what has more to the pager.
 * @param onQuit called when the user has seen enough
 */
export function pagedOutput(
  output: Output,
  command: string,
  env: Env,
  onQuit: () => Promise<void>,
): Output {
  let held = '';
  let rows = 0;
  let isDirect = false;
  let pager: Pager | null = null;
  const later: string[] = [];
  const isAlone = (): boolean => pager === null && (isDirect || held === '');
  const open = async (): Promise<Pager | null> => {
    const opened = await openPager(command, env);
    if (opened === null && command !== USUAL_PAGER) {
      output.writeStderr(`newsprint: cannot run ${command}: set $PAGER to your pager\n`);
    }
    return opened;
  };
  return {
    ...output,
    async write(text) {
      if (isDirect) return output.write(text);
      if (pager === null) {
        held += text;
        rows += countRows(text, output);
        if (rows < output.rows) return;
        pager = await open();
        isDirect = pager === null;
      } else held = text;
      if (pager === null) return output.write(held);
      if (!(await pager.write(held))) await onQuit();
    },
    writeStderr: (text) => void (isAlone() ? output.writeStderr(text) : later.push(text)),
    mayDraw: () => isAlone() && output.mayDraw(),
    isTaken: () => pager !== null,
    async end() {
      if (pager === null && !isDirect) await output.write(held);
      held = '';
      await pager?.end();
      pager = null;
      for (const text of later.splice(0)) output.writeStderr(text);
    },
  };
}

/** Looks, and the addresses of hyperlinks. */
const ESCAPES = /\x1b\[[\d;:]*m|\x1b\]8;[^\x07\x1b]*(?:\x07|\x1b\\)/g;

/** Rows that whole lines take on the terminal, as far as it reaches. */
function countRows(text: string, { columns, rows: most }: Output): number {
  const lines = text.split('\n', most + 1);
  if (lines.length > most || columns === 0) return lines.length - 1;
  const widths = lines.slice(0, -1).map((line) => displayWidth(line.replaceAll(ESCAPES, '')));
  return widths.reduce((rows, width) => rows + Math.max(1, Math.ceil(width / columns)), 0);
}

interface Pager {
  /** Whether the pager still reads, when it has taken the text. */
  readonly write: (text: string) => Promise<boolean>;
  /** Done when the user has left it. */
  readonly end: () => Promise<void>;
}

/** `null` where it cannot run. */
function openPager(command: string, env: Env): Promise<Pager | null> {
  const { program, words, shell } = pagerWords(command);
  // It takes milliseconds to load, and most of what is printed has room.
  const { spawn } = process.getBuiltinModule('node:child_process');
  // As git does it: less leaves what it showed, and both show colours.
  const child = spawn(program, words, {
    shell,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { LESS: 'FRX', LV: '-c', ...env },
  });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  child.stdin.on('error', () => {});
  return new Promise((resolve) => {
    child.on('error', () => resolve(null));
    child.on('spawn', () =>
      resolve({ write: writer(child.stdin), end: ender(child.stdin, closed) }),
    );
  });
}

function writer(stream: Writable): Pager['write'] {
  return (text) => new Promise((resolve) => stream.write(text, (error) => resolve(!error)));
}

function ender(stream: Writable, closed: Promise<void>): Pager['end'] {
  return () => {
    stream.end();
    return closed;
  };
}
