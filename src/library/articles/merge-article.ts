// What an article becomes that the library has already, and whether that is anything new.
import type { ArticleHead } from '../../core/article/article.ts';
import { FRONT_MATTER_KEYS } from '../../core/article/front-matter-keys.ts';
import { cleanText } from '../../core/clean.ts';
import { imageTexts, replaceImageTargets } from '../../markdown/source/image-targets.ts';
import type { NewArticle } from './format-article.ts';
import { bodyMarkdown, parseHead } from './parse-article.ts';

/**
 * The new one with what belongs to the one in the library: when it came, where its file says so,
 * its tags, its feed, unknown keys, pictures that cannot be had any more, its address; and its date,
 * names and files where the new one has none.
 */
export function mergeArticle(article: NewArticle, known: ArticleHead, text: string): NewArticle {
  const url = known.url ?? article.url;
  const addresses = new Set([...known.also, ...article.also, article.url]);
  return {
    ...article,
    markdown: withKeptPictures(article.markdown, bodyMarkdown(text)),
    published: article.published ?? known.published,
    source: article.source ?? known.source,
    authors: article.authors.length > 0 ? article.authors : known.authors,
    url,
    also: [...addresses].filter((address) => address !== null).filter((address) => address !== url),
    added: known.added,
    tags: [...new Set([...known.tags, ...article.tags])],
    guid: article.guid ?? known.guid,
    feed: article.feed ?? known.feed,
    enclosures: article.enclosures.length > 0 ? article.enclosures : known.enclosures,
    base: text,
  };
}

/** A picture of the library, seen from an article's file. */
const KEPT = /^(?:\.\.\/)*images\/[^/]+$/;

/**
 * A text in which captions whose pictures cannot be had again have those that they had before.
 * @param before the text in the library
 */
export function withKeptPictures(markdown: string, before: string): string {
  const targets = new Set(imageTexts(markdown).map(({ target }) => target));
  const kept = new Map<string, string[]>();
  for (const { whole, target } of imageTexts(before)) {
    if (!KEPT.test(target) || targets.has(target)) continue;
    const caption = replaceImageTargets(whole, () => null);
    kept.set(caption, [...(kept.get(caption) ?? []), whole]);
  }
  if (kept.size === 0) return markdown;
  const missing = imageTexts(markdown).filter(({ target }) => target === '');
  return missing.reduce((text, { whole }) => {
    const picture = kept.get(whole)?.shift();
    return picture === undefined ? text : text.replace(whole, () => picture);
  }, markdown);
}

/** Whether two articles say the same, however their front matter is laid out. */
export function isSameArticle(before: string, after: string): boolean {
  if (bodyMarkdown(before).trim() !== bodyMarkdown(after).trim()) return false;
  const [a, b] = [before, after].map((text) => JSON.stringify(parseHead(text, '', '').head));
  return a === b;
}

/**
 * Whether a file certainly says the same as an article that has no text yet: to write its front
 * matter into the file's takes ten times as long.
 */
export function isSureToBeSame(before: string, article: NewArticle): boolean {
  if (bodyMarkdown(before).trim() !== cleanText(article.markdown).trim()) return false;
  const { head } = parseHead(before, '', '');
  return FRONT_MATTER_KEYS.every(({ format }) => format(head) === format(article));
}
