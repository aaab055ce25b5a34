// When a feed is asked again that could not be had: what its server says, else later each time.

import { DAY } from '../../core/dates/dates.ts';
import { type FeedRecord, NO_RECORD } from '../../library/cache/feed-records.ts';
import type { Refusal } from '../../net/http/request.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** After the second failure in a row, then twice as long each time; a single one costs nothing. */
const FIRST_PAUSE = 10 * MINUTE;
/** What fails again so soon fails once: somebody tries, and the network may be away. */
const SAME_FAILURE = MINUTE;
const LONGEST_PAUSE = DAY;
/** Of a feed that is gone. */
const GONE_PAUSE = 7 * DAY;
/** The statuses with which `Retry-After` says when (RFC 9110, 10.2.3; RFC 6585, 4). */
const ASKS_TO_WAIT = new Set([429, 503]);

type Refused = Pick<Refusal, 'status' | 'retryAfter'>;

export function afterFailure(
  before: FeedRecord,
  error: string,
  now: Date,
  refused: Refused | null = null,
): FeedRecord {
  const since = now.getTime() - Date.parse(before.asked ?? '');
  const isSame = before.failures > 0 && since < SAME_FAILURE;
  const failures = before.failures + (isSame ? 0 : 1);
  const asked = refused === null ? null : askedPause(refused, now);
  const gone = refused?.status === 410;
  const own = failures < 2 ? 0 : FIRST_PAUSE * 2 ** Math.min(failures - 2, 20);
  const pause = gone ? GONE_PAUSE : (asked ?? Math.min(LONGEST_PAUSE, own));
  const retryAt = pause === 0 ? null : new Date(now.getTime() + pause).toISOString();
  return { ...before, asked: now.toISOString(), error, failures, retryAt, gone };
}

export function afterSuccess(before: FeedRecord, now: Date): FeedRecord {
  const time = now.toISOString();
  const { etag, lastModified, state } = before;
  return { ...NO_RECORD, etag, lastModified, state, asked: time, fetched: time };
}

/**
 * How long a server asks to be left alone, in ms; `null` where it does not.
 * @returns at most a day: a server that asks for a year is asked tomorrow
 */
export function askedPause({ status, retryAfter }: Refused, now: Date): number | null {
  const value = retryAfter?.trim() ?? '';
  if (!ASKS_TO_WAIT.has(status) || value === '') return null;
  const isCount = /^\d+$/.test(value);
  const pause = isCount ? Number(value) * SECOND : Date.parse(value) - now.getTime();
  return Number.isNaN(pause) || pause <= 0 ? null : Math.min(pause, LONGEST_PAUSE);
}

export function isResting({ retryAt }: FeedRecord, now: Date): boolean {
  if (retryAt === null) return false;
  const left = Date.parse(retryAt) - now.getTime();
  // A clock that was wrong must not silence a feed for years.
  return left > 0 && left <= GONE_PAUSE;
}
