// The finder: what answers questions about a library, with an index or without one.
import type { ArticleHead, BodyFacts } from '../../core/article/article.ts';
import type { SortKey } from '../../core/article/article-order.ts';
import type { Problem } from '../../core/errors.ts';
import type { ArticleState, States } from '../../core/journal/article-state.ts';
import { EVERYTHING, type Query } from '../../core/query/query.ts';
import type { OnWait } from '../files/file-lock.ts';
import type { Counts, UnreadCounts } from './unread-counts.ts';

export interface Search {
  readonly query: Query;
  readonly sort: SortKey;
  readonly reverse: boolean;
}

export interface ArticleRow {
  /** The number that its finder knows it by. */
  readonly key: number;
  /** With the tags that were added and without those taken away, and with the time it came. */
  readonly head: ArticleHead;
  readonly state: ArticleState;
  readonly body: BodyFacts;
  /** How many other editions of its story are listed; none where it is not given. */
  readonly others?: number;
  /** Whether one of those is better. */
  readonly isDuplicate?: boolean;
}

export function byId(rows: readonly ArticleRow[]): ReadonlyMap<string, ArticleRow> {
  return new Map(rows.map((row) => [row.head.id, row]));
}

/** Of stories with several editions in lists the keys of all, the best first, under each of them. */
export type Stories = ReadonlyMap<number, readonly number[]>;

/** Articles of an answer in their order, as the finder's numbers for them while it is open. */
export type Keys = Uint32Array;

export interface Window {
  readonly offset: number;
  /** `Infinity` for all. */
  readonly limit: number;
}

/** The search and the window of all there is, in the default order. */
export const ALL_ARTICLES: readonly [Search, Window] = [
  { query: EVERYTHING, sort: 'published', reverse: false },
  { offset: 0, limit: Number.POSITIVE_INFINITY },
];

/** Called while something takes its time: so many of all are done. */
export type OnProgress = (done: number, all: number) => void;

/** Answers questions about a library. Removed articles are in no answer. */
export interface Finder {
  /** The absolute path of the library's folder. */
  readonly root: string;
  /** Whether `relevance` is an order of its own: many articles without an index have none. */
  readonly ranks: boolean;
  /**
   * Whether keys are the same in every finder of this library, also in another thread, and numbers
   * of articles that have gone are never given again.
   */
  readonly isIndexed: boolean;
  /** Every article that fits, in order. */
  keys(search: Search): Keys;
  /** The articles of keys, those that changed read anew, without those that have gone. */
  rows(keys: Keys | readonly number[]): readonly ArticleRow[];
  /** A part of an answer in constant memory; the first rows are cheaper than `keys`. */
  stream(search: Search, window: Window): Iterable<ArticleRow>;
  /** The key of an ID, `null` where there is none. */
  keyOf(id: string): number | null;
  /**
   * What a word may mean: the exact ID, else those it is a prefix of, also after their date; of more
   * than `most` those whose IDs are the last.
   */
  candidates(word: string, most?: number): readonly ArticleHead[];
  /** The articles of exact IDs, those that changed read anew; one question for all. */
  byIds(ids: readonly string[]): ReadonlyMap<string, ArticleRow>;
  /** Tags that begin so, folded, at most so many. */
  tagsFrom(start: string, most: number): readonly string[];
  byUrl(url: string): ArticleHead | null;
  /** Other articles of the same address, or of the same guid from the same feed. */
  copiesOf(head: ArticleHead): readonly ArticleHead[];
  /** The IDs of a part of an answer: no file is looked at. */
  ids(search: Search, window: Window): readonly string[];
  /** How many articles there are, and how many of them are unread. */
  totals(): Counts;
  /** The same where a story counts once. */
  storyTotals(): Counts;
  /** None without an index: every body would have to be read. */
  stories(): Stories;
  /** The same by feed and by tag; each of these stories counts once. */
  tally(stories?: Stories): UnreadCounts;
  /** What journals say of articles as of now; `null` where it does not keep that. */
  states(ids: readonly string[]): States | null;
  /** What is wrong with the files, so far as it is known. */
  readonly problems: readonly Problem[];
  /**
   * Sees what changed in folders and journals since; whether anything did.
   * @param isWhole compares every file, also those that were edited in their place
   */
  refresh(isWhole?: boolean): boolean;
  /** Compares what is known with every file; each difference is a problem. */
  compare(onCompared: OnProgress): Promise<readonly Problem[]>;
  close(): void;
}

export interface FinderOptions {
  /** Whether the index is made anew, whatever there is. */
  readonly isAnew?: boolean;
  /** Whether more is asked of it than the first rows of the default order. */
  readonly isSearched?: boolean;
  /** Whether it is opened to change the library: first rows that it kept would be old at once. */
  readonly isForChange?: boolean;
  /** Whether it stays open for long: what was read does not stay in memory. */
  readonly isSteady?: boolean;
  readonly onProgress?: OnProgress;
  /** Another process makes the index, and is waited for. */
  readonly onWait?: OnWait;
  /**
   * Called at the end where no command compared all files for ten minutes: only that finds what was
   * edited in its place. It is not called again for another ten.
   */
  readonly onStale?: () => void;
}
