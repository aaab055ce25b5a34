// How well articles fit the words of a query, computed without an index.
import type { Searched } from './match-query.ts';
import { RELEVANCE_WEIGHTS, TEXT_FIELDS, type Words } from './query.ts';
import { indexOfTokens } from './tokens.ts';

type Texts = Pick<Searched, 'text'>;

/** BM25's usual constants: how soon more of a word says little, and how much length matters. */
const K1 = 1.2;
const B = 0.75;
/** A word that most articles hold. */
const LEAST = 1e-6;

/**
 * A score for each article, the higher the better, by the formula that SQLite's FTS5 uses:
 * Okapi BM25 over all articles, each field with its weight.
 * @see https://www.sqlite.org/fts5.html#the_bm25_function
 */
export function relevanceScores(
  articles: readonly Texts[],
  words: readonly Words[],
): readonly number[] {
  const lengths = articles.map((article) =>
    TEXT_FIELDS.reduce((sum, field) => sum + tokenCount(article.text(field)), 0),
  );
  const average = lengths.reduce((sum, length) => sum + length, 0) / (articles.length || 1) || 1;
  const scores = articles.map(() => 0);
  for (const asked of words) {
    const counts = articles.map((article) => weightedCount(article, asked));
    const holding = counts.filter((count) => count > 0).length;
    // Words that few articles hold count more.
    const worth = Math.max(LEAST, Math.log((articles.length - holding + 0.5) / (holding + 0.5)));
    counts.forEach((count, at) => {
      const length = K1 * (1 - B + (B * (lengths[at] ?? 0)) / average);
      scores[at] = (scores[at] ?? 0) + (worth * (count * (K1 + 1))) / (count + length);
    });
  }
  return scores;
}

function tokenCount(text: string): number {
  return Math.max(0, text.split(' ').length - 2);
}

function weightedCount(article: Texts, { fields, tokens, isPrefix }: Words): number {
  return fields.reduce((sum, field) => {
    const text = article.text(field);
    const next = (from: number): number => indexOfTokens(text, tokens, isPrefix, from);
    let count = 0;
    for (let at = next(0); at >= 0; at = next(at + 1)) count += 1;
    return sum + count * RELEVANCE_WEIGHTS[field];
  }, 0);
}
