// A real pseudo-terminal with a terminal emulator reading it: what a person would see.

import { writeSync } from 'node:fs';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { startInTerminal } from './pty.ts';

/** A wait that takes longer has failed; generous, for a machine with other work (ms). */
const DEADLINE = 60_000;

/** What the emulator does as often as is asked, be it 2³¹ times: lines, tabs, and a character again. */
const COUNTED = ['I', 'L', 'M', 'S', 'T', 'Z', 'b'];
/** More than any screen here has rows or columns; keys that are echoed can come to any number. */
const MOST_TIMES = 1000;

/** How a program is started in the terminal. */
export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** The whole environment; by default the test's own, without what changes colours. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the terminal sends when it is asked; by default what the emulator itself does. */
  readonly answer?: (asked: string) => string;
}

/** One cell of the screen. */
export interface Cell {
  readonly text: string;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly reverse: boolean;
  readonly underline: boolean;
  /** Of the 16 colours; −1 for the terminal's own. */
  readonly color: number;
  /** The colour behind it, of 256 or as 24 bits; −1 for the terminal's own. */
  readonly ground: number;
}

/** Modes a program can leave behind. */
export interface Modes {
  readonly alternateScreen: boolean;
  readonly cursorHidden: boolean;
  readonly mouse: boolean;
  readonly paste: boolean;
  readonly wrap: boolean;
}

/** An emulated screen that anything can be written to. */
export interface Screen {
  /** Resolves when all of it is on the screen. */
  write(data: string): Promise<void>;
  /** The rows of the screen, without spaces at their ends. */
  rows(): string[];
  text(): string;
  cell(column: number, row: number): Cell;
  /** The text from the cursor on to the end of its row. */
  atCursor(): string;
  title(): string;
  /** What was put into the clipboard (OSC 52), decoded. */
  clipboard(): readonly string[];
  /** Told what the terminal sends when it is asked. */
  onAnswer(listener: (answer: string) => void): void;
  modes(): Modes;
  /** A frame has begun and has not ended (synchronized output, mode 2026). */
  isMidFrame(): boolean;
  resize(columns: number, rows: number): void;
}

/** A program in a terminal. */
export interface Terminal extends Screen {
  readonly pid: number;
  /** Everything the program wrote. */
  output(): string;
  press(keys: string): void;
  /** Sends bytes as they are, as many as the program takes; what it writes is read meanwhile. */
  send(bytes: Uint8Array): Promise<void>;
  /** Forgets what the program wrote so far. */
  forget(): void;
  /** Waits until the screen holds the words, or the predicate holds; never amid a frame. */
  waitFor(what: string | RegExp | ((terminal: Terminal) => boolean)): Promise<void>;
  /** Waits for the program's end. */
  exit(): Promise<{ readonly code: number; readonly signal: number }>;
  kill(signal?: string): void;
  /** Ends the program if it still runs, as the end of the test does. */
  close(): void;
}

function readCell(emulator: xterm.Terminal, column: number, row: number): Cell {
  const buffer = emulator.buffer.active;
  const cell = buffer.getLine(buffer.baseY + row)?.getCell(column);
  if (cell === undefined) throw new RangeError(`no cell at ${column}, ${row}`);
  return {
    text: cell.getChars(),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    reverse: cell.isInverse() !== 0,
    underline: cell.isUnderline() !== 0,
    color: cell.isFgDefault() ? -1 : cell.getFgColor(),
    ground: cell.isBgDefault() ? -1 : cell.getBgColor(),
  };
}

/** Makes an emulated screen. */
export function createScreen(columns = 80, rows = 24): Screen {
  const emulator = new xterm.Terminal({
    cols: columns,
    rows,
    // Of more lines, each broken into one-column ones, the emulator overflows its stack.
    scrollback: 50,
    allowProposedApi: true,
    logLevel: 'off',
  });
  emulator.loadAddon(new Unicode11Addon());
  emulator.unicode.activeVersion = '11';
  let isCursorHidden = false;
  let isMidFrame = false;
  let title = '';
  const clipboard: string[] = [];
  emulator.onTitleChange((now) => {
    title = now;
  });
  for (const final of ['h', 'l']) {
    emulator.parser.registerCsiHandler({ prefix: '?', final }, (params) => {
      if (params.includes(25)) isCursorHidden = final === 'l';
      if (params.includes(2026)) isMidFrame = final === 'h';
      return false;
    });
  }
  for (const final of COUNTED) {
    emulator.parser.registerCsiHandler({ final }, ([times]) => Number(times) > MOST_TIMES);
  }
  emulator.parser.registerOscHandler(52, (data) => {
    clipboard.push(Buffer.from(data.split(';')[1] ?? '', 'base64').toString());
    return true;
  });
  const screen: Screen = {
    write(data) {
      return new Promise((resolve) => emulator.write(data, resolve));
    },
    rows() {
      const buffer = emulator.buffer.active;
      return Array.from(
        { length: emulator.rows },
        (_, row) =>
          buffer
            .getLine(buffer.baseY + row)
            ?.translateToString(true)
            .trimEnd() ?? '',
      );
    },
    text: () => screen.rows().join('\n'),
    cell: (column, row) => readCell(emulator, column, row),
    atCursor() {
      const { cursorX, cursorY, baseY } = emulator.buffer.active;
      const line = emulator.buffer.active.getLine(baseY + cursorY);
      return line?.translateToString(true, cursorX).trimEnd() ?? '';
    },
    title: () => title,
    clipboard: () => clipboard,
    onAnswer: (listener) => void emulator.onData(listener),
    modes: () => ({
      alternateScreen: emulator.buffer.active.type === 'alternate',
      cursorHidden: isCursorHidden,
      mouse: emulator.modes.mouseTrackingMode !== 'none',
      paste: emulator.modes.bracketedPasteMode,
      wrap: emulator.modes.wraparoundMode,
    }),
    isMidFrame: () => isMidFrame,
    resize: (width, height) => emulator.resize(width, height),
  };
  return screen;
}

/** A terminal that is full takes more when the program has read some. */
async function writeAll(fd: number, bytes: Uint8Array, hasEnded: () => boolean): Promise<void> {
  for (let at = 0; at < bytes.length && !hasEnded(); ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const isFull = error instanceof Error && 'code' in error && error.code === 'EAGAIN';
      // The program has ended: who waits for what it does is told.
      if (!isFull) return;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

/** Characters of the output that a failure shows. */
const TAIL = 200;

/** How a program ended, where it has. */
interface End {
  readonly code: number;
  /** 0 where none ended it. */
  readonly signal: number;
}

function formatEnd(end: End | null): string {
  return end === null ? 'runs' : `has ended with ${end.code}, by signal ${end.signal}`;
}

function failure(what: string, screen: Screen): Error {
  return new Error(`${what}; the screen:\n${screen.text()}`);
}

/** Starts a command in a terminal of its own. */
export function openTerminal(
  command: string,
  words: readonly string[],
  { columns = 80, rows = 24, cwd = process.cwd(), env = {}, answer }: TerminalOptions = {},
): Terminal {
  const screen = createScreen(columns, rows);
  const changed = new Set<() => void>();
  let output = '';
  let ended: End | null = null;
  const pty = startInTerminal(command, words, { cols: columns, rows }, { cwd, env });
  const tell = () => {
    for (const listener of changed) listener();
  };
  pty.onData((data) => {
    output += data;
    void screen.write(data).then(tell);
    if (answer !== undefined) pty.write(answer(data));
  });
  if (answer === undefined) screen.onAnswer((sent) => pty.write(sent));
  pty.onExit(({ exitCode, signal }) => {
    ended = { code: exitCode, signal: signal ?? 0 };
    tell();
  });
  /** Asks again whenever the screen changed by a whole frame, until the deadline. */
  const until = (isDone: () => boolean, what: () => string) =>
    new Promise<void>((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        changed.delete(look);
        settle();
      };
      const look = () => {
        if ((ended !== null || !screen.isMidFrame()) && isDone()) finish(resolve);
      };
      const late = () =>
        failure(
          `${what()}; the program ${formatEnd(ended)}; its last output is ${JSON.stringify(output.slice(-TAIL))}`,
          screen,
        );
      const timer = setTimeout(() => finish(() => reject(late())), DEADLINE);
      changed.add(look);
      look();
    });
  const terminal: Terminal = {
    ...screen,
    pid: pty.pid,
    output: () => output,
    press: (keys) => pty.write(keys),
    send: (bytes) => writeAll(Reflect.get(pty, 'fd'), bytes, () => ended !== null),
    forget() {
      output = '';
    },
    waitFor(what) {
      const holds = () => {
        if (typeof what === 'function') return what(terminal);
        return typeof what === 'string' ? screen.text().includes(what) : what.test(screen.text());
      };
      return until(holds, () => `waited in vain for ${String(what)}`);
    },
    async exit() {
      await until(
        () => ended !== null,
        () => 'the program did not end',
      );
      if (ended === null) throw failure('the program did not end', screen);
      await screen.write('');
      return ended;
    },
    resize(width, height) {
      screen.resize(width, height);
      pty.resize(width, height);
    },
    kill: (signal = 'SIGTERM') => pty.kill(signal),
    close() {
      if (ended === null) pty.kill('SIGKILL');
    },
  };
  onTestFinished(terminal.close);
  return terminal;
}
