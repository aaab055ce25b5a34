// Minutes to read the articles of the list: of a large library counted after the frame that asks.

import type { ArticleHead } from '../../core/article/article.ts';
import type { PageCache } from './page-cache.ts';

/** Files are read for so long before a key may be heard again (ms). */
const TURN = 6;
/** Of a list that is scrolled fast, only the last screens are read. */
const MOST_WAITING = 80;

/**
 * Makes what tells minutes as far as they are known.
 * @param clock in ms
 * @param onCounted is called when there are more
 */
export function createReadingTimeQueue(
  pages: Pick<PageCache, 'minutes' | 'knownMinutes'>,
  clock: () => number,
  onCounted: () => void,
): (head: ArticleHead) => number | null {
  const waiting = new Map<string, ArticleHead>();
  let isDue = false;
  const plan = (): void => {
    if (!isDue) setImmediate(work);
    isDue = true;
  };
  const work = (): void => {
    isDue = false;
    const until = clock() + TURN;
    for (const [id, head] of [...waiting].reverse()) {
      waiting.delete(id);
      pages.minutes(head);
      if (clock() > until) break;
    }
    if (waiting.size > 0) plan();
    onCounted();
  };
  return (head) => {
    const known = head.readingMinutes ?? pages.knownMinutes(head);
    if (known !== undefined) return known;
    waiting.set(head.id, head);
    for (const oldest of waiting.keys()) if (waiting.size > MOST_WAITING) waiting.delete(oldest);
    plan();
    return null;
  };
}
