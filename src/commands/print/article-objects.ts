// Articles as the JSON objects of `list`, `search` and `show`.
import type { Article, ReadingState } from '../../core/article/article.ts';
import { type ArticleParts, articleJson } from '../../core/article/article-json.ts';
import type { Document } from '../../markdown/document/document.ts';
import { documentFigures } from '../../markdown/document/figures.ts';
import { documentLinks } from '../../markdown/document/links.ts';
import { documentPassages, plainText } from '../../markdown/document/plain-text.ts';
import { parseMarkdown } from '../../markdown/parse/parse-markdown.ts';
import { countWords, readingMinutes } from '../../markdown/source/count-words.ts';
import { cutSnippet } from '../../text/snippet.ts';
import { type FindPassage, SNIPPET_COLUMNS } from './best-passage.ts';

/** The object of a list row: everything but the body, its text and its links. */
export function headObject(article: Article, state: ReadingState): object {
  return articleJson(article, headParts(article, parseMarkdown(article.markdown), state));
}

/**
 * The object of `list` with `snippet` and `hit`, both `null` where the words stand in nothing but
 * the headline and the metadata. The paragraph of a hit is a block of the body, from 0; `null` is
 * above the body.
 */
export function foundObject(article: Article, state: ReadingState, find: FindPassage): object {
  const document = parseMarkdown(article.markdown);
  const found = find(article, documentPassages(document));
  return {
    ...articleJson(article, headParts(article, document, state)),
    snippet: found === null ? null : cutSnippet(found.text, found.hits, SNIPPET_COLUMNS).text,
    hit: found === null ? null : { paragraph: found.paragraph },
  };
}

export function articleObject(article: Article, state: ReadingState): object {
  const document = parseMarkdown(article.markdown);
  return articleJson(article, {
    ...headParts(article, document, state),
    links: documentLinks(document),
    markdown: article.markdown,
    text: plainText(document),
  });
}

function headParts(article: Article, document: Document, state: ReadingState): ArticleParts {
  return {
    minutes: readingMinutes(article),
    words: countWords(article.markdown).words,
    figures: documentFigures(document),
    state,
  };
}
