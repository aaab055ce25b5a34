import { describe, expect, test } from 'vitest';
import { dateOrder, formatIsoDay, parseDate } from '../../../src/core/dates/dates.ts';
import { createDateFormatter, localeFromEnv } from '../../../src/core/dates/format-dates.ts';

const BRITISH = { language: 'en-GB' };

describe('parseDate', () => {
  test.each([
    ['2021-07-19', 'date', '2021-07-19T00:00:00.000Z', false],
    ['2020-02-29', 'date', '2020-02-29T00:00:00.000Z', false],
    ['0044-03-15', 'date', '0044-03-15T00:00:00.000Z', false],
    ['2021-07-19T23:00:05Z', 'date-time', '2021-07-19T23:00:05.000Z', true],
    ['2021-07-19t23:00z', 'date-time', '2021-07-19T23:00:00.000Z', true],
    ['2021-07-19T23:00:00.125+08:00', 'date-time', '2021-07-19T15:00:00.125Z', true],
    ['2021-07-19T23:00-0330', 'date-time', '2021-07-20T02:30:00.000Z', true],
    ['2021-07-19T23:00+08', 'date-time', '2021-07-19T15:00:00.000Z', true],
    ['2021-07-19 23:00', 'date-time', '2021-07-19T23:00:00.000Z', false],
    ['2021-07-19 23:00:01 +02:00', 'date-time', '2021-07-19T21:00:01.000Z', true],
    ['2016-12-31T23:59:60Z', 'date-time', '2017-01-01T00:00:00.000Z', true],
  ] as const)('%s is a %s at %s', (value, kind, iso, zoned) => {
    expect(parseDate(value)).toEqual({ kind, ms: Date.parse(iso), zoned });
  });

  test.each([
    '2021-13-45',
    '2021-00-10',
    '2021-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-07-00',
    '2021-07-19T24:00Z',
    '2021-07-19T23:60Z',
    '2021-07-19T23:00:61Z',
    '2021-07-19T23:00+24:00',
    '2021-07-19T',
    '2021-07-19Z',
    '2021-7-9',
    '19 July 2021',
    'yesterday',
    '',
    '2021-07-19x',
    '٢٠٢١-٠٧-١٩',
  ])('%j is no date', (value) => {
    expect(parseDate(value)).toBeNull();
  });
});

test('dates and date-times order by time, and no date comes before all', () => {
  const dates = ['2021-07-19T10:00:00Z', null, '2021-07-19', 'soon', '2021-07-19T10:00:00+08:00'];
  const ordered = [...dates].sort((a, b) => (dateOrder(a) < dateOrder(b) ? -1 : 1));
  expect(ordered.slice(2)).toEqual([
    '2021-07-19',
    '2021-07-19T10:00:00+08:00',
    '2021-07-19T10:00:00Z',
  ]);
});

describe('in zones west and east of Greenwich', () => {
  test.each([
    ['America/Los_Angeles', '2021-07-19', '19 July 2021', '2021-07-19'],
    ['Pacific/Kiritimati', '2021-07-19', '19 July 2021', '2021-07-19'],
    ['America/Los_Angeles', '2021-07-19 23:00', '19 July 2021, 23:00', '2021-07-19'],
    ['America/Los_Angeles', '2021-07-19T06:00Z', '18 July 2021, 23:00', '2021-07-18'],
    ['Pacific/Kiritimati', '2021-07-19T23:30Z', '20 July 2021, 13:30', '2021-07-20'],
  ])('in %s %s is %s', (zone, value, long, day) => {
    const before = process.env['TZ'];
    process.env['TZ'] = zone;
    try {
      expect(createDateFormatter(BRITISH).long(value)).toBe(long);
      expect(formatIsoDay(value)).toBe(day);
    } finally {
      process.env['TZ'] = before;
    }
    expect(createDateFormatter({ ...BRITISH, timeZone: zone }).long(value)).toBe(long);
  });
});

test('what is no date is shown as it is', () => {
  expect(createDateFormatter(BRITISH).long('soon')).toBe('soon');
  expect(createDateFormatter(BRITISH).short('soon', new Date(0))).toBe('soon');
  expect(formatIsoDay('soon')).toBe('');
});

describe('a short date', () => {
  const now = new Date('2021-07-19T15:30:00Z');

  test.each([
    ['2021-07-19T09:05:00Z', '09:05'],
    ['2021-07-19T23:30:00+08:00', '15:30'],
    ['2021-07-19', '19 Jul'],
    ['2021-01-02T09:05:00Z', '2 Jan'],
    ['2020-07-19T09:05:00Z', '19 Jul 2020'],
    ['2022-07-19', '19 Jul 2022'],
  ])('%s is %s', (value, shown) => {
    expect(createDateFormatter(BRITISH).short(value, now)).toBe(shown);
    expect(createDateFormatter({ ...BRITISH, timeZone: 'UTC' }).short(value, now)).toBe(shown);
  });
});

describe('languages', () => {
  test.each([
    ['de-DE', '19. Juli 2021, 23:00'],
    ['en-US', 'July 19, 2021, 11:00 PM'],
    ['ja', '2021年7月19日, 23:00'],
    ['xx-YY', '19 July 2021, 23:00'],
  ])('%s writes %s', (language, shown) => {
    expect(createDateFormatter({ language }).long('2021-07-19T23:00:00Z')).toBe(shown);
  });

  test.each(['en-GB', 'en-US'])('the English written here is the one of Intl: %s', (language) => {
    const ours = createDateFormatter({ language });
    const intl = createDateFormatter({ language, timeZone: 'UTC' });
    const now = new Date('2021-07-19T00:30:00Z');
    for (let month = 1; month <= 12; month += 1) {
      for (const time of ['00:00', '09:05', '12:00', '23:59']) {
        for (const year of ['1999', '2021']) {
          const value = `${year}-${String(month).padStart(2, '0')}-19T${time}:00Z`;
          expect(ours.long(value)).toBe(intl.long(value));
          expect(ours.short(value, now)).toBe(intl.short(value, now));
        }
      }
    }
  });
});

describe('localeFromEnv', () => {
  test.each([
    [{}, 'en-GB'],
    [{ LANG: '' }, 'en-GB'],
    [{ LANG: 'C' }, 'en-GB'],
    [{ LANG: 'C.UTF-8' }, 'en-GB'],
    [{ LC_ALL: 'POSIX', LANG: 'de_DE' }, 'en-GB'],
    [{ LANG: 'de_DE.UTF-8@euro' }, 'de-DE'],
    [{ LC_TIME: 'ja_JP.UTF-8', LANG: 'de_DE.UTF-8' }, 'ja-JP'],
    [{ LC_ALL: '', LC_TIME: 'fr_CA' }, 'fr-CA'],
    [{ LC_ALL: 'zh_hant_tw' }, 'zh-Hant-TW'],
    [{ LANG: '../../etc/passwd' }, 'en-GB'],
    [{ LANG: 'no such language' }, 'en-GB'],
  ])('%j is %s', (env, language) => {
    expect(localeFromEnv(env)).toEqual({ language });
  });
});
