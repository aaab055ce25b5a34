// Article heads for tests: what is not named is absent.
import { type ArticleHead, NO_FRONT_MATTER } from '../../../src/core/article/article.ts';

/** A head with the fields given and nothing else. */
export function articleHead(fields: Partial<ArticleHead> = {}): ArticleHead {
  const id = fields.id ?? 'an-article';
  return {
    ...NO_FRONT_MATTER,
    id,
    path: `${id}.md`,
    title: 'An article',
    ...fields,
  };
}
