// The orders a list can stand in.
import { dateOrder } from '../dates/dates.ts';
import { foldText } from '../fold.ts';
import type { ArticleHead } from './article.ts';

/**
 * - `published`: `published` else `added`, newest first
 * - `added`: newest first; what came at one time, as by one fetch, as `published` has it
 * - `title`, `source`: by letters; what names no source comes last
 * - `minutes`: by the time that reading takes, shortest first
 * - `relevance`: the order the articles come in, best first
 */
export const SORT_KEYS = ['published', 'added', 'title', 'source', 'minutes', 'relevance'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** What decides on an article's place: first the letters, then the rank, the newest, the ID. */
export interface SortPlace {
  /** Folded; empty where letters do not count. */
  readonly text: string;
  /** The highest comes first: a time in ms, or minutes below zero. */
  readonly rank: number;
  /** In ms; decides between those of one rank. */
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

/** Where an article stands in an order. @param times in ms, and in minutes */
export function sortPlace(
  key: SortKey,
  { id, title, source }: Pick<ArticleHead, 'id' | 'source'> & { readonly title: string | null },
  times: Readonly<Record<'published' | 'added' | 'minutes', () => number>>,
): SortPlace {
  const published = times.published();
  const ranks: Partial<Record<SortKey, () => number>> = {
    added: times.added,
    minutes: () => -times.minutes(),
  };
  const rank = ranks[key]?.() ?? published;
  return { text: sortText(key, key === 'title' ? title : source), rank, published, id };
}

export function compareSortPlaces(a: SortPlace, b: SortPlace): number {
  if (a.text !== b.text) return compareText(a.text, b.text);
  if (a.rank !== b.rank) return a.rank < b.rank ? 1 : -1;
  if (a.published !== b.published) return a.published < b.published ? 1 : -1;
  return compareText(a.id, b.id);
}

/** By code points, as the index's engine sorts: units put those above U+FFFF before the last below. */
function compareText(a: string, b: string): number {
  const isBothHigh = HIGH.test(a) && HIGH.test(b);
  const [one, other] = isBothHigh ? [inPointOrder(a), inPointOrder(b)] : [a, b];
  return one < other ? -1 : Number(one > other);
}

const HIGH = /[\ud800-\uffff]/;

function inPointOrder(text: string): string {
  return text.replace(/[\ud800-\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return String.fromCharCode(code < 0xe000 ? code + 0x2000 : code - 0x800);
  });
}

/**
 * A new array in the order of the key, then newest first, then by ID; `reverse` turns it whole.
 * @param minutesOf is asked for the order of minutes only
 */
export function sortArticles(
  articles: readonly ArticleHead[],
  key: SortKey,
  reverse = false,
  minutesOf: (head: ArticleHead) => number = () => 0,
): readonly ArticleHead[] {
  const placed = articles.map((head) => {
    const added = () => dateOrder(head.added);
    const times = { published: () => articleTime(head), added, minutes: () => minutesOf(head) };
    return { head, place: sortPlace(key, head, times) };
  });
  if (key !== 'relevance') placed.sort((a, b) => compareSortPlaces(a.place, b.place));
  const sorted = placed.map(({ head }) => head);
  return reverse ? sorted.reverse() : sorted;
}
