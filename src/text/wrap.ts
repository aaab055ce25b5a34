// Wrapping spans into rows by display columns, their looks and links kept.

import type { Span } from './line.ts';
import { textUnits, type Unit } from './units.ts';
import { graphemes, graphemeWidth } from './width.ts';

/** One row of spans, before it is a line of the page. */
export type Row = readonly Span[];

/** UTF-16 offsets of a row into the text. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Breaks one paragraph into rows of at most `width` columns, greedily. A word that no row can hold
 * is cut between graphemes; one grapheme wider than the row stands alone.
 * @param spans text with single spaces, none at the ends
 * @param width columns, `Infinity` for one row
 * @returns no row for no text
 */
export function wrapSpans(spans: readonly Span[], width: number): Row[] {
  const text = spans.map((span) => span.text).join('');
  if (text === '') return [];
  if (width === Infinity) return [spans];
  return sliceRows(spans, textRanges(text, textUnits(text), Math.max(1, width)));
}

/** As `wrapSpans`, but with rows as even as they can be in no more rows: for headlines. */
export function wrapBalanced(spans: readonly Span[], width: number): Row[] {
  const text = spans.map((span) => span.text).join('');
  if (text === '') return [];
  if (width === Infinity) return [spans];
  const units = textUnits(text);
  const ranges = textRanges(text, units, Math.max(1, width));
  return sliceRows(spans, textRanges(text, units, evenWidth(text, units, width, ranges.length)));
}

/** The narrowest width, not under half, that needs no more rows and cuts no word. */
function evenWidth(text: string, units: readonly Unit[], width: number, rows: number): number {
  const longest = Math.min(width, Math.max(...units.map((unit) => unit.width)));
  let low = Math.max(longest, Math.ceil(width / 2));
  let high = width;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (textRanges(text, units, middle).length <= rows) high = middle;
    else low = middle + 1;
  }
  return high;
}

/** Puts `first` before the first row and `rest` before the others: hanging indents, bars. */
export function prefixRows(rows: readonly Row[], first: Row, rest: Row): Row[] {
  return rows.map((row, index) => {
    const prefix = index === 0 ? first : rest;
    return row.length === 0 ? trimEnd(prefix) : [...prefix, ...row];
  });
}

/** A prefix with nothing after it loses its space. */
function trimEnd(row: Row): Row {
  const last = row.at(-1);
  if (last === undefined) return row;
  const text = last.text.trimEnd();
  return text === '' ? trimEnd(row.slice(0, -1)) : [...row.slice(0, -1), { ...last, text }];
}

function textRanges(text: string, units: readonly Unit[], width: number): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  let end = 0;
  let used = 0;
  for (const unit of units) {
    const gap = used === 0 ? 0 : unit.start - end;
    if (used > 0 && used + gap + unit.width > width) {
      ranges.push({ start, end });
      used = 0;
    }
    if (used === 0) start = unit.start;
    used += unit.width + (used === 0 ? 0 : gap);
    end = unit.end;
    if (used > width) ({ start, used } = cutUnit(text, unit, width, ranges));
  }
  if (end > start) ranges.push({ start, end });
  return ranges;
}

/** Cuts a unit wider than a row between graphemes; what is left opens the next row. */
function cutUnit(text: string, unit: Unit, width: number, ranges: Range[]) {
  let start = unit.start;
  let end = start;
  let used = 0;
  for (const grapheme of graphemes(text.slice(unit.start, unit.end))) {
    const columns = graphemeWidth(grapheme);
    if (used + columns > width && end > start) {
      ranges.push({ start, end });
      start = end;
      used = 0;
    }
    end += grapheme.length;
    used += columns;
  }
  return { start, used };
}

/** Cuts the spans at the rows' offsets. */
function sliceRows(spans: readonly Span[], ranges: readonly Range[]): Row[] {
  let index = 0;
  let offset = 0;
  return ranges.map(({ start, end }) => {
    const row: Span[] = [];
    for (;;) {
      const span = spans[index];
      if (span === undefined || offset >= end) return row;
      const text = span.text.slice(Math.max(0, start - offset), end - offset);
      if (text !== '') row.push(text.length === span.text.length ? span : { ...span, text });
      if (offset + span.text.length > end) return row;
      offset += span.text.length;
      index += 1;
    }
  });
}
