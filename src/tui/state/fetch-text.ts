// What is said of a fetch that is under way.
import { formatCount } from '../../core/count.ts';
import type { Fetch } from './state.ts';

/** `fetching 3 of 12 feeds… 5 new` */
export function fetchText({ done, of, added, waitsFor }: Fetch): string {
  if (of === 0) return waitsFor === null ? 'fetching…' : `waiting for ${waitsFor}…`;
  const news = added === 0 ? '' : ` ${added} new`;
  return `fetching ${done} of ${formatCount(of, 'feed')}…${news}`;
}
