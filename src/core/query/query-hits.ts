// Where the words of a query stand in a text.
import { type Query, queryWords, type TextField, type Words } from './query.ts';
import { fieldText, indexOfTokens, type Token, tokenize } from './tokens.ts';

/** A place of some words, in UTF-16 units of the text. */
export interface WordsHit {
  readonly start: number;
  readonly end: number;
  /** Which of the words: their index. */
  readonly words: number;
}

/** The words of a query that may stand in a field, without those that must not be there. */
export function wordsOfField(query: Query, field: TextField): readonly Words[] {
  return queryWords(query).filter(({ fields }) => fields.includes(field));
}

/**
 * Every place where words stand, in the order of the text. Words of a phrase may have anything but
 * letters, digits and symbols between them, line ends too; places of different words may overlap.
 * @param text one passage: a phrase reaches over all of it
 */
export function findWords(text: string, words: readonly Words[]): readonly WordsHit[] {
  return wordFinder(words)(text);
}

/** A text whose tokens stand in it as they are, but for their case. */
const PLAIN = /^[\0-\x7f\u2010-\u2015\u2018-\u201f\u2026]*$/;

/** As `findWords`, for many texts; none where fewer of the words than `least` may stand in a text. */
export function wordFinder(
  words: readonly Words[],
): (text: string, least?: number) => readonly WordsHit[] {
  // Those of which only a beginning is known come after the others.
  const asked = [...words.entries()].sort(
    ([, a], [, b]) => Number(isOnePrefix(a)) - Number(isOnePrefix(b)),
  );
  const countIn = (text: string): number => {
    if (!PLAIN.test(text)) {
      const field = fieldText([text]);
      return words.filter((one) => indexOfTokens(field, one.tokens, one.isPrefix) >= 0).length;
    }
    const lower = text.toLowerCase();
    return words.filter(({ tokens: [first = ''] }) => beginsIn(lower, first)).length;
  };
  return (text, least = 1) => {
    // Most texts hold none of the words, which is seen sooner than where their tokens are.
    if (countIn(text) < least) return [];
    const tokens = tokenize(text);
    const hits: WordsHit[] = [];
    // Loops: most tokens are none of the words, and lists of nothing take longer than looking.
    for (const [at, { start }] of tokens.entries()) {
      for (const [index, one] of asked) {
        const end = endOfWords(tokens, at, one);
        if (end !== null) hits.push({ start, end, words: index });
      }
    }
    return hits;
  };
}

/** Whether a token of a plain text begins so: what is within words is no place of it. */
function beginsIn(text: string, start: string): boolean {
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** Only the start of its first token is known. */
function isOnePrefix({ isPrefix, tokens }: Words): boolean {
  return isPrefix && tokens.length === 1;
}

/** Where words end that begin at a token; `null` where they do not stand there. */
function endOfWords(
  found: readonly Token[],
  at: number,
  { tokens, isPrefix }: Words,
): number | null {
  const last = tokens.length - 1;
  for (let index = 0; index <= last; index += 1) {
    const text = found[at + index]?.text;
    const wanted = tokens[index];
    if (text === undefined || wanted === undefined) return null;
    const fits = isPrefix && index === last ? text.startsWith(wanted) : text === wanted;
    if (!fits) return null;
  }
  return found[at + last]?.end ?? null;
}

/** Places as they are marked on a text: those that touch or overlap are one. */
export function joinHits(
  hits: readonly Pick<WordsHit, 'start' | 'end'>[],
): readonly { readonly start: number; readonly end: number }[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of hits) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
