// Articles as the JSON objects of `list` and `search`.
import type { Article } from '../../core/article/article.ts';
import { articleJson } from '../../core/article/article-json.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import { documentPassages } from '../../markdown/document/plain-text.ts';
import { parseMarkdown } from '../../markdown/parse/parse-markdown.ts';
import { cutSnippet } from '../../text/snippet.ts';
import { type FindPassage, SNIPPET_COLUMNS } from './best-passage.ts';

/** The object of a list row: everything but the body, its text and its links. */
export function rowObject({ head, body, state }: ArticleRow): object {
  return articleJson(head, { state, ...body });
}

/**
 * The object of `list` with `snippet` and `hit`, both `null` where the words stand in nothing but
 * the headline and the metadata. The paragraph of a hit is a block of the body, from 0; `null` is
 * above the body.
 */
export function foundObject(row: ArticleRow, article: Article, find: FindPassage): object {
  const found = find(article, documentPassages(parseMarkdown(article.markdown)));
  return {
    ...rowObject(row),
    snippet: found === null ? null : cutSnippet(found.text, found.hits, SNIPPET_COLUMNS).text,
    hit: found === null ? null : { paragraph: found.paragraph },
  };
}
