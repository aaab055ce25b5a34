// Minutes to read the articles of the list: of a large library counted after the frame that asks.

import type { ArticleHead } from '../../../core/article/article.ts';

/** Counts the minutes of an article; `null` where its file cannot be read. */
export type CountMinutes = (head: ArticleHead) => number | null;

/** Files are read for so long before a key may be heard again (ms). */
const TURN = 6;
/** Of a list that is scrolled fast, only the last screens are read. */
const MOST_WAITING = 80;

/** Counts when the frame is painted, and calls back when there is something to show. */
export function createLateMinutes(
  count: CountMinutes,
  clock: () => number,
): { wanted(head: ArticleHead): void; listen(onCounted: () => void): void } {
  const waiting = new Map<string, ArticleHead>();
  let isDue = false;
  let onCounted = () => {};
  const work = (): void => {
    isDue = false;
    const until = clock() + TURN;
    for (const [id, head] of [...waiting].reverse()) {
      waiting.delete(id);
      count(head);
      if (clock() > until) break;
    }
    if (waiting.size > 0) plan();
    onCounted();
  };
  const plan = (): void => {
    if (!isDue) setImmediate(work);
    isDue = true;
  };
  return {
    wanted(head) {
      waiting.set(head.id, head);
      for (const oldest of waiting.keys()) if (waiting.size > MOST_WAITING) waiting.delete(oldest);
      plan();
    },
    listen(callback) {
      onCounted = callback;
    },
  };
}
