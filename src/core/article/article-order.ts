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

/** What decides on an article's place: first the letters, then the newest, then the ID. */
export interface SortPlace {
  /** Folded; empty where letters do not count. */
  readonly text: string;
  /** In ms. */
  readonly time: number;
  /** Decides between those of one time. */
  readonly published: number;
  readonly id: string;
}

/** When the article stands in the order of time: `published` else `added`, in ms. */
export function articleTime(head: ArticleHead): number {
  return dateOrder(head.published ?? head.added);
}

/** The letters that decide: those of a title or a source; what names no source comes last. */
export function sortText(key: SortKey, value: string | null): string {
  // The last character there is comes after all others.
  return key === 'title' || key === 'source' ? foldText(value ?? '\u{10ffff}') : '';
}

function sortPlace(head: ArticleHead, key: SortKey): SortPlace {
  const published = articleTime(head);
  return {
    text: sortText(key, key === 'title' ? head.title : head.source),
    time: key === 'added' ? dateOrder(head.added) : published,
    published,
    id: head.id,
  };
}

/** Compares two places as `Array.sort` takes it. */
export function compareSortPlaces(a: SortPlace, b: SortPlace): number {
  if (a.text !== b.text) return a.text < b.text ? -1 : 1;
  if (a.time !== b.time) return a.time < b.time ? 1 : -1;
  if (a.published !== b.published) return a.published < b.published ? 1 : -1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/** A new array in the order of the key, then newest first, then by ID; `reverse` turns it whole. */
export function sortArticles(
  articles: readonly ArticleHead[],
  key: SortKey,
  reverse = false,
): readonly ArticleHead[] {
  const placed = articles.map((head) => ({ head, place: sortPlace(head, key) }));
  if (key !== 'relevance') placed.sort((a, b) => compareSortPlaces(a.place, b.place));
  const sorted = placed.map(({ head }) => head);
  return reverse ? sorted.reverse() : sorted;
}
