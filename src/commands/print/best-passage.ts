// The passage of an article that shows best why it was found.
import type { Article } from '../../core/article/article.ts';
import { cleanLine } from '../../core/clean.ts';
import { type Query, queryWords, type TextField } from '../../core/query/query.ts';
import { type WordsHit, wordFinder, wordTest } from '../../core/query/query-hits.ts';
import type { Passage } from '../../markdown/source/body-passages.ts';

interface Placed extends Passage {
  /** The block of the body; absent above the body. */
  readonly paragraph?: number;
}

export interface FoundArticle {
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

/** Finds the passage of an article that is shown; `body` is that of the article, in its order. */
export type FindPassage = (article: Article, body: Iterable<Placed>) => FoundArticle | null;

/**
 * Of deck, summary, captions and body the first passage with the most different words; `null` where
 * none has any.
 */
export function passageFinder(query: Query): FindPassage {
  const words = queryWords(query);
  const find = wordFinder(words);
  const mayHold = wordTest(words);
  // Words that are not looked for in a field have no place in it.
  const hitsIn = (text: string, field: TextField, least: number): readonly WordsHit[] =>
    find(text, least).filter((hit) => words[hit.words]?.fields.includes(field));
  return (article, body) => {
    let best: FoundArticle | null = null;
    let most = 0;
    for (const { text: whole, field, paragraph } of passagesOf(article, body)) {
      if (!mayHold(whole, most + 1)) continue;
      const text = cleanLine(whole.slice(0, LONGEST_PASSAGE));
      const hits = text === article.title ? [] : hitsIn(text, field, most + 1);
      const count = new Set(hits.map((hit) => hit.words)).size;
      if (count <= most) continue;
      [best, most] = [{ text, hits, paragraph }, count];
      if (most === words.length) break;
    }
    return best;
  };
}

interface FieldPassage {
  readonly text: string;
  readonly field: TextField;
  readonly paragraph: number | null;
}

function* passagesOf({ deck, summary }: Article, body: Iterable<Placed>): Generator<FieldPassage> {
  for (const text of [deck ?? '', ...summary]) yield { text, field: 'summary', paragraph: null };
  for (const { text, isCaption, paragraph = null } of body) {
    yield { text, field: isCaption ? 'captions' : 'body', paragraph };
  }
}
