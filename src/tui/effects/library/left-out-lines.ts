// What of a page is no part of its article, as lines: piece by piece, each under what it was taken for.

import { cleanLine, cleanText } from '../../../core/clean.ts';
import { formatCount } from '../../../core/count.ts';
import type { Dropped } from '../../../intake/draft.ts';
import type { Line, Span } from '../../../text/line.ts';
import { span } from '../../../text/spans.ts';
import { wrapSpans } from '../../../text/wrap.ts';

/** Lines of a piece: enough to tell what it is. */
const MOST_LINES = 8;
/** Of a piece, in UTF-16 units. */
const LONGEST = 1000;
const MOST_PIECES = 500;

function pieceRows({ text, why }: Dropped, width: number): readonly (readonly Span[])[] {
  const shown = cleanText(text.slice(0, LONGEST)).trim();
  const rows = shown.split(/\n+/).flatMap((line) => wrapSpans([span(cleanLine(line))], width));
  const more = rows.length > MOST_LINES || text.length > LONGEST ? [[span('…', 'meta')]] : [];
  return [[span(why, 'meta')], ...rows.slice(0, MOST_LINES), ...more];
}

/** The lines for a page of so many columns; each piece is a paragraph. */
export function leftOutLines(dropped: readonly Dropped[], width: number): readonly Line[] {
  const groups = [
    [[span(`${formatCount(dropped.length, 'piece')} left out`, 'headline')]],
    ...dropped.slice(0, MOST_PIECES).map((piece) => pieceRows(piece, width)),
  ];
  return groups.flatMap((rows, paragraph) => {
    const lines = rows.map((spans) => ({ spans, paragraph }));
    return paragraph === 0 ? lines : [{ spans: [], paragraph: paragraph - 1 }, ...lines];
  });
}
