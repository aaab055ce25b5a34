// Names of months and of days of the week, in any language.
import { lazy } from '../../../core/lazy.ts';
import { patternWith } from '../../words/pattern.ts';
import { phrasesOf } from '../../words/phrases.ts';

/** A phrase is a year: its twelve months, the spellings of one in brackets; dots do not count. */
const NUMBERS = lazy(() => {
  const months = phrasesOf('year').flatMap((year) => [...year.split(' ').entries()]);
  return new Map(
    months.flatMap(([at, month]) =>
      month
        .replace(/[()]/g, '')
        .replaceAll('~', ' ')
        .split('|')
        .map((name) => [name, at + 1] as const),
    ),
  );
});

/** An alternation of every name, the longer first, for the source of a pattern under `iu`. */
export const monthNames = lazy(() =>
  [...NUMBERS().keys()].sort((a, b) => b.length - a.length).join('|'),
);

/** 1 to 12 of a month's name in any of the languages, or of its number; `null` for other words. */
export function monthNumber(name: string): number | null {
  if (/^\d/.test(name)) return Number(name);
  return NUMBERS().get(name.toLowerCase().replace('.', '')) ?? null;
}

/** Every day that a text names. */
export const WEEKDAYS = patternWith('giu')`
  (?<!\p{L})${['weekday', 'short weekday']}(?!\p{L})|${'eastern weekday'}`;
