// A fetch of the feeds as the reader's state has it: types only.

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
