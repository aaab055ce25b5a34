// The query: what is asked of articles, as terms that must all hold.

/** The parts of an article that words are looked for in. */
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

/** Words that follow each other, as `tokenize` makes them. */
export interface Words {
  /** The fields they may stand in; all of them in one. */
  readonly fields: readonly TextField[];
  /** At least one. */
  readonly tokens: readonly string[];
  /** The last token may go on. */
  readonly isPrefix: boolean;
}

/** The moment before or after which a date is: the start of a day, or some hours ago. */
export interface DateBound {
  /** In ms; for date-times that name a zone. */
  readonly instant: number;
  /** In ms as if the local clock were UTC, at the start of a day; for all other dates. */
  readonly wall: number;
}

export const IS_WORDS = ['unread', 'read', 'starred', 'muted', 'duplicate'] as const;

export type IsWord = (typeof IS_WORDS)[number];

export type Condition =
  | ({ readonly kind: 'words' } & Words)
  | { readonly kind: 'is'; readonly is: IsWord }
  | { readonly kind: 'has'; readonly has: 'summary' | 'figure' | 'url' | 'enclosure' }
  /** It is an edition of the same story as the article of this ID, or that article. */
  | { readonly kind: 'story'; readonly id: string }
  /** One of the tags is this one; folded. */
  | { readonly kind: 'tag'; readonly tag: string }
  /** The language is this one or a kind of it; lower case. */
  | { readonly kind: 'lang'; readonly lang: string }
  /** It came from a feed whose URL or name holds this, or is it where it is a whole URL; folded. */
  | { readonly kind: 'feed'; readonly feed: string; readonly isWhole: boolean }
  /** It came from a feed in this folder; the path folded, its feeds as `withFolders` found them. */
  | { readonly kind: 'folder'; readonly folder: string; readonly feeds: readonly string[] }
  /** `published` else `added`, or `added` alone, is at the bound or after it, or before it. */
  | {
      readonly kind: 'date';
      readonly of: 'published' | 'added';
      readonly isAfter: boolean;
      readonly bound: DateBound;
    };

/** One of the things a term asks; negated, it must not hold. */
export type Alternative = Condition & { readonly negated: boolean };

/** Holds where one of its alternatives does. */
export interface Term {
  readonly anyOf: readonly Alternative[];
}

/** Terms that must all hold; none lets every article through. */
export interface Query {
  readonly terms: readonly Term[];
}

/** The query that lets every article through that is not muted. */
export const EVERYTHING: Query = { terms: [] };

const MUTED = { kind: 'is', is: 'muted' } as const;

/** The same for what is muted too. */
export const EVERYTHING_MUTED: Query = {
  terms: [{ anyOf: [true, false].map((negated) => ({ ...MUTED, negated })) }],
};

/** Whether it asks what is muted: else that is in no answer. */
export function asksMuted({ terms }: Query): boolean {
  return terms.some(({ anyOf }) => anyOf.some((one) => one.kind === 'is' && one.is === 'muted'));
}

/** Whether it asks which articles are editions of one story: then each counts. */
export function asksEditions({ terms }: Query): boolean {
  return terms.some(({ anyOf }) =>
    anyOf.some((one) => one.kind === 'story' || (one.kind === 'is' && one.is === 'duplicate')),
  );
}

/** Whether it cannot be answered without knowing which feeds are in which folders. */
export function namesFolder({ terms }: Query): boolean {
  return terms.some(({ anyOf }) => anyOf.some(({ kind }) => kind === 'folder'));
}

/** The query with the feeds of the folders that it names. @param feedsIn their folded addresses */
export function withFolders(query: Query, feedsIn: (folder: string) => readonly string[]): Query {
  const known = (one: Alternative): Alternative =>
    one.kind === 'folder' ? { ...one, feeds: feedsIn(one.folder) } : one;
  return { terms: query.terms.map(({ anyOf }) => ({ anyOf: anyOf.map(known) })) };
}

/** The words that may stand in what is found: those that are not negated. */
export function queryWords({ terms }: Query): readonly Words[] {
  return terms.flatMap(({ anyOf }) =>
    anyOf.flatMap((one) => (one.kind === 'words' && !one.negated ? [one] : [])),
  );
}
