// What an intake hands on: an article in the making, and what was left out of it.
import type { FrontMatter } from '../core/article/article.ts';
import type { Correction } from './corrections.ts';

/** An article as an intake found it; its dates are ISO 8601, as the source says them. */
export interface Draft extends FrontMatter {
  /** The body; figures are `![alt](src "caption credit")`, without a picture `![caption credit]()`. */
  readonly markdown: string;
}

/** A piece of the source that is not part of the article. */
export interface Dropped {
  /** As the source has it, cleaned of controls. */
  readonly text: string;
  /** Why it is left out: `advertisement`, `repeat`; what a judge took out with how sure it is. */
  readonly why: string;
}

/** What one source gave. */
export interface Intake {
  readonly draft: Draft;
  /** In the source's order. */
  readonly dropped: readonly Dropped[];
  /** The absolute URLs of the pictures in `draft.markdown`, each once. */
  readonly images: readonly string[];
  /** Those of the user's corrections that met a piece of it, with its shape. */
  readonly corrected?: readonly Correction[];
}

/** What is known of a page beside its text. */
export interface KnownOfPage {
  /** Its address: its relative links start there. */
  readonly url?: string | undefined;
  /** What "3 hours ago" counts from; without it such a date is none. */
  readonly now?: Date | undefined;
  /** What the user put right in pages of its source. */
  readonly corrections?: readonly Correction[];
}
