// Which lines of a page are furniture: by whole lines, by what they say.
import { foldLine } from './fold-line.ts';
import { FURNITURE_PATTERNS, type FurniturePattern } from './furniture-patterns.ts';
import { FURNITURE_PHRASES } from './furniture-phrases.ts';
import { type Furniture, WHOLE_LINES } from './furniture-words.ts';

/** A line taken for furniture, with the reason. */
export interface FurnitureFound {
  readonly kind: Furniture;
  readonly reason: string;
}

const KINDS = [
  'navigation',
  'footer',
  'account',
  'cookies',
  'newsletter',
  'player',
  'comments',
  'share',
  'advertisement',
] as const;

const WORDS: ReadonlyMap<string, Furniture> = new Map(
  KINDS.flatMap((kind) =>
    WHOLE_LINES[kind].flatMap((line) =>
      line.split('|').map((word) => [foldLine(word), kind] as const),
    ),
  ),
);

/** Longest line that is tried on the patterns, in UTF-16 units. */
const LONGEST = 400;
const MOST_WORDS = 12;
const LONGEST_WORD = 80;
const BETWEEN_WORDS = /[\s|,·•/>›»]+/u;

/** Words that are each a known line, such as `Facebook Twitter LinkedIn`, in one line. */
function isRowOfWords(folded: string): boolean {
  const first = folded.slice(0, LONGEST_WORD).split(BETWEEN_WORDS, 1)[0];
  if (!WORDS.has(first ?? '')) return false;
  const words = folded.split(BETWEEN_WORDS);
  return words.length > 1 && words.length <= MOST_WORDS && words.every((word) => WORDS.has(word));
}

/** What furniture a line is, `null` where it is none that is known. */
export function findFurniture(text: string, folded: string): FurnitureFound | null {
  const word = WORDS.get(folded);
  if (word !== undefined) return { kind: word, reason: 'a known line' };
  if (isRowOfWords(folded)) return { kind: 'navigation', reason: 'known words in a row' };
  if (text.length > LONGEST) return null;
  const found =
    FURNITURE_PATTERNS.find(({ pattern }) => pattern.test(text)) ??
    phraseIn(text.toLowerCase().replaceAll('i̇', 'i'));
  return found === undefined ? null : { kind: found.kind, reason: found.reason };
}

function phraseIn(lowered: string): FurniturePattern | undefined {
  return FURNITURE_PHRASES.find(({ pattern }) => pattern.test(lowered));
}
