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

/** What has a text, and stems. */
interface Stemmed {
  readonly text: string;
  readonly stems: () => Stems;
}

/** The stems of the first of some lines: those that begin within a length, in UTF-16 units. */
export function stemsOfAll(lines: readonly Stemmed[], most: number): Stems {
  const all = new Set<string>();
  let length = 0;
  for (const { text, stems } of lines) {
    if (length > most) break;
    length += text.length;
    for (const stem of stems()) all.add(stem);
  }
  return all;
}

/** The share of a line's stems that some text has, from 0 to 1. */
export function shareIn(stems: Stems, ...texts: readonly Stems[]): number {
  let taken = 0;
  for (const stem of stems) {
    for (const text of texts) {
      if (!text.has(stem)) continue;
      taken++;
      break;
    }
  }
  return taken / Math.max(FEW_WORDS, stems.size);
}

/** Whether two texts are one with a word or two changed: they have four of five in common. */
export function areNearlySame(one: Stems, other: Stems): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let left = few.size - Math.max(0.8 * few.size, 0.5 * many.size);
  if (few.size < FEW_WORDS || left < 0) return false;
  for (const stem of few) {
    if (many.has(stem)) continue;
    left -= 1;
    if (left < 0) return false;
  }
  return true;
}
