// `newsprint feeds list`: a line a feed, as a table, as tab-separated values, or as JSON.

import { cleanLine } from '../../core/clean.ts';
import { localeFromEnv } from '../../core/dates/format-dates.ts';
import { formatProblem, type Problem } from '../../core/errors.ts';
import { formatKeep } from '../../intake/opml/keep.ts';
import { shownUrl } from '../../intake/opml/subscription.ts';
import { type FeedRow, feedRows } from '../../jobs/feeds/feed-rows.ts';
import { readSubscriptions, refuseUnread } from '../../jobs/feeds/subscriptions.ts';
import { type Call, readFormat, readWidth, usageError } from '../call/call.ts';
import type { Io } from '../call/io.ts';
import { note, openForFinding } from '../call/open-library-of-call.ts';
import { readPaint } from '../call/paint.ts';
import { VERBS } from '../call/verbs.ts';
import { printObjects } from '../print/print-objects.ts';

/** Prints the feeds in the order of their titles. */
export async function listFeeds(call: Call, [odd]: readonly string[], io: Io): Promise<void> {
  if (odd !== undefined) throw usageError(`feeds list takes no '${odd}'`);
  const format = readFormat(call, VERBS.feeds.formats) ?? (io.outIsTerminal ? 'table' : 'tsv');
  const look = { width: readWidth(call, io, Number.POSITIVE_INFINITY), paint: readPaint(call, io) };
  const rows = await readRows(call, io);
  if (rows.length === 0) note(call, io, 'no feeds yet: newsprint feeds add URL follows one');
  if (format === 'json') return void (await printObjects('json', rows, feedObject, io));
  const lines = format === 'tsv' ? rows.map(tsvLine) : await tableLines(rows, look, io);
  await io.out(lines.map((line) => `${line}\n`).join(''));
}

async function readRows(call: Call, io: Io): Promise<readonly FeedRow[]> {
  const finder = await openForFinding(call, io);
  try {
    const known = readSubscriptions(finder.root);
    nameProblems(known.problems, io);
    refuseUnread(known);
    return feedRows(known.subscriptions, finder, io);
  } finally {
    finder.close();
  }
}

const MOST_NAMED = 5;

/** What is wrong in the file hides nothing else. */
export function nameProblems(problems: readonly Problem[], io: Io): void {
  for (const problem of problems.slice(0, MOST_NAMED))
    io.err(`newsprint: ${formatProblem(problem)}`);
  const more = problems.length - MOST_NAMED;
  if (more > 0) io.err(`newsprint: and ${more} more problems in ${problems[0]?.path}`);
}

/** URL, title, unread, last fetch, what went wrong and tags between tabs; absent is empty. */
function tsvLine({ subscription, title, counts, record }: FeedRow): string {
  const { url, tags } = subscription;
  const cells = [
    shownUrl(url),
    title,
    String(counts.unread),
    record.fetched ?? '',
    problemOf(record),
  ];
  return [...cells, tags.join(',')].map(cleanLine).join('\t');
}

/** Why a feed brings nothing; empty where it does. */
export function problemOf({ error, gone }: FeedRow['record']): string {
  return error ?? (gone ? 'it is gone' : '');
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

async function tableLines(
  rows: readonly FeedRow[],
  look: { readonly width: number; readonly paint: ReturnType<typeof readPaint> },
  io: Io,
): Promise<readonly string[]> {
  const { feedTableLines } = await import('./feeds-table.ts');
  return feedTableLines(rows, { ...look, now: io.now, locale: localeFromEnv(io.env) });
}
