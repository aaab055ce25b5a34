// An article that was found as the JSON object of `search`.

import type { Article, ReadingState } from '../../core/article/article.ts';
import { documentPassages } from '../../markdown/document/plain-text.ts';
import { parseMarkdown } from '../../markdown/parse/parse-markdown.ts';
import { cutSnippet } from '../../text/snippet.ts';
import { headObject } from './article-objects.ts';
import { type FindPassage, SNIPPET_COLUMNS } from './best-passage.ts';

/**
 * The object of `list` with `snippet` and `hit`, both `null` where the words stand in nothing but
 * the headline and the metadata. The paragraph of a hit is a block of the body, from 0; `null` is
 * above the body.
 */
export function foundObject(article: Article, state: ReadingState, find: FindPassage): object {
  const document = parseMarkdown(article.markdown);
  const found = find(article, documentPassages(document));
  return {
    ...headObject(article, state, document),
    snippet: found === null ? null : cutSnippet(found.text, found.hits, SNIPPET_COLUMNS).text,
    hit: found === null ? null : { paragraph: found.paragraph },
  };
}
