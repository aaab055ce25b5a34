// Article heads for tests: what is not named is absent.
import type { ArticleHead } from '../../../src/core/article/article.ts';

/** A head with the fields given and nothing else. */
export function articleHead(fields: Partial<ArticleHead> = {}): ArticleHead {
  const id = fields.id ?? 'an-article';
  return {
    id,
    path: `${id}.md`,
    title: 'An article',
    deck: null,
    summary: [],
    authors: [],
    place: null,
    source: null,
    url: null,
    published: null,
    updated: null,
    added: null,
    tags: [],
    lang: null,
    readingMinutes: null,
    comments: null,
    guid: null,
    feed: null,
    excerpt: false,
    also: [],
    enclosures: [],
    extra: {},
    ...fields,
  };
}
