// Paints Ink's whole frames row by row: the diff of Ink 6.8, for Node 20, draws wrong frames.
import { graphemes, graphemeWidth } from '../../text/width.ts';
import type { Size } from './keys.ts';

const ESC = '\x1b';
/** Synchronized output: a terminal that knows mode 2026 shows the frame at once. */
const BEGIN = `${ESC}[?2026h`;
const END = `${ESC}[?2026l`;

/** The parts of a stream that Ink uses. */
export interface InkOutputStream {
  /** For a terminal Ink would add sequences of its own. */
  readonly isTTY: boolean;
  readonly columns: number;
  readonly rows: number;
  /** In Ink's debug mode each call is a whole frame. */
  write(text: string): boolean;
  on(event: 'resize', listener: () => void): void;
  off(event: 'resize', listener: () => void): void;
}

/** Ink's types want a whole stream, of which it uses only this. */
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
 * Moves the cursor to its right column after each grapheme whose width terminals disagree on (CHA,
 * ECMA-48 §8.3.9), so that the rest stays in place.
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
 * The text that turns one frame into another; '' where they are the same.
 * @param before the rows on the screen; `null` where they are unknown
 * @param draw gives the text to write for a row; by default the row itself
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
  // The rest is cleared first: after a frame as tall as the screen that would clear the last row.
  return `${rest}${changed}`;
}

/** Paints the differences between Ink's frames. */
export type Painter = ReturnType<typeof createPainter>;

/** A cell of the screen, from 0. */
export interface ScreenPlace {
  readonly row: number;
  readonly column: number;
}

/**
 * Makes a painter over a sink. It never says it is a terminal, so that Ink adds nothing.
 * @param beside gives further text for a frame, all of it where that is painted whole
 * @param cursor gives the cursor's place after each frame; by default at the top
 * @param draw gives the text to write for a changed row
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
    // Ink is not told of a new size, for it would lay out the old frame once more.
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
    /** For another size: the next frame, which has it, is painted whole. */
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
