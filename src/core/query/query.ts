// A query as a list of terms, all of which an article has to match.
import { DAY } from '../dates/dates.ts';

/** The fields of an article that are searched for words. */
export const TEXT_FIELDS = [
  'title',
  /** Deck and summary points. */
  'summary',
  'captions',
  'body',
  'authors',
  'source',
  /** Place and tags. */
  'meta',
] as const;

export type TextField = (typeof TEXT_FIELDS)[number];

/** How much a word counts for relevance in each field (the columns of BM25). */
export const RELEVANCE_WEIGHTS: Readonly<Record<TextField, number>> = {
  title: 8,
  summary: 4,
  captions: 2,
  body: 1,
  authors: 2,
  source: 2,
  meta: 2,
};

/** Consecutive words, as `tokenize` makes them. */
export interface Words {
  /** The fields to search; all words have to be in one of them. */
  readonly fields: readonly TextField[];
  /** At least one. */
  readonly tokens: readonly string[];
  /** Whether the last token is a prefix. */
  readonly isPrefix: boolean;
}

/** The moment that dates are compared with: the start of a day, or some hours ago. */
export interface DateBound {
  /** In ms; for date-times that name a zone. */
  readonly instant: number;
  /** In ms as if the local clock were UTC; for all other dates. */
  readonly wall: number;
}

/**
 * Whether a time is the bound's, or later. Without a zone midnight is a date without a time: it
 * stands for its whole day, and is there from the day of the bound on.
 */
export function isFrom({ instant, wall }: DateBound, ms: number, isZoned: boolean): boolean {
  if (isZoned) return ms >= instant;
  return ms % DAY === 0 ? ms > wall - DAY : ms >= wall;
}

export const IS_WORDS = ['unread', 'read', 'starred', 'muted', 'duplicate'] as const;

export type IsWord = (typeof IS_WORDS)[number];

/** What `feed:` and `folder:` ask for. */
export interface FeedCondition {
  readonly kind: 'feed';
  /** What is named: a part of the feed's address or of a name of it, its whole address, its folder. */
  readonly by: 'part' | 'address' | 'folder';
  /** Folded. */
  readonly value: string;
  /** The folded addresses of the feeds that fit, as `withFeeds` found them. */
  readonly feeds: ReadonlySet<string>;
}

export type Condition =
  | ({ readonly kind: 'words' } & Words)
  | { readonly kind: 'is'; readonly is: IsWord }
  | { readonly kind: 'has'; readonly has: 'summary' | 'figure' | 'url' | 'enclosure' }
  /** Editions of the same story as the article of this ID, and that article. */
  | { readonly kind: 'story'; readonly id: string }
  /** A tag of the article; folded. */
  | { readonly kind: 'tag'; readonly tag: string }
  /** The language or a variety of it; lower case. */
  | { readonly kind: 'lang'; readonly lang: string }
  | FeedCondition
  /** `published` else `added`, or `added` alone, is before the bound, or not. */
  | {
      readonly kind: 'date';
      readonly of: 'published' | 'added';
      readonly isAfter: boolean;
      readonly bound: DateBound;
    };

/** A condition of a term, maybe negated. */
export type Alternative = Condition & { readonly negated: boolean };

/** Matches where one of its alternatives does. */
export interface Term {
  readonly anyOf: readonly Alternative[];
}

/** Terms that all have to match; without any all articles do. */
export interface Query {
  readonly terms: readonly Term[];
}

/** Matches every article that is not muted. */
export const EVERYTHING: Query = { terms: [] };

const MUTED = { kind: 'is', is: 'muted' } as const;

/** Matches every article, also muted ones. */
export const EVERYTHING_MUTED: Query = {
  terms: [{ anyOf: [true, false].map((negated) => ({ ...MUTED, negated })) }],
};

/** Whether it asks for muted articles, which are left out otherwise. */
export function asksMuted({ terms }: Query): boolean {
  return terms.some(({ anyOf }) => anyOf.some((one) => one.kind === 'is' && one.is === 'muted'));
}

/** Whether it asks for editions of a story, each of which then counts. */
export function asksEditions({ terms }: Query): boolean {
  return terms.some(({ anyOf }) =>
    anyOf.some((one) => one.kind === 'story' || (one.kind === 'is' && one.is === 'duplicate')),
  );
}

/** Whether it names a folder, so that the feeds in that have to be known. */
export function namesFolder({ terms }: Query): boolean {
  return terms.some(({ anyOf }) => anyOf.some((one) => one.kind === 'feed' && one.by === 'folder'));
}

/** Whether it asks for feeds that only the subscriptions tell. */
export function namesFeeds({ terms }: Query): boolean {
  return terms.some(({ anyOf }) => anyOf.some(isOpen));
}

function isOpen(one: Condition): one is FeedCondition {
  return one.kind === 'feed' && one.by !== 'address';
}

/** The query with the feeds that it names. @param feedsOf their folded addresses */
export function withFeeds(
  query: Query,
  feedsOf: (named: FeedCondition) => ReadonlySet<string>,
): Query {
  const known = (one: Alternative): Alternative =>
    isOpen(one) ? { ...one, feeds: feedsOf(one) } : one;
  return { terms: query.terms.map(({ anyOf }) => ({ anyOf: anyOf.map(known) })) };
}

/** The words that matches may contain: those that are not negated. */
export function queryWords({ terms }: Query): readonly Words[] {
  return terms.flatMap(({ anyOf }) =>
    anyOf.flatMap((one) => (one.kind === 'words' && !one.negated ? [one] : [])),
  );
}
