// One feed of a fetch: requested unless it cannot have changed, read, and its entries stored.
import { NewsprintError } from '../../core/errors.ts';
import { feedKey, type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import { libraryHasFile } from '../../library/articles/write-file.ts';
import { NO_RECORD } from '../../library/cache/feed-records.ts';
import type { Validators } from '../../library/cache/http-cache.ts';
import { digestOf } from '../../library/files/digest.ts';
import { isOffline } from '../../net/http/http-errors.ts';
import { type HttpResponse, type Refusal, request } from '../../net/http/request.ts';
import {
  type FeedAnswer,
  formatFeedAnswer,
  NO_STATE,
  parseFeedAnswer,
  shorten,
} from './feed-answer.ts';
import { type FeedOutcome, noOutcome } from './feed-outcome.ts';
import { afterFailure, afterSuccess, askedPause, isResting } from './fetch-backoff.ts';
import type { FeedAsked, FetchContext } from './fetch-context.ts';
import { storeEntries } from './fetch-store.ts';
import { hostOf } from './host-limits.ts';

const ACCEPT =
  'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5';

/** Fetches a feed; any failure is its outcome, and stops no other feed. */
export async function fetchFeed(
  fetching: FetchContext,
  subscription: Subscription,
): Promise<FeedOutcome> {
  const record = fetching.records.get(feedKey(subscription));
  const asked = { ...fetching, subscription, record };
  const until = restsUntil(asked);
  if (until !== null) return { ...noOutcome(subscription, 'resting'), retryAt: until };
  return askFeed(asked).catch((error: unknown) =>
    asked.signal.aborted ? noOutcome(subscription, 'unchanged') : failFeed(asked, error),
  );
}

function restsUntil({ now, pauses, isForced, subscription, record }: FeedAsked): string | null {
  const pause = pauses.get(hostOf(subscription.url));
  if (pause !== undefined) return pause;
  return isResting(record, now) && !isForced ? record.retryAt : null;
}

async function askFeed(asked: FeedAsked): Promise<FeedOutcome> {
  const { limits, pauses, records, now, subscription, record } = asked;
  const state = knownState(asked);
  const known = state.digest === '' ? NO_RECORD : record;
  const host = hostOf(subscription.url);
  const response = await limits.run(host, async () => {
    return pauses.has(host) ? null : requestFeed(asked, known);
  });
  if (response === null) {
    return { ...noOutcome(subscription, 'resting'), retryAt: pauses.get(host) ?? null };
  }
  if (response.kind === 'refused') return failFeed(asked, response, response);
  const { moved } = response;
  if (response.kind === 'page') return { ...(await readFeed(asked, state, response)), moved };
  records.set(feedKey(subscription), afterSuccess(record, now));
  return { ...noOutcome(subscription, 'unchanged'), moved };
}

/** A host that refuses for too many requests is not asked again in this fetch. */
async function requestFeed(
  { host, signal, timeout, pauses, now, subscription: { url } }: FeedAsked,
  { etag, lastModified }: Validators,
): Promise<HttpResponse | Refusal> {
  const { version, allowed } = host;
  const options = { version, allowed, accept: ACCEPT, signal, timeout, etag, lastModified };
  const response = await request(url, options);
  const pause =
    response.kind === 'refused' && response.status === 429 ? askedPause(response, now) : null;
  if (pause !== null) pauses.set(hostOf(url), new Date(now.getTime() + pause).toISOString());
  return response;
}

/**
 * The kept answer of the feed, where it still holds: not when its articles were undone or have gone, or
 * full texts are wanted from now on.
 */
function knownState({ undone, root, feedStore, subscription, record }: FeedAsked): FeedAnswer {
  const known = parseFeedAnswer(record.state);
  if (undone.has(known.op) || (subscription.full && !known.full)) return NO_STATE;
  if (known.path === '' || libraryHasFile(root, known.path)) return known;
  const [head] = feedStore().headsOf(subscription);
  return head === undefined ? NO_STATE : { ...known, path: head.path };
}

async function readFeed(
  asked: FeedAsked,
  state: FeedAnswer,
  response: Extract<HttpResponse, { kind: 'page' }>,
): Promise<FeedOutcome> {
  const { records, now, subscription, record } = asked;
  const { bytes, contentType, etag, lastModified } = response;
  const digest = shorten(digestOf(Buffer.from(bytes).toString('latin1')));
  const remember = (next: FeedAnswer): void => {
    const known = { ...record, etag, lastModified, state: formatFeedAnswer(next) };
    records.set(feedKey(subscription), afterSuccess(known, now));
  };
  if (digest === state.digest) {
    remember(state);
    return noOutcome(subscription, 'unchanged');
  }
  const { url, allowed } = response;
  const seen = new Set([...state.seen].filter((one) => !state.tries.has(one)));
  const feed = await asked.read({ bytes, url, contentType, subscription, seen, now });
  const { stored, state: next } = await storeEntries(asked, feed, state, allowed);
  const isWhole = next !== null && next.tries.size === 0 && !feed.isCut;
  if (next !== null) remember({ ...next, digest: isWhole ? digest : '' });
  const ids = (wanted: string) => stored.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  const added = ids('added');
  const updated = ids('updated');
  const kind = added.length + updated.length > 0 ? 'new' : 'unchanged';
  const { title, failures } = feed;
  const outcome = { ...noOutcome(subscription, kind), added, updated, failures, title };
  if (!feed.isCut || next === null) return outcome;
  // What was read counts as fetched, and the feed as failing all the same: again and again it rests.
  const known = { ...records.get(feedKey(subscription)), failures: record.failures };
  return {
    ...failFeed({ ...asked, record: known }, new NewsprintError(CUT_OFF)),
    added,
    updated,
    failures,
    title,
  };
}

const CUT_OFF = 'the feed is cut off before its end; what there is of it was read';

/** A bug in this program is reported as well, and stops no other feed. */
function failFeed(
  { records, now, subscription, record }: FeedAsked,
  cause: unknown,
  refusal: Refusal | null = null,
): FeedOutcome {
  const url = shownUrl(subscription.url);
  const text = refusal?.message ?? (cause instanceof Error ? cause.message : String(cause));
  const reason = text.startsWith(`${url}: `) ? text.slice(url.length + 2) : text;
  const after = isOffline(cause)
    ? { ...record, error: reason, asked: now.toISOString() }
    : afterFailure(record, reason, now, refusal);
  records.set(feedKey(subscription), after);
  const isGone = refusal !== null && after.gone;
  const message = `${url}: ${isGone ? 'gone for good: ' : ''}${reason}`;
  const error = { message, hint: isGone ? `newsprint feeds remove ${url}` : null };
  return { ...noOutcome(subscription, isGone ? 'gone' : 'failed'), error, retryAt: after.retryAt };
}
