// What compare.mjs takes and gives, for the tests that score with it.

/** What a page says of its article: each a list of the answers that count as right. */
export interface Labels {
  readonly headline: readonly string[];
  readonly authors: readonly (readonly string[])[];
  readonly published: readonly string[];
  readonly language: readonly string[];
  readonly dateShown?: boolean;
}

/** The text of a page's blocks. */
export interface Blocks {
  readonly body: readonly string[];
  readonly optional: readonly string[];
  readonly summary: readonly string[];
  readonly deck: string | null;
  readonly captions: readonly string[];
  readonly credits: readonly string[];
}

export type Measure =
  | 'body'
  | 'headline'
  | 'authors'
  | 'date'
  | 'captions'
  | 'summary'
  | 'deck'
  | 'language';

interface Found {
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly summary: readonly string[];
  readonly deck: string | null;
  readonly lang: string | null;
  readonly markdown: string;
}

/** Each measure from 0 to 1; `null` where the page does not state it. */
export function compare(
  page: Labels,
  truth: Blocks,
  draft: Found,
  pasted: string | null,
): Readonly<Record<Measure, number | null>>;
