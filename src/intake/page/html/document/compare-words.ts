// Compares texts by their words, as a reader would.
import { foldText, skeleton } from '../../../../core/fold.ts';

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;

/** A text's words, folded; a character of a script without spaces is a word. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text).match(WORD) ?? [];
}

/** Whether one of some texts has the same letters and digits. */
export function isAmong(text: string, texts: readonly string[]): boolean {
  return texts.some((one) => skeleton(one) === skeleton(text));
}

/** The share of a text's words that another holds: 0 to 1; 0 for a text without words. */
export function share(text: string, of: string): number {
  const words = foldedWords(text);
  const there = new Set(foldedWords(of));
  return words.length === 0 ? 0 : words.filter((word) => there.has(word)).length / words.length;
}
