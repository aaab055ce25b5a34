// What the benchmark calls a word, and how a block of text is named by its words.
import { createHash } from 'node:crypto';

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+/gu;
const cjk =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/**
 * The words of a text, lower case, without punctuation; each Chinese or Japanese character is one.
 * @param {string} text
 * @returns {string[]}
 */
export function words(text) {
  const plain = text.normalize('NFKC').replace(invisible, '').toLowerCase();
  return (plain.match(word) ?? []).flatMap((run) => run.split(cjk));
}

/** The first twelve hex digits of the SHA-256 of a text's words: a name that does not tell the text. */
export function blockName(text) {
  return createHash('sha256').update(words(text).join(' ')).digest('hex').slice(0, 12);
}

/** How often each word is there. */
export function bag(list) {
  const counts = new Map();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** How many words two bags share. */
export function shared(one, other) {
  let sum = 0;
  for (const [item, count] of one) sum += Math.min(count, other.get(item) ?? 0);
  return sum;
}

/** How much of a text's words another one has, and no others: 0 to 1; 1 where neither has any. */
export function f1(wanted, got) {
  const length = wanted.length + got.length;
  return length === 0 ? 1 : (2 * shared(bag(wanted), bag(got))) / length;
}
