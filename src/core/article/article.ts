// The article: the types of its front matter, its head and its whole.
import type { Enclosure } from './enclosure.ts';

/** What the front matter says, each key already of its type; absent is `null` or `[]`. */
export interface FrontMatter {
  /** Headline, one line; `null` when the file has none of its own. */
  readonly title: string | null;
  /** Standfirst under the headline. */
  readonly deck: string | null;
  readonly summary: readonly string[];
  /** Names only, without "By". */
  readonly authors: readonly string[];
  /** The dateline's place. */
  readonly place: string | null;
  /** The publication's name. */
  readonly source: string | null;
  /** http(s) only. */
  readonly url: string | null;
  /** ISO 8601 date or date-time, as the source says. */
  readonly published: string | null;
  readonly updated: string | null;
  /** ISO 8601 date-time, UTC. */
  readonly added: string | null;
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly lang: string | null;
  /** Minutes as the source states them. */
  readonly readingMinutes: number | null;
  /** The source's own comment count, as it writes it. */
  readonly comments: string | null;
  readonly guid: string | null;
  readonly feed: string | null;
  /** Only the feed's excerpt could be had. */
  readonly excerpt: boolean;
  readonly also: readonly string[];
  /** Files that belong to it, in the source's order. */
  readonly enclosures: readonly Enclosure[];
  /** Keys this program does not know, as parsed. */
  readonly extra: Readonly<Record<string, unknown>>;
}

const NONE: readonly never[] = [];
const NO_EXTRA = {};

/** Front matter that says nothing, to be filled: all have one shape, which copies of one would not. */
export const emptyFrontMatter = (): FrontMatter => ({
  title: null,
  deck: null,
  summary: NONE,
  authors: NONE,
  place: null,
  source: null,
  url: null,
  published: null,
  updated: null,
  added: null,
  lang: null,
  tags: NONE,
  comments: null,
  readingMinutes: null,
  guid: null,
  feed: null,
  excerpt: false,
  also: NONE,
  enclosures: NONE,
  extra: NO_EXTRA,
});

export const NO_FRONT_MATTER: FrontMatter = emptyFrontMatter();

/** An article without its body: what a list row needs. */
export interface ArticleHead extends Omit<FrontMatter, 'title'> {
  /** The file's name without `.md`, in NFC. */
  readonly id: string;
  /** From the library's root, with `/`. */
  readonly path: string;
  /** Headline, always there: the front matter's, else the first heading, else the file's name. */
  readonly title: string;
}

export interface Article extends ArticleHead {
  /** The Markdown after the front matter, cleaned of controls. */
  readonly markdown: string;
}

export interface ReadingState {
  readonly read: boolean;
  readonly starred: boolean;
  /** 0 at the top to 1 at the end. */
  readonly progress: number;
}

export interface Figure {
  readonly caption: string;
  /** As the source writes it: `Photo: AP`. */
  readonly credit: string | null;
  readonly alt: string | null;
  /** The picture's path or URL; `null` for a caption without its picture. */
  readonly src: string | null;
}

/** What lists say of an article's body. */
export interface BodyFacts {
  /** Reading time as shown: the source's, else counted. */
  readonly minutes: number;
  readonly words: number;
  readonly figures: readonly Figure[];
}

export interface Link {
  readonly text: string;
  readonly href: string;
}

export const UNREAD: ReadingState = { read: false, starred: false, progress: 0 };

/** `33 min`, and `20 min left` of an article that was begun and not ended. */
export function formatMinutes(minutes: number, { read, progress }: ReadingState): string {
  if (read || progress === 0) return `${minutes} min`;
  return `${Math.max(1, Math.round(minutes * (1 - progress)))} min left`;
}
