// What stands above the body: kicker, headline, deck, byline, summary points.

import type { Article } from '../../core/article/article.ts';
import { cleanLine } from '../../core/clean.ts';
import type { Locale } from '../../core/dates/dates.ts';
import type { Role } from '../../text/line.ts';
import { displayWidth } from '../../text/width.ts';
import { prefixRows, type WrappedRow, wrapBalanced, wrapSpans } from '../../text/wrap.ts';
import { bylineParts, kickerParts } from './byline-parts.ts';

const SEPARATOR = ' · ';
const POINT = '▪';

/** The groups above the body in order, each set apart by a blank row; none is empty. */
export function frontRows(article: Article, width: number, locale: Locale): WrappedRow[][] {
  return [
    partsRows(kickerParts(article), 'kicker', width),
    wrapBalanced(roleSpans(article.title, 'headline'), width),
    wrapSpans(roleSpans(article.deck ?? '', 'deck'), width),
    partsRows(bylineParts(article, locale), 'meta', width),
    article.summary.flatMap((point) => pointRows(point, width)),
  ].filter((rows) => rows.length > 0);
}

function roleSpans(text: string, role: Role): WrappedRow {
  const cleaned = cleanLine(text);
  return cleaned === '' ? [] : [{ text: cleaned, roles: [role] }];
}

/** Parts with ` · ` between them; a row ends between two parts and leaves the separator out. */
function partsRows(parts: readonly string[], role: Role, width: number): WrappedRow[] {
  const lines: string[] = [];
  for (const part of parts.map(cleanLine)) {
    const last = lines.at(-1);
    const joined = last === undefined ? part : `${last}${SEPARATOR}${part}`;
    if (last !== undefined && displayWidth(joined) > width) lines.push(part);
    else lines.splice(-1, 1, joined);
  }
  return lines.flatMap((line) => wrapSpans(roleSpans(line, role), width));
}

function pointRows(point: string, width: number): WrappedRow[] {
  const indent: WrappedRow = [{ text: '  ', roles: [] }];
  const sign: WrappedRow = [
    { text: POINT, roles: ['marker'] },
    { text: ' ', roles: [] },
  ];
  return prefixRows(wrapSpans(roleSpans(point, 'summary'), width - 2), sign, indent);
}
