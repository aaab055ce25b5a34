// Where the words of a query stand in a text.
import { holdsWords } from './match-query.ts';
import { type Query, queryWords, type TextField, type Words } from './query.ts';
import { fieldText, type Token, tokenize } from './tokens.ts';

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

/** A text whose tokens are runs of letters and digits, as they are but for their case. */
const PLAIN = /^[\0-\x7f\u2010-\u2015\u2018-\u201f\u2026]*$/;

/** As `findWords`, for many texts; none where fewer of the words than `least` may stand in a text. */
export function wordFinder(
  words: readonly Words[],
): (text: string, least?: number) => readonly WordsHit[] {
  if (words.length === 0) return () => [];
  // Those of which only a beginning is known come after the others.
  const asked = [...words.entries()].sort(
    ([, a], [, b]) => Number(isOnePrefix(a)) - Number(isOnePrefix(b)),
  );
  const patterns = asked.map(([index, one]) => {
    return { index, first: one.tokens[0] ?? '', pattern: plainPattern(one) };
  });
  const plainHits = (text: string, least: number): readonly WordsHit[] => {
    // Most texts hold none of the words, which is seen sooner than where they may stand.
    const found = patterns.map(({ index, first, pattern }) =>
      text.includes(first) ? placesOf(text, pattern, index) : [],
    );
    if (found.filter((places) => places.length > 0).length < least) return [];
    return found.flat().sort((a, b) => a.start - b.start);
  };
  return (text, least = 1) => {
    if (PLAIN.test(text)) return plainHits(text.toLowerCase(), least);
    // And here sooner than where their tokens are.
    const field = fieldText([text]);
    if (words.filter((one) => holdsWords(field, one)).length < least) return [];
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
    // Places of one phrase may overlap.
    pattern.lastIndex = match.index + 1;
  }
  return places;
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
