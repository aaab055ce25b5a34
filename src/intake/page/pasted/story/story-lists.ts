// Lists of other stories: from a heading that names them to where the story goes on.
import type { ListKind } from '../../../facts/find-furniture.ts';
import type { SeenLine } from '../lines/classify-lines.ts';
import { LIKELY } from './story-chances.ts';

/** What list each line belongs to. */
export interface ListSpan {
  readonly kind: ListKind;
  /** The heading's line, and the first line after the list. */
  readonly start: number;
  readonly end: number;
}

/** Lines without one of the story after which a list is sure to have ended. */
const LONGEST_LIST = 60;

/** The lists of a page, in order; they do not overlap, and end where its headline stands. */
export function findLists(
  lines: readonly SeenLine[],
  chances: readonly number[],
  headline: number | null,
): readonly ListSpan[] {
  const spans: ListSpan[] = [];
  let end = 0;
  for (const [start, { head }] of lines.entries()) {
    if (head === null || start < end) continue;
    end = start + 1;
    const last = Math.min(lines.length, start + LONGEST_LIST);
    while (end < last && end !== headline && (chances[end] ?? 0) < LIKELY) end++;
    spans.push({ kind: head, start, end });
  }
  return spans;
}
