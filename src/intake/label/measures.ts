// What a page's pieces are measured by, be it blocks or lines, and the run of them that is its story.

import { clamp } from '../../core/clamp.ts';

/** What is measured of a piece, in the order in which its model knows it. */
export type Features = readonly number[];

/**
 * The judges were taught by pages of hundreds of pieces, and know little of one with less text than this,
 * in UTF-16 units of blocks, or in Latin letters of lines.
 */
export const SMALL_PAGE = 1500;

/** So that much more of what is much counts little. */
export const log = (value: number): number => Math.log(1 + value);

/** From -1 to 1. */
export const bounded = (value: number): number => clamp(value, -1, 1);

/** The shares of digits in a text, of capitals at the heads of its words, of commas to a word. */
export function sharesOf(text: string): Features {
  let [digits, words, capitals, commas] = [0, 1, 0, 0];
  let isHead = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHead) capitals += Number(isCapital(text, at, code));
    isHead = code === 0x20;
    if (isHead) words += 1;
    else if (code >= 0x30 && code <= 0x39) digits += 1;
    else if (code === 0x2c || code === 0xff0c || code === 0x3001 || code === 0x60c) commas += 1;
  }
  return [digits / Math.max(1, text.length), capitals / words, commas / words];
}

function isCapital(text: string, at: number, code: number): boolean {
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/** Tells the sum of a measure over the items from one place to before another. */
export function sumsOf<Item>(items: readonly Item[], measure: (item: Item) => number) {
  const sums = [0];
  for (const item of items) sums.push((sums.at(-1) ?? 0) + measure(item));
  const sumTo = (place: number): number => sums[clamp(place, 0, items.length)] ?? 0;
  return (from: number, to: number): number => sumTo(to) - sumTo(from);
}

/** The story's first piece and the one after its last. */
export interface StorySpan {
  readonly start: number;
  readonly end: number;
}

/** The range with the highest sum of scores (Kadane's); `null` where none is above zero. */
export function bestSpan(scores: readonly number[]): StorySpan | null {
  let best: StorySpan | null = null;
  let most = 0;
  let sum = 0;
  let start = 0;
  for (const [at, score] of scores.entries()) {
    if (sum <= 0) [sum, start] = [0, at];
    sum += score;
    if (sum > most) [most, best] = [sum, { start, end: at + 1 }];
  }
  return best;
}
