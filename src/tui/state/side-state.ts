// The side list of feeds and tags as the reader's state has it: types only.

import type { SideEntry } from '../../jobs/feeds/side-entries.ts';

/** The side list while it is on the screen: then it has the keys. */
export interface Side {
  /** Index of a row. */
  readonly selected: number;
  /** The first of its lines on the screen. */
  readonly top: number;
  /** What it was opened from. */
  readonly from: { readonly focus: 'list' | 'article'; readonly articleOnly: boolean };
}

/** The rows of feeds and tags as they were last counted; `null` where nobody asked yet. */
export type SideEntries = readonly SideRow[] | null;

/** A row of it. */
export interface SideRow {
  readonly kind: 'all' | 'saved' | SideEntry['kind'];
  readonly name: string;
  /** What lists its articles; '' for all. */
  readonly query: string;
  /** Unread articles; of a saved query all that fit. `null` while nobody knows. */
  readonly count: number | null;
  /** What there is to say of it. */
  readonly words: string;
  /** Why a feed brings nothing; `null` where it does. */
  readonly problem: string | null;
}

export type SideAction =
  | { readonly type: 'open-side' }
  | { readonly type: 'close-side' }
  /** What there is now. */
  | { readonly type: 'side-entries'; readonly entries: readonly SideEntry[] }
  | { readonly type: 'move-side'; readonly by: number }
  | { readonly type: 'move-side-to'; readonly index: number }
  /** Another row with something unread. */
  | { readonly type: 'next-side'; readonly by: number }
  /** Lists what is in the selected row. */
  | { readonly type: 'choose-side' };
