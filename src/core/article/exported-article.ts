// An article as it is exported, with its marks, its file and its pictures.
import type { Locale } from '../dates/format-dates.ts';
import type { Article, ReadingState } from './article.ts';

export interface ExportedPicture {
  /** Made of its content's hash: `ab12….jpg`. */
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
  /** The text of its file, with tags and time of adding from the journals. */
  readonly text: () => string;
  /** The picture with that address in the article; `null` where the library lacks it. */
  readonly picture: (src: string) => ExportedPicture | null;
}

export type ExportedArticles = AsyncIterable<ExportedArticle>;

export interface ExportAbout {
  readonly title: string;
  /** The language of most articles, as a BCP 47 tag; `null` where none has one. */
  readonly lang: string | null;
  /** When the newest of them changed: an RFC 3339 date-time in UTC. */
  readonly updated: string;
  /** A URN for all of them. */
  readonly id: string;
  readonly locale: Locale;
}

/** A file of an archive or a folder. */
export interface ExportedFile {
  /** With `/`; a folder's path ends in one. */
  readonly path: string;
  readonly data: string | Uint8Array;
  /** Paths in the folder of files that go when it is there. */
  readonly insteadOf?: readonly string[];
}
