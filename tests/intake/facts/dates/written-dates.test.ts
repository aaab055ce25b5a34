// Dates as papers write them, and what is no date without more to go by.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findWrittenDates,
  parseWrittenDate,
} from '../../../../src/intake/facts/dates/written-dates.ts';
import { anyCharacter } from '../../../support/machine/any-character.ts';

describe('a written date', () => {
  test.for([
    ['Published: 11:00pm, 19 Jul, 2021', '2021-07-19T23:00'],
    ['July 19, 2021 at 9:14 AM EDT', '2021-07-19T09:14-04:00'],
    ['Updated 10:00 AM ET, Fri December 3, 2021', '2021-12-03T10:00-05:00'],
    ['Mon 22 Apr 2024 15.12 BST', '2024-04-22T15:12+01:00'],
    ['Jul 19, 20232:23 PM', '2023-07-19T14:23'],
    ['July 19, 2021 at 12:05 AM', '2021-07-19T00:05'],
    ['July 19, 2021 at 9 PM ET', '2021-07-19T21:00-04:00'],
    ['19 July 2021 14:30 GMT+2', '2021-07-19T14:30+02:00'],
    ['19 July 2021 14:30 UTC-5:30', '2021-07-19T14:30-05:30'],
    ['GearApr 28, 2024 10:00 AM', '2024-04-28T10:00'],
    ['Mon Apr 22 10:00:00 UTC 2024', '2024-04-22'],
    ['2024-04-22T10:00:00+02:00', '2024-04-22T10:00:00+02:00'],
    ['01 вер. 2023— 4 min read', '2023-09-01'],
    ['февр. 17, 2024', '2024-02-17'],
    ['19. Juli 2021, 14:30 Uhr', '2021-07-19T14:30'],
    ['le 19 juillet 2021 à 9h14', '2021-07-19T09:14'],
    ['1er mars 2022', '2022-03-01'],
    ['19 de julio de 2021 - 14:30', '2021-07-19T14:30'],
    ['19 luglio 2021 alle 14:30', '2021-07-19T14:30'],
    ['19 de julho de 2021 às 14h30', '2021-07-19T14:30'],
    ['19 juli 2021', '2021-07-19'],
    ['2021年7月19日 14時30分', '2021-07-19T14:30'],
    ['2021.07.19 오후 2:30', '2021-07-19T14:30'],
    ['2021년 7월 19일', '2021-07-19'],
    ['19 июля 2021 г., 14:30', '2021-07-19T14:30'],
    ['١٩ يوليو ٢٠٢١', '2021-07-19'],
    ['19.07.21', '2021-07-19'],
    ['19. 7. 2021, 14:30', '2021-07-19T14:30'],
    ['Madrid-19/07/2021 20:00', '2021-07-19T20:00'],
    ['19. července 2021', '2021-07-19'],
    ['2021. július 19.', '2021-07-19'],
    ['19. heinäkuuta 2021', '2021-07-19'],
    ['19 Ιουλίου 2021', '2021-07-19'],
    ['2021 m. liepos 19 d.', '2021-07-19'],
    ['ngày 19 tháng 7 năm 2021', '2021-07-19'],
    ['19 أيار / مايو 2021', '2021-05-19'],
    ['2021年7月19日（月）14時30分', '2021-07-19T14:30'],
    ['2021. 07. 19. 14:30', '2021-07-19T14:30'],
    ['19. juli 2021 kl. 14.30', '2021-07-19T14:30'],
    ['19 paź 2021, 14:30', '2021-10-19T14:30'],
    ['19 Ağu 2021', '2021-08-19'],
    ['19 Agt 2021', '2021-08-19'],
    ['19. srpnja 2021.', '2021-07-19'],
    ['19. oktobra 2021', '2021-10-19'],
    ['19. октобар 2021', '2021-10-19'],
    ['19 ביולי 2021', '2021-07-19'],
    ['১৯ জুলাই ২০২১', '2021-07-19'],
    ['१९ जुलाई २०२१', '2021-07-19'],
    ['19 de juliol de 2021', '2021-07-19'],
  ] as const)('%s is %s', ([text, iso]) => {
    expect(parseWrittenDate(text)).toBe(iso);
  });

  test.for([
    ['en', '2021-07-08'],
    ['en-US', '2021-07-08'],
    ['en-GB', '2021-08-07'],
    ['fr', '2021-08-07'],
  ] as const)('7/8/2021 in %s is %s', ([language, iso]) => {
    expect(parseWrittenDate('7/8/2021', { language })).toBe(iso);
  });

  test('7/8/2021 is read the way that is not in the days to come', () => {
    const now = new Date('2021-07-20T12:00:00Z');
    expect(parseWrittenDate('8/7/2021', { language: 'en', now })).toBe('2021-07-08');
    expect(parseWrittenDate('7/8/2021', { language: 'en', now })).toBe('2021-07-08');
  });

  test.for([
    '31 June 2021',
    '2021-13-45',
    'March of the penguins',
    'in 2021',
    '3 hours ago',
    'Streber und faule Socken',
    'Heute im Hafen',
    '5 May',
  ])('%s is none', (text) => {
    expect(parseWrittenDate(text)).toBeNull();
  });

  test('that is only a day of the week or of the month is none, with a known time either', () => {
    const now = new Date('2024-01-02T12:30:00Z');
    for (const text of ['Heute im Hafen', 'Today in history', '5 May'])
      expect(parseWrittenDate(text, { now }), text).toBeNull();
  });

  test.for([
    ['3 hours ago', '2024-01-02T09:30Z'],
    ['vor 20 Minuten', '2024-01-02T12:10Z'],
    ['il y a 2 jours', '2023-12-31'],
    ['3시간 전', '2024-01-02T09:30Z'],
    ['för 3 timmar sedan', '2024-01-02T09:30Z'],
    ['3 godziny temu', '2024-01-02T09:30Z'],
    ['před 3 hodinami', '2024-01-02T09:30Z'],
    ['3 jam yang lalu', '2024-01-02T09:30Z'],
    ['Published 30 seconds ago', '2024-01-02T12:30Z'],
    ['een uur geleden', '2024-01-02T11:30Z'],
    ['час назад', '2024-01-02T11:30Z'],
    ['منذ ساعة', '2024-01-02T11:30Z'],
    ['yesterday', '2024-01-01'],
    ['včera 14:40', '2024-01-01'],
    ['i går kl. 14.30', '2024-01-01'],
    ['Heute, 9:30 Uhr', '2024-01-02'],
    ['Updated Nov 19, 6:55 AM', '2023-11-19T06:55'],
    ['2. Januar, 9:30 Uhr', '2024-01-02T09:30'],
    ['12月31日 23:30', '2023-12-31T23:30'],
  ] as const)('%s counts from a known time: %s', ([text, iso]) => {
    expect(parseWrittenDate(text, { now: new Date('2024-01-02T12:30:00Z') })).toBe(iso);
  });

  test('stands where it is found, among others', () => {
    const text = 'Published July 19, 2021 Updated July 20, 2021';
    expect(findWrittenDates(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'July 19, 2021',
      'July 20, 2021',
    ]);
  });

  test('is looked for in any text without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => findWrittenDates(text).length < 5),
    );
  });
});

describe('a day after the reading', () => {
  const now = new Date('2024-11-26T12:00:00Z');

  test('is read otherwise where its numbers allow it', () => {
    expect(parseWrittenDate('14-12-29', { language: 'en-GB', now })).toBe('2014-12-29');
    expect(parseWrittenDate('14-12-19', { language: 'de', now })).toBe('2019-12-14');
    expect(parseWrittenDate('11/12/2024', { language: 'en', now })).toBe('2024-11-12');
  });

  test('is no date of a story', () => {
    expect(findWrittenDates('27 December 2027', { now })).toEqual([]);
    expect(findWrittenDates('27 November 2024', { now })).toHaveLength(1);
    expect(findWrittenDates('27 December 2027')).toHaveLength(1);
  });
});
