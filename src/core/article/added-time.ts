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
  const added = told ?? isoTime(fileTime());
  return added === null ? head : { ...head, added };
}

/** A time in ms as ISO 8601 writes it in four digits; `null` for any other. */
export function isoTime(ms: number): string | null {
  const text = Math.abs(ms) < 8.64e15 ? new Date(ms).toISOString() : '';
  return text.length === 24 ? text : null;
}
