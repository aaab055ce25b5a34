// The parts of a list that are marked read at once, and the keys that name them.
import type { ListPart } from './outcome.ts';

function olderThan(time: string, hours: number): ListPart {
  const none = `nothing unread is older than a ${time}`;
  return { isAbove: false, query: `before:${hours}h`, none };
}

export const WHOLE_LIST: ListPart = { isAbove: false, query: '', none: 'all read' };

/** What each key marks read after `A`, and what hints call it. */
export const PARTS: readonly (readonly [key: string, words: string, part: ListPart])[] = [
  ['k', 'above', { isAbove: true, query: '', none: 'nothing unread above' }],
  ['d', 'older than a day', olderThan('day', 24)],
  ['w', 'than a week', olderThan('week', 7 * 24)],
  ['m', 'than a month', olderThan('month', 30 * 24)],
  ['A', 'all', WHOLE_LIST],
];
