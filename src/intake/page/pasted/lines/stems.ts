// The words of lines, cut so that their forms meet: by them a headline is known, and a copy.
import { forEachWord } from '../../../facts/word-runs.ts';

/** What is left of the words of a text. */
export type Stems = ReadonlySet<string>;

/** A line of fewer words has less to show that the story is its own, and may be like another by chance. */
const FEW_WORDS = 5;
const WIDE = /[\u2e80-\u9fff\uac00-\ud7af]/;

/** The stems of words of four letters and more; pairs of Chinese, Japanese, Korean characters. */
export function stemsOf(key: string): Stems {
  const stems = new Set<string>();
  const hasWide = WIDE.test(key);
  const addWord = (start: number, end: number): void => {
    if (hasWide && WIDE.test(key.slice(start, end))) {
      for (let at = start; at + 1 < end; at++) stems.add(key.slice(at, at + 2));
    } else if (end - start >= 4) {
      // `open` of `opens` and `opened`: the first letters, so that cases and plurals meet.
      stems.add(key.slice(start, start + Math.min(6, Math.max(4, end - start - 2))));
    }
  };
  forEachWord(key, addWord, true);
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
