// An article on its way out of the library: with its marks, its file and its pictures.
import type { Locale } from '../dates/format-dates.ts';
import type { Article, ReadingState } from './article.ts';

export interface ExportedPicture {
  /** By its content: `ab12….jpg`. */
  readonly name: string;
  /** From the library's root. */
  readonly path: string;
  /** Its media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface ExportedArticle {
  readonly article: Article;
  readonly state: ReadingState;
  /** The text of its file, with the tags and the time that journals know. */
  readonly text: () => string;
  /** The picture that the article calls so; `null` where the library does not have it. */
  readonly picture: (src: string) => ExportedPicture | null;
}

export type ExportedArticles = AsyncIterable<ExportedArticle>;

export interface ExportAbout {
  readonly title: string;
  /** The language of most of them, in BCP 47; `null` where none says it. */
  readonly lang: string | null;
  /** When the newest of them changed: an RFC 3339 date-time in UTC. */
  readonly updated: string;
  /** A URN for all of them. */
  readonly id: string;
  readonly locale: Locale;
}

/** A file of a folder that is made. */
export interface ExportedFile {
  /** With `/`; that of a folder ends in one. */
  readonly path: string;
  readonly data: string | Uint8Array;
}
