// What an article becomes that the library has already, when it is added again.
import type { ArticleHead } from '../../core/article/article.ts';
import type { NewArticle } from './format-article.ts';
import { keepPictures } from './keep-pictures.ts';
import { bodyMarkdown } from './parse-article.ts';

/**
 * The new one, with what belongs to the one in the library: when it came, its tags, the feed it is
 * from, unknown keys, its pictures, where they cannot be had any more, and its address, where the new
 * one is the same text at another.
 * @param text of the file in the library
 */
export function mergeArticle(
  article: NewArticle,
  known: ArticleHead,
  text: string,
  now: Date,
): NewArticle {
  const url = known.url ?? article.url;
  const addresses = new Set([
    ...known.also,
    ...article.also,
    ...(article.url ? [article.url] : []),
  ]);
  if (url !== null) addresses.delete(url);
  return {
    ...article,
    markdown: keepPictures(article.markdown, bodyMarkdown(text)),
    url,
    also: [...addresses],
    added: known.added ?? now.toISOString(),
    tags: [...new Set([...known.tags, ...article.tags])],
    guid: article.guid ?? known.guid,
    feed: article.feed ?? known.feed,
    base: text,
  };
}
