import { describe, expect, test } from 'vitest';
import { parseDate } from '../../../src/core/dates/dates.ts';
import { isFrom } from '../../../src/core/query/query.ts';
import { parseBound } from '../../../src/core/query/query-keys.ts';

const NOW = new Date(2026, 4, 31, 10, 30, 0);
const local = (year: number, month: number, day: number): number =>
  new Date(year, month - 1, day).getTime();
const wall = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);

describe('A date in a query', () => {
  test.each([
    ['2021-07-19', 2021, 7, 19],
    ['2021-07', 2021, 7, 1],
    ['2021', 2021, 1, 1],
    ['0d', 2026, 5, 31],
    ['1d', 2026, 5, 30],
    ['31d', 2026, 4, 30],
    ['2w', 2026, 5, 17],
    ['1m', 2026, 4, 30],
    ['3m', 2026, 2, 28],
    ['12M', 2025, 5, 31],
    ['1y', 2025, 5, 31],
  ])('%s is the start of a day on the local clock', (value, year, month, day) => {
    expect(parseBound(value, NOW)).toEqual({
      instant: local(year, month, day),
      wall: wall(year, month, day),
    });
  });

  test('of hours is that moment', () => {
    expect(parseBound('12h', NOW)).toEqual({
      instant: NOW.getTime() - 12 * 3_600_000,
      wall: Date.UTC(2026, 4, 30, 22, 30),
    });
  });

  test.each([
    ['2026-05-30T22:29', false],
    ['2026-05-30T22:30', true],
    ['2026-05-29', false],
    ['2026-05-30', true],
  ])('that is a moment has %s behind it: %j, without a zone', (value, expected) => {
    const bound = parseBound('12h', NOW);
    expect(bound && isFrom(bound, parseDate(value)?.ms ?? 0, false)).toBe(expected);
  });

  test('with a time is that time', () => {
    expect(parseBound('2021-07-19T10:00:00Z', NOW)?.instant).toBe(Date.UTC(2021, 6, 19, 10));
    expect(parseBound('2021-07-19T10:00', NOW)).toEqual({
      instant: new Date(2021, 6, 19, 10).getTime(),
      wall: Date.UTC(2021, 6, 19, 10),
    });
  });

  test.each([
    '',
    'soon',
    '7',
    'd',
    '7x',
    '-7d',
    '2021-13',
    '2021-02-29',
    '99999d',
    '1.5d',
    '20217',
  ])('%j is none', (value) => {
    expect(parseBound(value, NOW)).toBeNull();
  });
});
