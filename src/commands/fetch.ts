// `newsprint fetch`: brings in what is new in the feeds.

import { NewsprintError } from '../core/errors.ts';
import { formatJson } from '../core/json.ts';
import { type Subscription, shownUrl } from '../intake/opml/subscription.ts';
import { findFeed } from '../jobs/feeds/find-feed.ts';
import { readSubscriptions, refuseUnread } from '../jobs/feeds/subscriptions.ts';
import { type FetchProgress, type FetchSummary, fetchFeeds } from '../jobs/fetch/fetch-feeds.ts';
import type { FetchError } from '../jobs/fetch/fetching.ts';
import { type Call, readFormat } from './call/call.ts';
import type { Io } from './call/io.ts';
import { findLibrary, note, orFail } from './call/open-library-of-call.ts';
import { createProgress } from './call/progress.ts';
import { VERBS } from './call/verbs.ts';
import { nameProblems } from './feeds/feeds-list.ts';
import { formatSummary, NOTHING_FETCHED, summaryObject } from './print/fetch-report.ts';

/** Fetches the feeds that are named, or all; each failure is a line, and the rest goes on. */
export async function fetch(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.fetch.formats);
  const { root, exists } = findLibrary(call, io);
  const known = exists ? readSubscriptions(root) : NO_SUBSCRIPTIONS;
  const { subscriptions } = known;
  nameProblems(known.problems, io);
  refuseUnread(known);
  const isNamed = call.words.length > 0;
  if (subscriptions.length === 0 && !isNamed) {
    note(call, io, 'no feeds yet: newsprint feeds add URL follows one');
  }
  const feeds = isNamed ? chooseFeeds(call.words, subscriptions, io) : subscriptions;
  const signal = io.interruption();
  const summary = await fetchAloud({ call, io, signal, root, isNamed }, feeds);
  // Last of all: a reader that has seen enough must not end the work.
  if (format === 'json') await io.out(`${formatJson(summaryObject(summary), 2)}\n`);
  else if (format === 'ids') await io.out(summary.added.map((id) => `${id}\n`).join(''));
  if (signal.aborted) throw new NewsprintError('interrupted', { code: 'interrupted' });
}

const NO_SUBSCRIPTIONS = { subscriptions: [], problems: [] };

/** The feeds that the words mean, each once; a word that means none is a failure. */
function chooseFeeds(
  words: readonly string[],
  subscriptions: readonly Subscription[],
  io: Io,
): readonly Subscription[] {
  const chosen = words.map((word) => orFail(io, () => findFeed(word, subscriptions)));
  return [...new Set(chosen.filter((feed) => feed !== undefined))];
}

interface Fetch {
  readonly call: Call;
  readonly io: Io;
  readonly signal: AbortSignal;
  /** The library's. */
  readonly root: string;
  readonly isNamed: boolean;
}

/** Says how far it is, what fails as it fails, and what it came to. */
async function fetchAloud(
  { call, io, signal, root, isNamed }: Fetch,
  feeds: readonly Subscription[],
): Promise<FetchSummary> {
  if (feeds.length === 0) return NOTHING_FETCHED;
  const progress = createProgress(call, io);
  const fail = ({ message, hint }: FetchError): void =>
    io.fail(new NewsprintError(message, { code: 'failed', hint: hint ?? undefined }));
  const onProgress = ({ done, of, added, outcome }: FetchProgress): void => {
    const { error, failures, subscription } = outcome;
    if (error !== null || failures.length > 0) progress.clear();
    if (error !== null) fail(error);
    for (const failure of failures) note(call, io, `${shownUrl(subscription.url)}: ${failure}`);
    progress.show(`${done} of ${of} feeds, ${added} new`);
  };
  const onWait = (): void => note(call, io, 'waiting for another fetch to end');
  progress.show(`0 of ${feeds.length} feeds`);
  try {
    const options = { host: io, signal, isForced: isNamed, onProgress, onWait };
    const summary = await fetchFeeds(root, feeds, options);
    progress.clear();
    summary.failures.forEach(fail);
    note(call, io, formatSummary(summary));
    return summary;
  } finally {
    progress.end();
  }
}
