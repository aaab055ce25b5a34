// What stands above the body: kicker, headline, deck, byline, summary points.

import type { Article } from '../core/article.ts';
import { cleanLine } from '../core/clean.ts';
import { formatDate, type Locale } from '../core/dates.ts';
import { readingMinutes } from '../markdown/words.ts';
import type { Role } from '../text/line.ts';
import { displayWidth } from '../text/width.ts';
import { prefixRows, type Row, wrapBalanced, wrapSpans } from '../text/wrap.ts';

const SEPARATOR = ' · ';
const POINT = '▪';

/** The groups above the body in order, each set apart by a blank row; none is empty. */
export function frontRows(article: Article, width: number, locale: Locale): Row[][] {
  return [
    kickerRows(article, width),
    wrapBalanced(roleSpans(article.title, 'headline'), width),
    wrapSpans(roleSpans(article.deck ?? '', 'deck'), width),
    partsRows(bylineParts(article, locale), 'meta', width),
    article.summary.flatMap((point) => pointRows(point, width)),
  ].filter((rows) => rows.length > 0);
}

function roleSpans(text: string, role: Role): Row {
  const cleaned = cleanLine(text);
  return cleaned === '' ? [] : [{ text: cleaned, roles: [role] }];
}

function kickerRows({ source, tags }: Article, width: number): Row[] {
  const parts = [source ?? '', tags[0]?.replaceAll('-', ' ') ?? ''];
  return partsRows(
    parts.map((part) => part.toUpperCase()),
    'kicker',
    width,
  );
}

/** `By A, B and C in Place`, the dates, the minutes, the comments: what of it is known. */
function bylineParts(article: Article, locale: Locale): string[] {
  const { published, updated, comments } = article;
  const date = published === null ? '' : formatDate(published, locale);
  const change = updated === null ? '' : formatDate(updated, locale);
  return [
    byline(article),
    date,
    change !== '' && change !== date ? `updated ${change}` : '',
    `${readingMinutes(article)} min read`,
    comments === null ? '' : `${comments} ${comments === '1' ? 'comment' : 'comments'}`,
  ];
}

function byline({ authors, place }: Article): string {
  const by = authors.length === 0 ? '' : `By ${joinNames(authors)}`;
  if (place === null) return by;
  return by === '' ? place : `${by} in ${place}`;
}

function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** Parts with ` · ` between them; a row ends between two parts and leaves the separator out. */
function partsRows(parts: readonly string[], role: Role, width: number): Row[] {
  const lines: string[] = [];
  for (const part of parts.map(cleanLine)) {
    const last = lines.at(-1);
    const joined = last === undefined ? part : `${last}${SEPARATOR}${part}`;
    if (part === '') continue;
    if (last !== undefined && displayWidth(joined) > width) lines.push(part);
    else lines.splice(-1, 1, joined);
  }
  return lines.flatMap((line) => wrapSpans(roleSpans(line, role), width));
}

function pointRows(point: string, width: number): Row[] {
  const indent: Row = [{ text: '  ', roles: [] }];
  const sign: Row = [
    { text: POINT, roles: ['marker'] },
    { text: ' ', roles: [] },
  ];
  return prefixRows(wrapSpans(roleSpans(point, 'summary'), width - 2), sign, indent);
}
