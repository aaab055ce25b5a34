// `newsprint feeds list`: a line a feed, as a table, as tab-separated values, or as JSON.
import { cleanLine } from '../../core/clean.ts';
import { formatListDate, localeFromEnv } from '../../core/dates/format-dates.ts';
import { formatKeep } from '../../intake/opml/keep.ts';
import { shownUrl } from '../../intake/opml/subscription.ts';
import { type FeedRow, feedRows } from '../../jobs/feeds/feed-rows.ts';
import { openFeedRecords } from '../../library/cache/feed-records.ts';
import type { Span } from '../../text/line.ts';
import { type Paint, paintSpans } from '../../text/palette.ts';
import { padTo, truncate, widestOf } from '../../text/width.ts';
import { type Call, readFormat, readPaint, readWidth, usageError } from '../call/call.ts';
import { withFinder } from '../call/call-library.ts';
import type { Io } from '../call/io.ts';
import { VERBS } from '../call/verbs.ts';
import { printObjects } from '../print/print-objects.ts';
import { readFeeds } from './feeds-call.ts';

/** Prints the feeds in the order of their titles. */
export async function listFeeds(call: Call, [odd]: readonly string[], io: Io): Promise<void> {
  if (odd !== undefined) throw usageError(`feeds list takes no '${odd}'`);
  const format = readFormat(call, VERBS.feeds.formats) ?? (io.outIsTerminal ? 'table' : 'tsv');
  const width = readWidth(call, io, Number.POSITIVE_INFINITY);
  const paint = readPaint(call, io);
  const rows = await withFinder(call, io, (finder) => {
    const { root } = finder;
    return feedRows(readFeeds(root, io), finder.tally(), openFeedRecords(root, io));
  });
  if (rows.length === 0) io.note('no feeds yet: newsprint feeds add URL follows one');
  if (format === 'json') return void (await printObjects('json', rows, feedObject, io));
  const lines = format === 'tsv' ? rows.map(tsvLine) : tableLines(rows, width, paint, io);
  await io.out(lines.map((line) => `${line}\n`).join(''));
}

/** URL, title, unread, last fetch, what went wrong and tags between tabs; absent is empty. */
function tsvLine({ subscription: { url, tags }, title, counts, record, problem }: FeedRow): string {
  const about = [shownUrl(url), title, String(counts.unread), record.fetched ?? '', problem ?? ''];
  return [...about, tags.join(',')].map(cleanLine).join('\t');
}

function feedObject({ subscription, counts, record }: FeedRow): object {
  const { url, title, site, tags, full, keep } = subscription;
  const { asked, fetched, error, failures, retryAt, gone } = record;
  return {
    schema: 1,
    ...{ url: shownUrl(url), title, site, tags, full, keep: keep && formatKeep(keep) },
    ...{ articles: counts.articles, unread: counts.unread },
    ...{ asked, fetched, error, failures, retry_at: retryAt, gone },
  };
}

const GAP = 2;
/** A title has at most this share of a line, and no fewer columns where there are as many. */
const TITLE_SHARE = 0.5;
const LEAST_TITLE = 20;
/** Columns below which the last cell says nothing. */
const LEAST_LAST = 8;

/** Unread, title, last fetch, then what is wrong or the tags; no line is wider than the width. */
function tableLines(
  rows: readonly FeedRow[],
  width: number,
  paint: Paint,
  { now, env }: Io,
): readonly string[] {
  const locale = localeFromEnv(env);
  const unread = rows.map(({ counts }) => (counts.unread === 0 ? '' : String(counts.unread)));
  const dates = rows.map(({ record }) =>
    record.fetched === null ? 'never' : formatListDate(record.fetched, now, locale),
  );
  const [left, middle] = [widestOf(unread), widestOf(dates)];
  const titles = widestOf(rows.map(({ title }) => title));
  const titleWidth = width === 0 ? titles : Math.min(titles, titleRoom(width, left, middle));
  const used = left + titleWidth + middle + 3 * GAP;
  const rest = width === 0 ? Number.POSITIVE_INFINITY : width - used;
  return rows.map((row, at) => {
    const cells: Span[] = [
      { text: (unread[at] ?? '').padStart(left), roles: ['unread'] },
      { text: padTo(row.title, titleWidth), roles: [] },
    ];
    const hasDate = width === 0 || width >= left + titleWidth + middle + 2 * GAP;
    if (hasDate) cells.push({ text: padTo(dates[at] ?? '', middle), roles: ['meta'] });
    if (rest >= LEAST_LAST) cells.push(lastCell(row, rest));
    return paintSpans(withGaps(cells), paint).trimEnd();
  });
}

function titleRoom(width: number, left: number, middle: number): number {
  const room = width - left - GAP;
  const beside = room - middle - GAP;
  if (beside < LEAST_TITLE) return Math.max(1, room);
  return Math.max(LEAST_TITLE, Math.min(beside, Math.floor(width * TITLE_SHARE)));
}

function lastCell({ problem, subscription }: FeedRow, room: number): Span {
  const text = problem ?? subscription.tags.join(', ');
  const cut = Number.isFinite(room) ? truncate(text, room) : text;
  return { text: cut, roles: [problem === null ? 'meta' : 'warning'] };
}

function withGaps(cells: readonly Span[]): readonly Span[] {
  return cells.map((cell, at) =>
    at < cells.length - 1 ? { ...cell, text: cell.text + ' '.repeat(GAP) } : cell,
  );
}
