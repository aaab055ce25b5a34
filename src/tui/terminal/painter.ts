// Paints Ink's whole frames row by row: with Node 20 goes Ink 6.8, whose own diff draws wrong frames.

import type { InkOutputStream } from './ink-streams.ts';
import { pinColumns } from './pin-columns.ts';
import type { Size } from './size.ts';

const ESC = '\x1b';
/** Synchronized output: a terminal that knows mode 2026 shows the frame at once. */
const BEGIN = `${ESC}[?2026h`;
const END = `${ESC}[?2026l`;

function paintedRow(text: string, row: number): string {
  return `${ESC}[${row + 1};1H${ESC}[0m${ESC}[2K${pinColumns(text)}`;
}

/**
 * What to write to turn one frame into another; '' where they are the same.
 * @param before the rows on the screen; `null` where nobody knows what is there
 */
export function frameUpdate(before: readonly string[] | null, after: readonly string[]): string {
  const rows = Math.max(before?.length ?? 0, after.length);
  const changed = Array.from({ length: rows }, (_, row) => {
    const text = after[row] ?? '';
    return before !== null && (before[row] ?? '') === text ? '' : paintedRow(text, row);
  }).join('');
  if (before !== null && changed === '') return '';
  const rest = before === null ? `${ESC}[${after.length + 1};1H${ESC}[0m${ESC}[J` : '';
  // The rest goes first: on a frame as tall as the screen it would take the last row away.
  return `${BEGIN}${rest}${changed}${END}`;
}

/** Takes what Ink writes, in its debug mode one whole frame a call, and paints the difference. */
export type Painter = ReturnType<typeof createPainter>;

/** Makes a painter over a sink. It never says it is a terminal, so that Ink adds nothing. */
export function createPainter(size: Size, sink: (text: string) => void) {
  let { columns, rows } = size;
  let painted: readonly string[] | null = null;
  let latest: readonly string[] = [];
  let isPaused = false;
  const paint = () => {
    const update = isPaused ? '' : frameUpdate(painted, latest);
    if (isPaused || update === '') return;
    painted = latest;
    sink(update);
  };
  const stream: InkOutputStream = {
    isTTY: false,
    get columns() {
      return columns;
    },
    get rows() {
      return rows;
    },
    // Of another size Ink is not told: it would only lay out the old frame once more.
    on() {},
    off() {},
    write(frame) {
      latest = frame.split('\n').slice(0, rows);
      paint();
      return true;
    },
  };
  return {
    stream,
    /** Takes another size: the next frame, which is the one for that size, is painted whole. */
    resize(now: Size) {
      if (now.columns === columns && now.rows === rows) return;
      ({ columns, rows } = now);
      painted = null;
    },
    /** Paints the last frame whole: after someone else had the screen. */
    repaint() {
      isPaused = false;
      painted = null;
      paint();
    },
    /** Until `repaint`, frames are kept and not painted. */
    pause() {
      isPaused = true;
    },
  };
}
