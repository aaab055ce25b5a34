// Articles as queries see them, for tests: from a head and a body of Markdown.
import type { ArticleHead, ReadingState } from '../../../src/core/article/article.ts';
import type { Searched } from '../../../src/core/query/match-query.ts';
import { bodyIndex, headText } from '../../../src/library/articles/article-texts.ts';
import { articleHead } from './article-head.ts';

const UNREAD: ReadingState = { read: false, starred: false, progress: 0 };

/** The article with these fields and this body. */
export function searched(
  fields: Partial<ArticleHead> = {},
  markdown = '',
  state: Partial<ReadingState> = {},
): Searched {
  const head = articleHead(fields);
  const index = bodyIndex(markdown);
  return {
    head,
    state: { ...UNREAD, ...state },
    text: (field) =>
      field === 'body' || field === 'captions' ? index[field] : headText(head, field),
    hasFigure: () => index.hasFigure,
    isMuted: () => false,
    isDuplicate: () => false,
    isEditionOf: () => false,
  };
}
