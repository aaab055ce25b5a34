// Finds the words of a query in a text.
import { holdsWords } from './match-query.ts';
import { type Query, queryWords, type TextField, type Words } from './query.ts';
import { fieldText, type Token, tokenize } from './tokens.ts';

/** A match of some words, in UTF-16 units of the text. */
export interface WordsHit {
  readonly start: number;
  readonly end: number;
  /** Which of the words: their index. */
  readonly words: number;
}

/** The words of a query that a field may contain, without negated ones. */
export function wordsOfField(query: Query, field: TextField): readonly Words[] {
  return queryWords(query).filter(({ fields }) => fields.includes(field));
}

/**
 * All matches of words, in the order of the text. Words of a phrase may have anything but letters,
 * digits and symbols between them, also line ends; matches of different words may overlap.
 * @param text one passage, in all of which a phrase may be
 */
export function findWords(text: string, words: readonly Words[]): readonly WordsHit[] {
  return wordFinder(words)(text);
}

/** A text whose tokens are its runs of letters and digits, unchanged but for case. */
const PLAIN = /^[\0-\x7f\u2010-\u2015\u2018-\u201f\u2026]*$/;

/** A character that folding or cleaning may change. */
const NOT_PLAIN = /[^\t\n -~\u2010-\u2015\u2018-\u201f\u2026]/;

/**
 * A quick test of whether a text can have so many of the words; most texts cannot. What is not plain
 * may have any, for it is cleaned and folded before.
 */
export function wordTest(words: readonly Words[]): (text: string, least: number) => boolean {
  const firsts = words.map(({ tokens: [first = ''] }) => new RegExp(first, 'i'));
  return (text, least) => {
    let count = 0;
    for (const first of firsts) if (first.test(text)) count += 1;
    return count >= least || NOT_PLAIN.test(text);
  };
}

/** As `findWords`, for many texts; empty where a text can have fewer of the words than `least`. */
export function wordFinder(
  words: readonly Words[],
): (text: string, least?: number) => readonly WordsHit[] {
  if (words.length === 0) return () => [];
  // Prefixes come after the other words.
  const asked = [...words.entries()].sort(
    ([, a], [, b]) => Number(isOnePrefix(a)) - Number(isOnePrefix(b)),
  );
  const patterns = asked.map(([index, one]) => {
    return { index, first: one.tokens[0] ?? '', pattern: plainPattern(one) };
  });
  const plainHits = (text: string, least: number): readonly WordsHit[] => {
    // Most texts have none of the words, which is a quicker test.
    const found = patterns.map(({ index, first, pattern }) =>
      text.includes(first) ? placesOf(text, pattern, index) : [],
    );
    if (found.filter((places) => places.length > 0).length < least) return [];
    return found.flat().sort((a, b) => a.start - b.start);
  };
  return (text, least = 1) => {
    if (PLAIN.test(text)) return plainHits(text.toLowerCase(), least);
    // Again quicker than making tokens.
    const field = fieldText([text]);
    if (words.filter((one) => holdsWords(field, one)).length < least) return [];
    const tokens = tokenize(text);
    const hits: WordsHit[] = [];
    // Loops, for most tokens match nothing, and empty lists would take longer.
    for (const [at, { start }] of tokens.entries()) {
      for (const [index, one] of asked) {
        const end = endOfWords(tokens, at, one);
        if (end !== null) hits.push({ start, end, words: index });
      }
    }
    return hits;
  };
}

/** Finds words in a plain text of lower case. */
function plainPattern({ tokens, isPrefix }: Words): RegExp {
  const end = isPrefix ? '[a-z0-9]*' : '(?![a-z0-9])';
  return new RegExp(`(?<![a-z0-9])${tokens.join('[^a-z0-9]+')}${end}`, 'g');
}

function placesOf(text: string, pattern: RegExp, words: number): readonly WordsHit[] {
  const places: WordsHit[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    places.push({ start: match.index, end: pattern.lastIndex, words });
    // Matches of one phrase may overlap.
    pattern.lastIndex = match.index + 1;
  }
  return places;
}

/** Whether the words are a single prefix. */
function isOnePrefix({ isPrefix, tokens }: Words): boolean {
  return isPrefix && tokens.length === 1;
}

/** The end of words that begin at a token; `null` where they do not match there. */
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

/** Joins matches that touch or overlap, to mark them. */
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
