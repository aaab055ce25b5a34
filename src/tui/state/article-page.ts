// The shown article as it is laid out: its lines, places in it and the lines that they are on.
import type { Words } from '../../core/query/query.ts';
import type { Line } from '../../text/line.ts';

/** A place in an article that outlives a change of width. */
export interface Anchor {
  readonly paragraph: number;
  /** How far into the paragraph, 0 to 1. */
  readonly fraction: number;
}

/** What was read and laid out for the article the state asks for. */
export interface LaidOut {
  readonly id: string;
  /** Columns it was laid out for. */
  readonly width: number;
  readonly lines: readonly Line[];
  /** Why there is no article to show; `null` where there is one. */
  readonly problem: string | null;
}

export interface ArticlePage extends LaidOut {
  /** The first line on the screen. */
  readonly top: number;
  /** What was at the top when the reader last scrolled. */
  readonly anchor: Anchor;
  /** Where the words of the list's filter brought it; `null` where they did not. */
  readonly broughtTo: Anchor | null;
}

/** A part of a line, in UTF-16 units of the line's text. */
export interface Segment {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One find in the article: one segment, more where it crosses a wrapped line. */
export type Hit = readonly Segment[];

export interface Find {
  readonly text: string;
  /** The words of the list's filter, where it began by itself; `null` where `text` was typed. */
  readonly words: readonly Words[] | null;
  readonly hits: readonly Hit[];
  /** Index of the hit the reader is at; −1 where there is none. */
  readonly current: number;
}

/** What stands above the body. In a journal paragraphs count from 0, and that is the first. */
export const ABOVE_BODY = -1;
export const START: Anchor = { paragraph: ABOVE_BODY, fraction: 0 };

/** First line and number of lines of a paragraph; `null` where the page has none of that number. */
function paragraphLines(lines: readonly Line[], paragraph: number): [number, number] | null {
  const first = lines.findIndex((line) => line.paragraph === paragraph);
  if (first === -1) return null;
  const last = lines.findLastIndex((line) => line.paragraph === paragraph);
  return [first, last - first + 1];
}

export function lineAnchor(lines: readonly Line[], top: number): Anchor {
  const { paragraph } = lines[top] ?? START;
  const [first, count] = paragraphLines(lines, paragraph) ?? [top, 1];
  return { paragraph, fraction: (top - first) / count };
}

/** The line a place is on; where its paragraph has gone, the next one that is there. */
export function anchorLine(lines: readonly Line[], { paragraph, fraction }: Anchor): number {
  const found = paragraphLines(lines, paragraph);
  if (found !== null) return found[0] + Math.floor(found[1] * fraction + 1e-9);
  const next = lines.findIndex((line) => line.paragraph > paragraph);
  return Math.max(0, next);
}

/** Where a line of a page is once the page is laid out anew: so far from the end of its paragraph. */
function lineAgain(lines: readonly Line[], at: number, next: readonly Line[]): number {
  const { paragraph } = lines[at] ?? START;
  const [first, count] = paragraphLines(lines, paragraph) ?? [at, 1];
  const now = paragraphLines(next, paragraph);
  if (now === null) return anchorLine(next, lineAnchor(lines, at));
  return now[0] + Math.max(0, now[1] - (first + count - at));
}

/**
 * The place on a page that is laid out anew. A page at its top stays there. Where a picture came above
 * its caption, or has gone, most lines on the screen stay where they are: those below it where it is in
 * the upper half, else those above it.
 * @param rows of the screen
 */
export function keptAnchor(
  { anchor, width, lines, top }: ArticlePage,
  { width: nextWidth, lines: next }: LaidOut,
  rows: number,
): Anchor {
  if (width !== nextWidth || lines.length === next.length || top === 0) return anchor;
  const shift = (at: number) => lineAgain(lines, at, next) - at;
  const shifts = lines.slice(top, top + rows).map((_, at) => shift(top + at));
  const [first = 0] = shifts;
  const changed = shifts.findIndex((one) => one !== first);
  const isHigh = changed !== -1 && changed <= rows / 2;
  const line = Math.max(0, top + (isHigh ? (shifts.at(-1) ?? first) : first));
  return line === anchorLine(next, anchor) ? anchor : lineAnchor(next, line);
}
