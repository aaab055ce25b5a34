// Which of a line's words stand in a story, by which its headline is known.
import { forEachWord } from '../../../facts/word-runs.ts';

/** The words of a text, cut so that their forms meet. */
export type Stems = ReadonlySet<string>;

/** A line of fewer words has less to show that the story is its own. */
const FEW_WORDS = 5;

/** The stems of words of four letters and more; pairs of Chinese, Japanese, Korean characters. */
export function stemsOf(text: string): Stems {
  const stems = new Set<string>();
  const lower = text.toLowerCase();
  const hasWide = WIDE.test(lower);
  const addWord = (start: number, end: number): void => {
    if (hasWide && WIDE.test(lower.slice(start, end))) {
      for (let at = start; at + 1 < end; at++) stems.add(lower.slice(at, at + 2));
    } else if (end - start >= 4) {
      // `open` of `opens` and `opened`: the first letters, so that cases and plurals meet.
      stems.add(lower.slice(start, start + Math.min(6, Math.max(4, end - start - 2))));
    }
  };
  forEachWord(lower, addWord, true);
  return stems;
}

const WIDE = /[\u2e80-\u9fff\uac00-\ud7af]/;

/** The share of a line's stems that some text has, from 0 to 1. */
export function shareIn(stems: Stems, ...texts: readonly Stems[]): number {
  let taken = 0;
  for (const stem of stems) {
    if (texts.some((text) => text.has(stem))) taken++;
  }
  return taken / Math.max(FEW_WORDS, stems.size);
}
