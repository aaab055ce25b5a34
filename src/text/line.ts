// A line of the page: spans of text in roles, before any colour.

/** What a piece of text is on the page; the palette decides how it looks. */
export type Role =
  | 'kicker'
  | 'headline'
  | 'deck'
  | 'meta'
  | 'summary'
  | 'marker'
  | 'rule'
  | 'caption'
  | 'credit'
  | 'heading'
  | 'strong'
  | 'emphasis'
  | 'deleted'
  | 'code'
  | 'quote'
  | 'link'
  | 'note'
  | 'unread'
  | 'selected'
  | 'hit'
  | 'currentHit'
  | 'status'
  | 'key'
  | 'warning';

/** A run of text with one look. */
export interface Span {
  /** Without newlines, tabs and controls. */
  readonly text: string;
  /** Outermost first. */
  readonly roles: readonly Role[];
  /** Where the span leads, whole even when the text wraps. */
  readonly href?: string;
}

/** One row of the page, never wider than the width it was laid out for. */
export interface Line {
  readonly spans: readonly Span[];
  /**
   * The body paragraph (top-level block, from 0) the line belongs to;
   * −1 above the body, the number of blocks below it.
   */
  readonly paragraph: number;
}
