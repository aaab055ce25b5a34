// The orders a list can stand in.

import { dateOrder } from '../dates/dates.ts';
import { foldText } from '../fold.ts';
import type { ArticleHead } from './article.ts';

/**
 * - `published`: `published` else `added`, newest first
 * - `added`: newest first; what came at one time, as by one fetch, as `published` has it
 * - `title`, `source`: by letters; what names no source comes last
 * - `relevance`: the order the articles come in, best first
 */
export type SortKey = 'published' | 'added' | 'title' | 'source' | 'relevance';

interface Sortable {
  readonly head: ArticleHead;
  readonly text: string;
  readonly time: number;
  /** Decides between those of one time. */
  readonly published: number;
}

/** When the article stands in the order of time: `published` else `added`, in ms. */
export function articleTime(head: ArticleHead): number {
  return dateOrder(head.published ?? head.added);
}

function sortable(head: ArticleHead, key: SortKey): Sortable {
  const published = articleTime(head);
  const time = key === 'added' ? dateOrder(head.added) : published;
  if (key === 'title') return { head, time, published, text: foldText(head.title) };
  // The last character there is puts articles without a source after all others.
  if (key === 'source')
    return { head, time, published, text: foldText(head.source ?? '\u{10ffff}') };
  return { head, time, published, text: '' };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function compareSortables(a: Sortable, b: Sortable): number {
  const byText = compareText(a.text, b.text);
  if (byText !== 0) return byText;
  if (a.time !== b.time) return a.time < b.time ? 1 : -1;
  if (a.published !== b.published) return a.published < b.published ? 1 : -1;
  return compareText(a.head.id, b.head.id);
}

/** A new array in the order of the key, then newest first, then by ID; `reverse` turns it whole. */
export function sortArticles(
  articles: readonly ArticleHead[],
  key: SortKey,
  reverse = false,
): readonly ArticleHead[] {
  const sorted =
    key === 'relevance'
      ? [...articles]
      : articles
          .map((head) => sortable(head, key))
          .sort(compareSortables)
          .map(({ head }) => head);
  return reverse ? sorted.reverse() : sorted;
}
