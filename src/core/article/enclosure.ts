// A file that belongs to an article: an episode, a document.

/** A file that belongs to an article; what is not known of it is `null`. */
export interface Enclosure {
  /** http(s) only. */
  readonly url: string;
  /** Its media type: `audio/mpeg`. */
  readonly type: string | null;
  /** In bytes. */
  readonly length: number | null;
  /** How long it plays. */
  readonly seconds: number | null;
  /** One line. */
  readonly title: string | null;
}
