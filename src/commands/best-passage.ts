// The passage of an article that shows best why it was found.

import type { Article } from '../core/article.ts';
import { cleanLine } from '../core/clean.ts';
import { type Query, queryWords, type Words } from '../core/query.ts';
import { findWords, type WordsHit } from '../core/query-hits.ts';
import type { Passage } from '../markdown/search-texts.ts';

/** A passage and where it stands. */
interface Placed extends Passage {
  /** The block of the body; absent above the body. */
  readonly paragraph?: number;
}

/** What was found in a passage. */
export interface Found {
  /** On one line. */
  readonly text: string;
  /** At least one. */
  readonly hits: readonly WordsHit[];
  /** The block of the body, from 0; `null` above the body. */
  readonly paragraph: number | null;
}

/** Columns of a snippet where nothing else bounds its line. */
export const SNIPPET_COLUMNS = 160;
/** Passages of a thousand words and more show enough. */
const LONGEST_PASSAGE = 20_000;

/**
 * Of deck, summary, captions and body the first passage with the most different words; `null` where
 * none has any.
 */
export function bestPassage(
  { title, deck, summary }: Article,
  body: readonly Placed[],
  query: Query,
): Found | null {
  const words = queryWords(query);
  const above = [deck ?? '', ...summary].map((text) => ({ text, isCaption: false }));
  let best: Found | null = null;
  let most = 0;
  for (const passage of [...above, ...body]) {
    const isAbove = above.includes(passage);
    const field = isAbove ? 'summary' : passage.isCaption ? 'captions' : 'body';
    const text = cleanLine(passage.text.slice(0, LONGEST_PASSAGE));
    if (text === title) continue;
    const hits = hitsIn(text, words, field);
    const count = new Set(hits.map((hit) => hit.words)).size;
    if (count <= most) continue;
    [best, most] = [
      { text, hits, paragraph: 'paragraph' in passage ? (passage.paragraph ?? null) : null },
      count,
    ];
    if (most === words.length) break;
  }
  return best;
}

/** Words that are not looked for in the field have no place in it. */
function hitsIn(
  text: string,
  words: readonly Words[],
  field: Words['fields'][number],
): readonly WordsHit[] {
  return findWords(text, words).filter((hit) => words[hit.words]?.fields.includes(field));
}
