// Drafts for tests of the reader: what the intake would have made of a page.

import { NO_FRONT_MATTER } from '../../../src/core/article/article.ts';
import type { Dropped } from '../../../src/intake/draft.ts';
import type { PreviewedArticle } from '../../../src/tui/state/state.ts';
import { articleHead } from '../library/article-head.ts';

interface DraftFields {
  /** '' for none. */
  readonly title?: string;
  readonly markdown?: string;
  readonly dropped?: readonly Dropped[];
  readonly number?: number;
}

const BODY = Array.from(
  { length: 20 },
  (_, index) =>
    `Paragraph ${index + 1} of a page that somebody would like to keep, with a word more.`,
).join('\n\n');

/** A draft, another for each number. */
export function sampleDraft({
  title = 'A page to keep',
  markdown = BODY,
  dropped = [],
  number = 1,
}: DraftFields = {}): PreviewedArticle {
  const shown = title === '' ? 'No headline yet' : title;
  return {
    article: { ...articleHead({ id: `/${number}`, path: 'draft.md', title: shown }), markdown },
    taken: {
      article: { ...NO_FRONT_MATTER, title, markdown, base: null },
      dropped,
      images: [],
      urls: [],
      isOnline: false,
      allowed: 'public',
      corrected: [],
    },
    source: { bytes: Buffer.from(markdown), name: 'the paste', urls: [], found: null },
    corrections: [],
  };
}
