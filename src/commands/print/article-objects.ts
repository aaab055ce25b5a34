// Articles as the JSON objects of `list` and `show`: the head's fields and what the body holds.

import type { Article, ReadingState } from '../../core/article/article.ts';
import { articleJson, type HeadParts } from '../../core/article/article-json.ts';
import type { Document } from '../../markdown/document/document.ts';
import { documentFigures } from '../../markdown/document/figures.ts';
import { documentLinks } from '../../markdown/document/links.ts';
import { plainText } from '../../markdown/document/plain-text.ts';
import { parseMarkdown } from '../../markdown/parse/parse-markdown.ts';
import { countWords, readingMinutes } from '../../markdown/source/count-words.ts';

/**
 * The object of a list row: everything but the body, its text and its links.
 * @param document its body, where the caller has it
 */
export function headObject(
  article: Article,
  state: ReadingState,
  document = parseMarkdown(article.markdown),
): object {
  return articleJson(article, headParts(article, document, state));
}

/** The whole object. */
export function articleObject(article: Article, state: ReadingState): object {
  const document = parseMarkdown(article.markdown);
  return articleJson(article, {
    ...headParts(article, document, state),
    links: documentLinks(document),
    markdown: article.markdown,
    text: plainText(document),
  });
}

function headParts(article: Article, document: Document, state: ReadingState): HeadParts {
  return {
    minutes: readingMinutes(article),
    words: countWords(article.markdown).words,
    figures: documentFigures(document),
    state,
  };
}
