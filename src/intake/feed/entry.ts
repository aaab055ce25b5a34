// A feed and its entries as every format says them: the shapes that the readers of formats fill.
import type { FrontMatter } from '../../core/article/article.ts';
import type { Enclosure } from '../../core/article/enclosure.ts';

/** A feed that holds its paper's whole archive has fewer. */
export const MOST_ENTRIES = 10_000;

export interface Feed {
  /** One line. */
  readonly title: string | null;
  /** The site it belongs to: absolute, http(s). */
  readonly site: string | null;
  /** BCP 47. */
  readonly lang: string | null;
  /** Whether the text ends before the feed does, so that the last entry may be incomplete. */
  readonly isCut: boolean;
  /** In the feed's order. */
  readonly entries: readonly Entry[];
}

/** A picture that an entry names beside its text. */
export interface EntryPicture {
  /** Absolute, http(s). */
  readonly src: string;
  readonly caption: string | null;
  /** Who made it, without the word `Credit`. */
  readonly credit: string | null;
}

export interface Entry {
  /** As the feed writes it, one line; it is unique in its feed only. */
  readonly guid: string | null;
  /** Absolute, http(s). */
  readonly url: string | null;
  /** One line of plain text. */
  readonly title: string | null;
  /** Names only. */
  readonly authors: readonly string[];
  /** ISO 8601 date or date-time, as the source says it. */
  readonly published: string | null;
  readonly updated: string | null;
  /** HTML, its links absolute or relative to `base`. */
  readonly summary: string | null;
  readonly content: string | null;
  /** Absolute, http(s): where relative links in the HTML start. */
  readonly base: string | null;
  /** As the feed writes them, one line each. */
  readonly tags: readonly string[];
  /** BCP 47. */
  readonly lang: string | null;
  /** The source's own count of comments, as it writes it. */
  readonly comments: string | null;
  readonly pictures: readonly EntryPicture[];
  /** No pictures among them. */
  readonly enclosures: readonly Enclosure[];
  /** What the article said of itself that another newsprint exported; `null` for any other. */
  readonly exported: FrontMatter | null;
}
