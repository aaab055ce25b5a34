// How wide a table's columns are: natural if they fit, else the widest are shrunk fairly.

import { textUnits, type WordCache } from '../../text/text-units.ts';
import type { WrappedRow } from '../../text/wrap.ts';

/** Columns between two of a table's columns. */
export const GAP = 2;
/** A column gets no narrower than its longest word, but a word longer than this may be cut. */
const LONGEST_WORD = 14;
/** Below this a cell that wraps is a sliver, though its words (or CJK characters) be short. */
const NARROWEST_COLUMN = 8;

/** A cell's words on one row. */
export interface Cell {
  readonly row: WrappedRow;
  readonly text: string;
  /** In columns. */
  readonly width: number;
}

/**
 * The widths of a table's columns, each at least 1.
 * @param rows the header's cells first; every row is as long
 * @returns `null` where even the narrowest columns do not fit
 */
export function columnWidths(
  rows: readonly (readonly Cell[])[],
  available: number,
  words: WordCache,
): number[] | null {
  const columns = (rows[0] ?? []).map((_, index) => rows.flatMap((row) => row[index] ?? []));
  const natural = columns.map((cells) => maximum(cells, (cell) => cell.width, 1));
  const room = available - GAP * (columns.length - 1);
  if (sum(natural) <= room) return natural;
  const least = columns.map((cells, index) =>
    Math.min(natural[index] ?? 1, longestWord(cells, words)),
  );
  return sum(least) > room ? null : shrinkWidths(natural, least, room);
}

/** The columns of the longest word, of those that matter: between sliver and cut. */
function longestWord(cells: readonly Cell[], words: WordCache): number {
  let longest = NARROWEST_COLUMN;
  for (const { text, width } of cells) {
    if (longest >= LONGEST_WORD) return LONGEST_WORD;
    if (width > longest) longest = maximum(textUnits(text, words), (unit) => unit.width, longest);
  }
  return Math.min(longest, LONGEST_WORD);
}

/** Caps the columns at the largest width that fits, none below its least; the rest goes around. */
function shrinkWidths(
  natural: readonly number[],
  least: readonly number[],
  room: number,
): number[] {
  const capped = (cap: number) =>
    natural.map((width, index) => Math.max(least[index] ?? 1, Math.min(width, cap)));
  let cap = 1;
  for (let high = maximum(natural, (width) => width, 1); cap < high; ) {
    const middle = (cap + high + 1) >> 1;
    if (sum(capped(middle)) <= room) cap = middle;
    else high = middle - 1;
  }
  const widths = capped(cap);
  let spare = room - sum(widths);
  return widths.map((width, index) => {
    if (spare === 0 || width >= (natural[index] ?? 0)) return width;
    spare -= 1;
    return width + 1;
  });
}

/** The largest of the measures, at least `least`, of however many items. */
export function maximum<T>(
  items: readonly T[],
  measure: (item: T) => number,
  least: number,
): number {
  return items.reduce((most, item) => Math.max(most, measure(item)), least);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
