// An article as its JSON object, with its body.
import type { Article, ReadingState } from '../../core/article/article.ts';
import { articleJson } from '../../core/article/article-json.ts';
import { documentFigures } from '../../markdown/document/figures.ts';
import { documentLinks } from '../../markdown/document/links.ts';
import { plainText } from '../../markdown/document/plain-text.ts';
import { parseMarkdown } from '../../markdown/parse/parse-markdown.ts';
import { countWords, readingMinutes } from '../../markdown/source/count-words.ts';

export function articleObject(article: Article, state: ReadingState): object {
  const document = parseMarkdown(article.markdown);
  return articleJson(article, {
    minutes: readingMinutes(article),
    words: countWords(article.markdown).words,
    figures: documentFigures(document),
    state,
    links: documentLinks(document),
    markdown: article.markdown,
    text: plainText(document),
  });
}
