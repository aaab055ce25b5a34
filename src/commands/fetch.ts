// `newsprint fetch`: brings in what is new in the feeds.
import { formatCount } from '../core/count.ts';
import { interrupted, NewsprintError } from '../core/errors.ts';
import { formatJson } from '../core/json.ts';
import { type Subscription, shownUrl } from '../intake/opml/subscription.ts';
import { findFeeds } from '../jobs/feeds/find-feed.ts';
import type { FeedOutcome, FetchError } from '../jobs/fetch/feed-outcome.ts';
import type { FetchProgress, FetchSummary } from '../jobs/fetch/fetch-feeds.ts';
import { type FetchAndSyncOptions, fetchAndSync } from '../jobs/sync/fetch-and-sync.ts';
import type { Finder } from '../library/finder/finder.ts';
import { readServers } from '../library/servers/servers-file.ts';
import { type Call, hostOfCall, type Io, readFormat } from './call/call.ts';
import { runCallHooks } from './call/call-hooks.ts';
import { attempt, findLibrary, waitNote, withFinder } from './call/call-library.ts';
import { createProgress } from './call/progress.ts';
import { setting } from './call/setting.ts';
import { VERBS } from './call/verbs.ts';
import { readFeeds } from './feeds/feeds-call.ts';
import { readPick } from './print/picked-fields.ts';
import { nameOutcomes } from './sync.ts';

/** Fetches the feeds that are named, or all; each failure is a line, and the rest goes on. */
export async function fetch(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.fetch.formats);
  const pick = await readPick(call);
  const { root, exists } = findLibrary(call, io);
  const subscriptions = exists ? readFeeds(root, io) : [];
  const isNamed = call.words.length > 0;
  const hasServers = readServers(root, io).length > 0;
  if (subscriptions.length === 0 && !isNamed && !hasServers) {
    io.note('no feeds yet: newsprint feeds add URL follows one');
  }
  // A word that means no feed is a failure.
  const named = call.words.flatMap(
    (word) => attempt(io, () => findFeeds(word, subscriptions)) ?? [],
  );
  const feeds = isNamed ? [...new Set(named)] : subscriptions;
  const signal = io.interruption();
  const options = { signal, isForced: isNamed, keep: setting(call, io, 'keep') };
  const summary = await fetchAloud(root, feeds, hostOfCall(call, io), options);
  // Only now, for a pipe may be closed early, which would end the work.
  const { added, updated } = summary;
  if (format === 'json') {
    const object = { schema: 1, feeds: summary.feeds.map(feedObject), new: added, updated };
    await io.out(`${formatJson(pick(object), 2)}\n`);
  } else if (format === 'ids') await io.out(added.map((id) => `${id}\n`).join(''));
  // Brings the index up to date for the next call, which will report what fails here.
  const fetched = { event: 'fetched', ids: added } as const;
  const warm = (finder: Finder) => runCallHooks(io, finder, fetched);
  if (added.length > 0) await withFinder(call, io, warm).catch(() => {});
  if (signal.aborted) throw interrupted();
}

/** Fetches with progress, and reports each failure as it comes and a summary at the end. */
async function fetchAloud(
  root: string,
  feeds: readonly Subscription[],
  io: Io,
  options: Pick<FetchAndSyncOptions, 'signal' | 'isForced' | 'keep'>,
): Promise<FetchSummary> {
  const progress = createProgress(io);
  const fail = ({ message, hint }: FetchError): void =>
    io.fail(new NewsprintError(message, { hint: hint ?? undefined }));
  const onProgress = ({ done, of, added, outcome, waitsFor }: FetchProgress): void => {
    const { error, failures, subscription } = outcome;
    if (error !== null || failures.length > 0) progress.clear();
    if (error !== null) fail(error);
    for (const failure of failures) io.note(`${shownUrl(subscription.url)}: ${failure}`);
    const rest = waitsFor === null ? '' : `, waiting for ${waitsFor}`;
    progress.show(`${done} of ${of} feeds, ${added} new${rest}`);
  };
  if (feeds.length > 0) progress.show(`0 of ${feeds.length} feeds`);
  const fetching = { ...options, host: io, onProgress, onWait: waitNote(io) };
  const onServer = (name: string, added: number): void => progress.show(`${name}: ${added} new`);
  const whole = fetchAndSync(root, feeds, fetching, onServer);
  const summary = await whole.finally(progress.end);
  summary.failures.forEach(fail);
  summary.notes.forEach(io.note);
  if (summary.feeds.length > 0) io.note(formatSummary(summary));
  const hasResting = summary.feeds.some(({ kind }) => kind === 'resting');
  // Who names a feed has asked it, unless its host wants to be left alone.
  if (hasResting && !options.isForced) io.note(RESTING);
  nameOutcomes(summary.synced, io);
  return summary;
}

const RESTING = 'feeds rest that failed before: newsprint fetch FEED asks one at once';

/** `12 feeds, 37 new, 1 failed`. */
export function formatSummary({ feeds, added, updated }: FetchSummary): string {
  const all = [...updated.map(() => 'updated'), ...feeds.map(({ kind }) => kind)];
  const rest = ['updated', 'failed', 'gone', 'resting'].flatMap((word) => {
    const { length } = all.filter((kind) => kind === word);
    return length > 0 ? [`${length} ${word}`] : [];
  });
  return [formatCount(feeds.length, 'feed'), `${added.length} new`, ...rest].join(', ');
}

/** Every key is always there; unknown is `null` or `[]`. */
function feedObject(outcome: FeedOutcome): object {
  const { subscription, kind, added, updated, error, moved, retryAt } = outcome;
  return {
    url: shownUrl(subscription.url),
    title: subscription.title ?? outcome.title,
    status: kind,
    new: added,
    updated,
    error: error?.message ?? null,
    moved: moved === null ? null : shownUrl(moved),
    retry_at: retryAt,
  };
}
