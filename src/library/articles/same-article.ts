// Whether two articles say the same, however their front matter is laid out.

import { FRONT_MATTER_KEYS } from '../../core/article/front-matter-keys.ts';
import { cleanText } from '../../core/clean.ts';
import type { NewArticle } from './format-article.ts';
import { bodyMarkdown, parseHead } from './parse-article.ts';

/** Compares what both heads say and their bodies; `added` does not count where one has none. */
export function isSameArticle(before: string, after: string): boolean {
  if (bodyMarkdown(before).trim() !== bodyMarkdown(after).trim()) return false;
  const [a, b] = [before, after].map((text) => parseHead(text, '', '').head);
  return JSON.stringify({ ...a, added: a?.added ?? b?.added }) === JSON.stringify(b);
}

/**
 * The same of a file and an article that has no text yet: to write its front matter into the file's
 * takes ten times as long. Only yes is certain.
 */
export function isSureToBeSame(before: string, article: NewArticle): boolean {
  if (bodyMarkdown(before).trim() !== cleanText(article.markdown).trim()) return false;
  const { head } = parseHead(before, '', '');
  return FRONT_MATTER_KEYS.every(({ format }) => format(head) === format(article));
}
