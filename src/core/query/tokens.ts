// Tokens: the words of a text as searches compare them, with their places.
import { foldText } from '../fold.ts';
import { lazy } from '../lazy.ts';

/** A token and the part of the text it was made of, in UTF-16 units. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Separates passages of a field, so that no phrase matches across them. It is never a token. */
export const PASSAGE_END = '\u00b7';

/**
 * Scripts without spaces, and Hangul, whose particles are joined to words: each character is a token,
 * so that phrases are found within sentences. Given as ranges, for scripts share marks.
 */
const SOLID = [
  '\\u0e01-\\u0e4e\\u0e81-\\u0ece\\u1000-\\u103f\\u1050-\\u109f\\u1100-\\u11ff\\u1780-\\u17d3',
  '\\u3005-\\u3007\\u3041-\\u3096\\u309d-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3105-\\u318e',
  '\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua960-\\ua97f\\uac00-\\ud7ff\\uf900-\\ufaff',
  '\\uff66-\\uff9d\\uffa0-\\uffdc\\u{20000}-\\u{3fffd}',
].join('');
/** Voicing marks of kana and later letters of Hangul syllables, which join the character before. */
const JOINING = '\\p{M}\\u1160-\\u11ff\\uff9e\\uff9f';
const LETTER = '\\p{L}\\p{N}\\p{M}\\p{Co}';

/** Compiled when needed: patterns of whole scripts take a millisecond, and most texts need none. */
const patterns = lazy(() => ({
  /** A part of a text that is folded at once, without format characters inside words. */
  piece: new RegExp(
    `[A-Za-z0-9]+(?![A-Za-z0-9]|[^\\0-\\x7f])|[${SOLID}\\p{So}][${JOINING}]*|(?:(?![${SOLID}])[${LETTER}\\p{Cf}])+`,
    'gu',
  ),
  /** A token of a folded part. */
  token: new RegExp(`[${SOLID}\\p{So}]|(?:(?![${SOLID}])[${LETTER}])+`, 'gu'),
  unseen: /\p{Cf}|[\ufe00-\ufe0f]/gu,
}));

/** Kana, Han and Hangul that folding leaves as they are. */
const PLAIN_SOLID = /^[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]$/;
const ASCII = /^[\0-\x7f]*$/;
/** Letters and punctuation of European texts: such a text is folded letter by letter. */
const LATIN =
  /^[\0-\x7f\xa0-\xa5\xa7\xab\xbb\xbf-\xd6\xd8-\xf6\xf8-\u024f\u2010-\u2015\u2018-\u201f\u2022\u2026\u2039\u203a\u20ac]*$/;
const NOT_ASCII = /[^\0-\x7f]+/g;
/** Separators in such a text, folded, but for single spaces. Folding leaves a dot of `ŀ`. */
const BETWEEN = /(?: ?[\0-\x1f!-/:-`{-\xbf\u2010-\u20ac]| {2})[\0-/:-`{-\xbf\u2010-\u20ac]*/g;

/**
 * The tokens of a text in order: runs of letters and digits, folded; every character of a script
 * without spaces, every symbol and every emoji is one.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(patterns().piece)) {
    const [piece] = match;
    const place = { start: match.index, end: match.index + piece.length };
    for (const token of foldedTokens(piece)) tokens.push({ text: token, ...place });
  }
  return tokens;
}

function foldedTokens(piece: string): readonly string[] {
  if (PLAIN_SOLID.test(piece)) return [piece];
  if (ASCII.test(piece)) return [piece.toLowerCase()];
  const { unseen, token } = patterns();
  return foldText(piece).replace(unseen, '').match(token) ?? [];
}

export function tokenTexts(text: string): readonly string[] {
  return spacedTokens(text).split(' ').filter(Boolean);
}

/** The tokens of a text, joined by spaces. */
function spacedTokens(text: string): string {
  if (LATIN.test(text)) {
    return text.replace(NOT_ASCII, foldText).toLowerCase().replace(BETWEEN, ' ').trim();
  }
  const pieces = text.match(patterns().piece) ?? [];
  return pieces.flatMap(foldedTokens).join(' ');
}

/**
 * A field as searches see it: ` harbour reopens · ships return `, tokens between spaces, and
 * `PASSAGE_END` between passages; empty without tokens.
 */
export function fieldText(passages: readonly string[]): string {
  const spaced = passages.map(spacedTokens).filter((tokens) => tokens !== '');
  // Joined at once, for reading a rope letter by letter takes several times as long.
  return spaced.length === 0 ? '' : ['', spaced.join(` ${PASSAGE_END} `), ''].join(' ');
}

/**
 * The index of words in a field, from a place on; −1 where they are not in it.
 * @param field as `fieldText` makes it
 * @param isPrefix whether the last word is a prefix
 */
export function indexOfTokens(
  field: string,
  tokens: readonly string[],
  isPrefix: boolean,
  from = 0,
): number {
  // Searches from a letter, for a space before each word would stop far more often.
  const wanted = `${tokens.join(' ')}${isPrefix ? '' : ' '}`;
  let at = field.indexOf(wanted, from);
  while (at > 0 && field[at - 1] !== ' ') at = field.indexOf(wanted, at + 1);
  return at;
}
