// `newsprint feeds list`: a line a feed, as a table, as tab-separated values, or as JSON.
import { cleanLine } from '../../core/clean.ts';
import { formatRetention } from '../../core/retention.ts';
import { shownUrl } from '../../intake/opml/subscription.ts';
import { type FeedRow, feedRows } from '../../jobs/feeds/feed-rows.ts';
import { openFeedRecords } from '../../library/cache/feed-records.ts';
import { type Call, type Io, readFormat, usageError } from '../call/call.ts';
import { withFinder } from '../call/call-library.ts';
import { readOutputStyle, TABLE_MEASURE } from '../call/output-style.ts';
import { VERBS } from '../call/verbs.ts';
import { readPick } from '../print/picked-fields.ts';
import { printObjects } from '../print/print-objects.ts';
import { createTable, dateCell, GAP, type TableColumn } from '../print/table.ts';
import { readFeeds } from './feeds-call.ts';

/** Prints the feeds in the order of their titles. */
export async function listFeeds(call: Call, [odd]: readonly string[], io: Io): Promise<void> {
  if (odd !== undefined) throw usageError(`feeds list takes no '${odd}'`);
  const format = readFormat(call, VERBS.feeds.formats) ?? (io.outIsTerminal ? 'table' : 'tsv');
  const pick = await readPick(call);
  const options = readOutputStyle(call, io, TABLE_MEASURE);
  const rows = await withFinder(call, io, (finder) => {
    const { root } = finder;
    return feedRows(readFeeds(root, io), finder.tally(), openFeedRecords(root, io));
  });
  if (rows.length === 0) io.note('no feeds yet: newsprint feeds add URL follows one');
  if (format === 'json') {
    return void (await printObjects('json', rows, (row) => pick(feedObject(row)), io));
  }
  const lines =
    format === 'tsv' ? rows.map(tsvLine) : createTable(COLUMNS, options, setWidths)(rows);
  await io.out(lines.map((line) => `${line}\n`).join(''));
}

/** URL, title, unread, last fetch, what went wrong, tags and folders between tabs; absent is empty. */
function tsvLine({ subscription, title, counts, record, problem }: FeedRow): string {
  const { url, tags, folders } = subscription;
  const about = [shownUrl(url), title, String(counts.unread), record.fetched ?? '', problem ?? ''];
  return [...about, tags.join(','), folders.join(',')].map(cleanLine).join('\t');
}

function feedObject({ subscription, counts, record }: FeedRow) {
  const { url, title, site, folders, tags, full, keep } = subscription;
  const { asked, fetched, error, failures, retryAt, gone } = record;
  return {
    schema: 1,
    url: shownUrl(url),
    title,
    site,
    folders,
    tags,
    full,
    keep: keep && formatRetention(keep),
    articles: counts.articles,
    unread: counts.unread,
    asked,
    fetched,
    error,
    failures,
    retry_at: retryAt,
    gone,
  };
}

const COLUMNS: readonly TableColumn<FeedRow>[] = [
  { role: 'unread', text: ({ counts }) => String(counts.unread || ''), isRight: true },
  { text: ({ title }) => title },
  { role: 'meta', text: ({ record }, options) => dateCell(record.fetched, options) || 'never' },
  {
    role: ({ problem }) => (problem === null ? 'meta' : 'warning'),
    text: ({ problem, subscription: { folders, tags } }) =>
      problem ?? [...new Set([...folders, ...tags])].join(', '),
  },
];

/** A title has at most this share of a line, and no fewer columns where there are as many. */
const TITLE_SHARE = 0.5;
const LEAST_TITLE = 20;
/** Columns below which the last cell says nothing. */
const LEAST_LAST = 8;

/** Unread and title stay, then comes the last fetch, then as much as there is room for of the last. */
function setWidths(natural: readonly number[], width: number): readonly (number | null)[] {
  if (width === 0) return natural;
  const [unread = 0, titles = 0, date = 0] = natural;
  const room = width - unread - GAP;
  const beside = room - date - GAP;
  const widest = Math.max(LEAST_TITLE, Math.min(beside, Math.floor(width * TITLE_SHARE)));
  const title = Math.min(titles, beside < LEAST_TITLE ? Math.max(1, room) : widest);
  const rest = beside - title - GAP;
  return [unread, title, title <= beside ? date : null, rest >= LEAST_LAST ? rest : null];
}
