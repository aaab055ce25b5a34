// Keeps the place in an article over a change of width: a paragraph and how far into it.

import type { Position } from '../../core/journal/state-change.ts';
import type { Line } from '../../text/line.ts';
import type { Anchor } from './state.ts';

/** What stands above the body. In a journal paragraphs count from 0, and that is the first. */
export const ABOVE_BODY = -1;
/** The place before the first line. */
export const START: Anchor = { paragraph: ABOVE_BODY, fraction: 0 };

/** The place a journal names; the start where it names none. */
export function positionAnchor(position: Position | null): Anchor {
  if (position === null) return START;
  return { paragraph: position.paragraph + ABOVE_BODY, fraction: position.fraction };
}

export function sameAnchor(a: Anchor, b: Anchor): boolean {
  return a.paragraph === b.paragraph && a.fraction === b.fraction;
}

/** First line and number of lines of a paragraph; `null` where the page has none of that number. */
function paragraphLines(lines: readonly Line[], paragraph: number): [number, number] | null {
  const first = lines.findIndex((line) => line.paragraph === paragraph);
  if (first === -1) return null;
  const last = lines.findLastIndex((line) => line.paragraph === paragraph);
  return [first, last - first + 1];
}

/** The place of a line. */
export function lineAnchor(lines: readonly Line[], top: number): Anchor {
  const paragraph = lines[top]?.paragraph;
  const found = paragraph === undefined ? null : paragraphLines(lines, paragraph);
  if (paragraph === undefined || found === null) return START;
  return { paragraph, fraction: (top - found[0]) / found[1] };
}

/** The line a place is on; where its paragraph has gone, the next one that is there. */
export function anchorLine(lines: readonly Line[], { paragraph, fraction }: Anchor): number {
  const found = paragraphLines(lines, paragraph);
  if (found !== null) return found[0] + Math.floor(found[1] * fraction + 1e-9);
  return Math.max(
    0,
    lines.findIndex((line) => line.paragraph > paragraph),
  );
}
