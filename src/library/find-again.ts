// Finds the article that the library has of a page already: by its address, else by its text.
import type { ArticleHead } from '../core/article.ts';
import { NewsprintError } from '../core/errors.ts';
import { bodyMarkdown } from './article-file.ts';

/** What an article is found again by. */
export interface Sought {
  readonly title: string;
  readonly markdown: string;
  /** Its addresses, clean. */
  readonly urls: readonly string[];
}

/** What the library has, and what was added since it was opened. */
export interface Finder {
  readonly find: (sought: Sought) => ArticleHead | null;
  readonly note: (head: ArticleHead) => void;
}

/**
 * Articles by address and by headline; of the same headline only the same body is the same.
 * @param cleanUrl one spelling for each address
 * @param readText the text of an article's file; NewsprintError where it has gone
 */
export function createFinder(
  heads: readonly ArticleHead[],
  cleanUrl: (url: string) => string | null,
  readText: (head: ArticleHead) => string,
): Finder {
  const byUrl = new Map<string, ArticleHead>();
  const byTitle = new Map<string, ArticleHead[]>();
  const note = (head: ArticleHead): void => {
    for (const url of [head.url, ...head.also]) {
      const clean = url === null ? null : cleanUrl(url);
      if (clean !== null) byUrl.set(clean, head);
    }
    const others = byTitle.get(head.title)?.filter(({ id }) => id !== head.id) ?? [];
    byTitle.set(head.title, [...others, head]);
  };
  // The first in the library's order has the address.
  for (const head of [...heads].reverse()) note(head);
  return {
    note,
    find({ title, markdown, urls }) {
      const known = urls.map((url) => byUrl.get(url)).find((head) => head !== undefined);
      if (known !== undefined) return known;
      const alike = byTitle.get(title) ?? [];
      return alike.find((head) => bodyOf(head, readText) === markdown.trim()) ?? null;
    },
  };
}

function bodyOf(head: ArticleHead, readText: (head: ArticleHead) => string): string | null {
  try {
    return bodyMarkdown(readText(head)).trim();
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    return null;
  }
}
