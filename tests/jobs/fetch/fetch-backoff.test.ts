// When a feed that could not be had is asked again.

import { describe, expect, test } from 'vitest';
import {
  afterFailure,
  afterSuccess,
  askedPause,
  isResting,
} from '../../../src/jobs/fetch/fetch-backoff.ts';
import { type FeedRecord, NO_RECORD } from '../../../src/library/cache/feed-records.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Minutes until the feed is asked again; `null`: the next time. */
function minutesOf({ retryAt }: FeedRecord, from = NOW): number | null {
  return retryAt === null ? null : (Date.parse(retryAt) - from.getTime()) / MINUTE;
}

test('A first failure costs nothing, the next twice as long each time, up to a day', () => {
  let record: FeedRecord = { ...NO_RECORD, etag: '"1"', state: 'known' };
  const days = Array.from({ length: 40 }, (_, day) => new Date(NOW.getTime() - (39 - day) * DAY));
  const pauses = days.map((day) => {
    record = afterFailure(record, 'no answer', day);
    return minutesOf(record, day);
  });
  expect(pauses.slice(0, 9)).toEqual([null, 10, 20, 40, 80, 160, 320, 640, 1280]);
  expect(new Set(pauses.slice(9))).toEqual(new Set([1440]));
  expect(record).toEqual({
    ...NO_RECORD,
    etag: '"1"',
    state: 'known',
    failures: 40,
    error: 'no answer',
    asked: NOW.toISOString(),
    retryAt: new Date(NOW.getTime() + DAY).toISOString(),
  });
});

test('What fails again within a minute fails once', () => {
  const after = (ms: number) => new Date(NOW.getTime() + ms);
  const first = afterFailure(NO_RECORD, 'no answer', NOW);
  const again = afterFailure(first, 'no answer', after(MINUTE - 1));
  expect([again.failures, again.retryAt, again.asked]).toEqual([
    1,
    null,
    after(MINUTE - 1).toISOString(),
  ]);
  expect(afterFailure(first, 'no answer', after(MINUTE)).failures).toBe(2);
});

test('A good answer forgets the failures and keeps what tells what is new', () => {
  const known = { ...NO_RECORD, etag: '"1"', lastModified: 'then', state: 'known' };
  const failed = afterFailure(afterFailure(known, 'no answer', NOW), 'no answer', NOW);
  const time = NOW.toISOString();
  expect(afterSuccess(failed, NOW)).toEqual({ ...known, asked: time, fetched: time });
});

describe('a server that refuses', () => {
  test.each<[number, string | null, number | null]>([
    [429, '60', 1],
    [503, ' 120 ', 2],
    [429, 'Tue, 24 Nov 2026 12:30:00 GMT', 30],
    [429, '999999999', 1440],
    [503, 'Tue, 24 Nov 2027 12:00:00 GMT', 1440],
    [429, 'Tue, 24 Nov 2026 11:00:00 GMT', null],
    [429, '0', null],
    [429, 'soon', null],
    [429, '', null],
    [429, null, null],
    [500, '60', null],
    [404, '60', null],
  ])('with %i and Retry-After %j is left alone for %j minutes', (status, retryAfter, minutes) => {
    const pause = askedPause({ status, retryAfter }, NOW);
    expect(pause === null ? null : pause / MINUTE).toBe(minutes);
    const record = afterFailure(NO_RECORD, 'refused', NOW, { status, retryAfter });
    expect(minutesOf(record)).toBe(minutes);
    expect(record.gone).toBe(false);
  });

  test('for good is asked again after a week', () => {
    const record = afterFailure(NO_RECORD, 'gone', NOW, { status: 410, retryAfter: '60' });
    expect(record).toMatchObject({ gone: true, error: 'gone', failures: 1 });
    expect(minutesOf(record)).toBe(7 * 1440);
  });
});

test.each<[string, number | null, boolean]>([
  ['no time', null, false],
  ['a moment ago', -1, false],
  ['now', 0, false],
  ['in a moment', 1, true],
  ['in a week', 7 * DAY, true],
  ['in more than any pause, by a clock that was wrong', 7 * DAY + 1, false],
])('A feed to be asked at %s rests: %s ms, %s', (_, left, rests) => {
  const retryAt = left === null ? null : new Date(NOW.getTime() + left).toISOString();
  expect(isResting({ ...NO_RECORD, retryAt }, NOW)).toBe(rests);
});
