// What a page says several times: copies on one line, lines that are alike, words that come again.
import { clamp } from '../../../../core/clamp.ts';
import { wordRuns } from '../../../facts/word-runs.ts';
import { isWide } from './pasted-line.ts';

/** Shortest text whose repetition on one line is a doubling; `that that` is English. */
const SHORTEST_UNIT = 12;
/** A date of digits, which is never said twice by chance: `22/04/202222/04/2022`. */
const DATES = /^(\d{1,2}[./-]\d{1,2}[./-]\d{4})\1$/;
/** Shortest text that is said twice by no chance, and the longest credit behind it. */
const SHORTEST_CREDITED = 30;
const LONGEST_CREDIT = 60;
/** Longest line that is looked at, in UTF-16 units. */
const LONGEST = 3000;

/**
 * The last copy of a text that is nothing but copies of itself, with a space between them or glued, and
 * the credit behind it: `The bridge. The bridge. Ada Li / AP`; every other text as it is.
 */
export function undouble(text: string): string {
  if (text.length > LONGEST) return text;
  const again = text.indexOf(text.slice(0, SHORTEST_UNIT), SHORTEST_UNIT);
  if (again < 0) return text.replace(DATES, '$1');
  const unit = text.slice(0, again).trim();
  const last = text.lastIndexOf(unit);
  const isCopies = text.slice(0, last).replaceAll(unit, '').trim() === '';
  const most = unit.length < SHORTEST_CREDITED ? 0 : LONGEST_CREDIT;
  return isCopies && text.length - last - unit.length <= most ? text.slice(last) : text;
}

/** The words of a text in small letters: what a copy of it and the text itself have in common. */
export function repeatKey(text: string): string {
  return wordRuns(text.toLowerCase()).join(' ');
}

/** Whether a line says the beginning of a longer one, as alternative texts do; both as keys. */
export function isBeginning(short: string, long: string): boolean {
  return short.length >= SHORTEST_UNIT && long.startsWith(short);
}

/** What is left of the words of a text. */
export type Stems = ReadonlySet<string>;

/** A line of fewer words has less to show that the story is its own, and may be like another by chance. */
const FEW_WORDS = 5;

/** The stems of words of four letters and more; pairs of Chinese, Japanese, Korean characters. */
export function stemsOf(key: string): Stems {
  const stems = new Set<string>();
  const hasWide = isWide(key);
  for (const word of key.split(' ')) {
    if (hasWide && isWide(word)) {
      for (let at = 0; at + 1 < word.length; at++) stems.add(word.slice(at, at + 2));
    } else if (word.length >= 4) {
      // `open` of `opens` and `opened`: the first letters, so that cases and plurals meet.
      stems.add(word.slice(0, clamp(word.length - 2, 4, 6)));
    }
  }
  return stems;
}

/** The stems of the first of some lines: those that begin within a length, in UTF-16 units. */
export function stemsOfAll(
  lines: readonly { readonly text: string; readonly stems: () => Stems }[],
  most: number,
): Stems {
  const all = new Set<string>();
  let length = 0;
  for (const { text, stems } of lines) {
    if (length > most) break;
    length += text.length;
    for (const stem of stems()) all.add(stem);
  }
  return all;
}

/** How many of a line's stems some text has. */
export function countIn(stems: Stems, ...texts: readonly Stems[]): number {
  let count = 0;
  for (const stem of stems) count += Number(texts.some((text) => text.has(stem)));
  return count;
}

/** The share of a line's stems that some text has, from 0 to 1. */
export function shareIn(stems: Stems, ...texts: readonly Stems[]): number {
  return countIn(stems, ...texts) / Math.max(FEW_WORDS, stems.size);
}

/** Whether two texts are one with a word or two changed: they have four of five in common. */
export function areNearlySame(one: Stems, other: Stems): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  const enough = Math.max(0.8 * few.size, 0.5 * many.size);
  return few.size >= Math.max(FEW_WORDS, enough) && countIn(few, many) >= enough;
}
