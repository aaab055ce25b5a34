// Whether two files say the same, however their front matter is laid out.
import { bodyMarkdown, parseHead } from './article-file.ts';

/** Compares what both heads say and their bodies; `added` does not count where one has none. */
export function isSameArticle(before: string, after: string): boolean {
  if (bodyMarkdown(before).trim() !== bodyMarkdown(after).trim()) return false;
  const [a, b] = [before, after].map((text) => parseHead(text, '', '').head);
  return JSON.stringify({ ...a, added: a?.added ?? b?.added }) === JSON.stringify(b);
}
