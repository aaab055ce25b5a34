// Wrapping spans into rows by display columns, their looks and links kept.
import { firstNot } from '../core/first-not.ts';
import { mayRunLeft, withLevels } from './bidi.ts';
import type { Role, Span } from './line.ts';
import { type Range, textRanges, textUnits, type WordCache } from './text-ranges.ts';

/** One row of spans, before it is a line of the page. */
export type WrappedRow = readonly Span[];

/**
 * Breaks one paragraph into rows of at most `width` columns, as full as they can be. A word that no
 * row can hold is cut between graphemes; one grapheme wider than the row stands alone.
 * @param spans text without newlines, tabs and controls
 * @param width columns, `Infinity` for one row
 * @param cache words already measured, where many paragraphs share them
 * @returns no row for no text
 */
export function wrapSpans(
  spans: readonly Span[],
  width: number,
  cache: WordCache = new Map(),
): WrappedRow[] {
  const text = spansText(spans);
  if (text === '') return [];
  const levelled = mayRunLeft(text) ? withLevels(spans) : spans;
  if (width === Infinity) return [levelled];
  return sliceRows(levelled, textRanges(text, Math.max(1, width), cache));
}

/** Rows of the longest headline that is looked at again and again. */
const MOST_BALANCED = 20;

/** As `wrapSpans`, but with rows as even as they can be in no more rows: for headlines. */
export function wrapBalanced(
  spans: readonly Span[],
  width: number,
  cache: WordCache = new Map(),
): WrappedRow[] {
  const rows = wrapSpans(spans, width, cache);
  if (rows.length < 2 || rows.length > MOST_BALANCED) return rows;
  return wrapSpans(spans, evenWidth(spansText(spans), width, rows.length, cache), cache);
}

/** The narrowest width, not under half, that needs no more rows and cuts no word. */
function evenWidth(text: string, width: number, rows: number, cache: WordCache): number {
  const longest = textUnits(text, cache).reduce((most, unit) => Math.max(most, unit.width), 1);
  const low = Math.max(Math.min(width, longest), Math.ceil(width / 2));
  return low + firstNot(width - low, (at) => textRanges(text, low + at, cache).length > rows);
}

/** Puts `first` before the first row and `rest` before the others: hanging indents, bars. */
export function prefixRows(
  rows: readonly WrappedRow[],
  first: WrappedRow,
  rest: WrappedRow,
): WrappedRow[] {
  return rows.map((row, index) => {
    const prefix = index === 0 ? first : rest;
    return row.length === 0 ? trimRow(prefix) : [...prefix, ...row];
  });
}

/** Puts a sign of narrow characters before the first row, as many spaces before the others. */
export function hangRows(
  rows: readonly WrappedRow[],
  sign: Span,
  roles: readonly Role[] = [],
): WrappedRow[] {
  const indent = ' '.repeat(sign.text.length + 1);
  return prefixRows(rows, [sign, { text: ' ', roles }], [{ text: indent, roles }]);
}

/** Without white space at its end: a prefix with nothing after it loses its own. */
export function trimRow(row: WrappedRow): WrappedRow {
  const last = row.at(-1);
  if (last === undefined) return row;
  const text = last.text.trimEnd();
  if (text !== '' && text === last.text) return row;
  return text === '' ? trimRow(row.slice(0, -1)) : [...row.slice(0, -1), { ...last, text }];
}

export function spansText(spans: readonly Span[]): string {
  let text = '';
  for (const span of spans) text += span.text;
  return text;
}

/** The spans between the offsets of each range; the ranges come in order. */
export function sliceRows(spans: readonly Span[], ranges: readonly Range[]): WrappedRow[] {
  let first = 0;
  let offset = 0;
  return ranges.map(({ start, end }) => {
    const row: Span[] = [];
    for (let at = first, from = offset; from < end; at += 1) {
      const span = spans[at];
      if (span === undefined) break;
      const next = from + span.text.length;
      if (next <= start) [first, offset] = [at + 1, next];
      else if (next > from) row.push(sliceSpan(span, Math.max(0, start - from), end - from));
      from = next;
    }
    return row;
  });
}

function sliceSpan(span: Span, start: number, end: number): Span {
  const { text } = span;
  return start === 0 && end >= text.length ? span : { ...span, text: text.slice(start, end) };
}
