// A fetch of the feeds as the reader's state has it, and how far it is in words.

import { formatCount } from '../../core/count.ts';
import type { Note } from './note.ts';

/** A fetch of the feeds. */
export type Fetch =
  | {
      readonly step: 'running';
      /** Feeds that are done, of all; 0 of 0 while nobody knows. */
      readonly done: number;
      readonly of: number;
      /** Articles that are new so far. */
      readonly added: number;
      /** Another program's fetch goes first. */
      readonly isWaiting: boolean;
    }
  /** What it came to, while something else has the status line. */
  | { readonly step: 'over'; readonly note: Note };

export type FetchAction =
  /** How far it is. */
  | ({ readonly type: 'fetching' } & Omit<Extract<Fetch, { step: 'running' }>, 'step'>)
  /** It is over; what it came to. */
  | { readonly type: 'fetched'; readonly note: Note };

/** `fetching 3 of 12 feeds…` */
export function fetchText({
  done,
  of,
  added,
  isWaiting,
}: Extract<Fetch, { step: 'running' }>): string {
  if (isWaiting) return 'waiting for another fetch…';
  if (of === 0) return 'fetching…';
  const news = added === 0 ? '' : ` ${added} new`;
  return `fetching ${done} of ${formatCount(of, 'feed')}…${news}`;
}
