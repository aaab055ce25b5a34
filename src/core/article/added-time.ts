// When an article came into the library: as its file says, else the journals, else its file's time.
import type { ArticleHead } from './article.ts';

/**
 * The same article with the time it came.
 * @param told what the journals say of it
 * @param fileTime of its file in ms, asked for where nothing else says
 */
export function withAdded(
  head: ArticleHead,
  told: string | null,
  fileTime: () => number,
): ArticleHead {
  if (head.added !== null) return head;
  if (told !== null) return { ...head, added: told };
  const ms = fileTime();
  const added = Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : '';
  // Of other years it is longer.
  return added.length === 24 ? { ...head, added } : head;
}
