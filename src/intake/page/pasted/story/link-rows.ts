// Rows of links inside a story: headlines of other stories one below the other, under no heading.
import type { SeenLine } from '../lines/classify-lines.ts';
import type { LineSpan } from './find-story.ts';
import { isFact } from './header-end.ts';

/** So many headlines below a paragraph are links; a subhead has no second one above it. */
const FEWEST = 3;
const LIGHTEST = 40;
const HEAVIEST = 140;
/** What the lines of a row weigh together for each: items of a list in the story are shorter. */
const LIGHTEST_MEAN = 50;

/** The lines of a story that are rows of links, without a last one that is a subhead. */
export function linkRows(lines: readonly SeenLine[], { start, end }: LineSpan): readonly number[] {
  const rows: number[] = [];
  for (let at = start + 1; at < end; at++) {
    if (!isStoryEnd(lines[at - 1]) || !isHeadline(lines[at])) continue;
    const row = rowFrom(lines, at, end);
    if (isRow(lines, row)) rows.push(...withoutSubhead(lines, row));
    at = row.at(-1) ?? at;
  }
  return rows;
}

function rowFrom(lines: readonly SeenLine[], from: number, end: number): readonly number[] {
  const row: number[] = [];
  for (let at = from; at < end; at++) {
    const line = lines[at];
    if (isHeadline(line)) row.push(at);
    else if (line?.furniture == null && line?.caption == null) break;
  }
  return row;
}

function isRow(lines: readonly SeenLine[], row: readonly number[]): boolean {
  const weight = row.reduce((sum, at) => sum + (lines[at]?.weight ?? 0), 0);
  return row.length >= FEWEST && weight >= LIGHTEST_MEAN * row.length;
}

function withoutSubhead(lines: readonly SeenLine[], row: readonly number[]): readonly number[] {
  const [last, below] = [lines[row.at(-1) ?? 0], lines[(row.at(-1) ?? 0) + 1]];
  const isSubhead = below?.shape === 'paragraph' && (last?.gap === true || !below.gap);
  return isSubhead ? row.slice(0, -1) : row;
}

/** A paragraph that ends as a sentence does; a colon would announce a list. */
function isStoryEnd(line: SeenLine | undefined): boolean {
  return (
    line !== undefined && line.shape === 'paragraph' && /[.!?…。！？]["”’»“]?$/u.test(line.text)
  );
}

function isHeadline(line: SeenLine | undefined): boolean {
  if (line === undefined || line.bullet || line.furniture !== null || line.caption !== null)
    return false;
  if (line.weight < LIGHTEST || line.weight > HEAVIEST || line.shape === 'paragraph') return false;
  return /[^.!…。:;,：，]$/u.test(line.text) && !/^\d+[.)]\s/.test(line.text) && !isFact(line);
}
