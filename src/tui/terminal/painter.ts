// Paints Ink's whole frames row by row: with Node 20 goes Ink 6.8, whose own diff draws wrong frames.
import { graphemes, graphemeWidth } from '../../text/width.ts';
import type { Size } from './keys.ts';

const ESC = '\x1b';
/** Synchronized output: a terminal that knows mode 2026 shows the frame at once. */
const BEGIN = `${ESC}[?2026h`;
const END = `${ESC}[?2026l`;

/** What Ink needs of the terminal that it draws on. */
export interface InkOutputStream {
  /** Where it is a terminal, Ink adds sequences of its own. */
  readonly isTTY: boolean;
  readonly columns: number;
  readonly rows: number;
  /** Gets one whole frame a call in Ink's debug mode. */
  write(text: string): boolean;
  on(event: 'resize', listener: () => void): void;
  off(event: 'resize', listener: () => void): void;
}

/** Ink's types ask for a terminal's whole stream, of which it touches no more than that. */
export function asInkOutput(stream: InkOutputStream): NodeJS.WriteStream {
  return stream as NodeJS.WriteStream;
}

/** Joiner, emoji variation selector, flags and skin tones: terminals disagree on their width. */
const CONTESTED = /[\u200d\ufe0f]|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/u;
/** The sequences of a painted row, and the text between them. */
const PAINTED = /\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\|[^\x1b]+/g;

function pinText(text: string, from: number): { readonly pinned: string; readonly column: number } {
  let column = from;
  let pinned = '';
  for (const grapheme of graphemes(text)) {
    column += graphemeWidth(grapheme);
    pinned += CONTESTED.test(grapheme) ? `${grapheme}\x1b[${column + 1}G` : grapheme;
  }
  return { pinned, column };
}

/**
 * After each grapheme whose width terminals disagree on, moves the cursor to the column it should
 * be at (CHA, ECMA-48 §8.3.9), so that what follows stays in place.
 * @param row painted, from the first column on
 */
export function pinColumns(row: string): string {
  if (!CONTESTED.test(row)) return row;
  let column = 0;
  return row.replace(PAINTED, (piece) => {
    if (piece.startsWith('\x1b')) return piece;
    const text = pinText(piece, column);
    column = text.column;
    return text.pinned;
  });
}

/**
 * What to write to turn one frame into another; '' where they are the same.
 * @param before the rows on the screen; `null` where nobody knows what is there
 * @param draw what is written of the text of a row; by default all of it, as it is
 */
export function frameUpdate(
  before: readonly string[] | null,
  after: readonly string[],
  draw = (text: string, _row: number) => text,
): string {
  const rows = Math.max(before?.length ?? 0, after.length);
  const changed = Array.from({ length: rows }, (_, row) => {
    const text = after[row] ?? '';
    if (before !== null && (before[row] ?? '') === text) return '';
    return `${ESC}[${row + 1};1H${ESC}[0m${ESC}[2K${draw(pinColumns(text), row)}`;
  }).join('');
  if (before !== null && changed === '') return '';
  const rest = before === null ? `${ESC}[${after.length + 1};1H${ESC}[0m${ESC}[J` : '';
  // The rest goes first: on a frame as tall as the screen it would take the last row away.
  return `${rest}${changed}`;
}

/** Takes what Ink writes, in its debug mode one whole frame a call, and paints the difference. */
export type Painter = ReturnType<typeof createPainter>;

/** A cell of the screen, from 0. */
export interface ScreenPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Makes a painter over a sink. It never says it is a terminal, so that Ink adds nothing.
 * @param beside what else is to be written with a frame, or anew with one that is painted whole
 * @param cursor asked after each frame where the cursor is to stand; by default at the top
 * @param draw what is written of a row that has changed
 */
export function createPainter(
  size: Size,
  sink: (text: string) => void,
  cursor: () => ScreenPlace = () => ({ row: 0, column: 0 }),
  beside: (isAnew: boolean) => string = () => '',
  draw?: (text: string, row: number) => string,
) {
  let painted: readonly string[] | null = null;
  let latest: readonly string[] = [];
  const paint = () => {
    const more = beside(painted === null);
    const update = frameUpdate(painted, latest, draw);
    if (more + update === '') return;
    painted = latest;
    const { row, column } = cursor();
    const place = `${ESC}[${row + 1};${column + 1}H`;
    sink(`${update === '' ? place : `${BEGIN}${update}${place}${END}`}${more}`);
  };
  const stream: InkOutputStream = {
    isTTY: false,
    ...size,
    // Of another size Ink is not told: it would only lay out the old frame once more.
    on() {},
    off() {},
    write(frame) {
      latest = frame.split('\n').slice(0, stream.rows);
      paint();
      return true;
    },
  };
  return {
    stream,
    /** Takes another size: the next frame, which is the one for that size, is painted whole. */
    resize(now: Size) {
      if (now.columns === stream.columns && now.rows === stream.rows) return;
      Object.assign(stream, now);
      painted = null;
    },
    repaint() {
      painted = null;
      paint();
    },
  };
}
