// The library under a reader: its finder, and what is opened only when something is changed.

import type { Host } from '../library/device.ts';
import type { Finder } from '../library/finder.ts';
import { type Journals, openJournals } from '../library/journals.ts';
import { type Library, openLibrary } from '../library/library.ts';

/** What the reader has of its library. */
export interface Holdings {
  /** Absolute. */
  readonly root: string;
  /** Whether marks and articles can be kept in it. */
  readonly writable: boolean;
  readonly finder: Finder;
  /** Opened when it is first asked for. */
  journals(): Journals;
  /** Every article read: for what has to know them all. */
  library(): Library;
}

/** @param host whose marks are kept */
export function createHoldings(finder: Finder, host: Host, writable: boolean): Holdings {
  const { root } = finder;
  let journals: Journals | null = null;
  const open = (): Journals => {
    journals ??= openJournals(root, host);
    return journals;
  };
  return {
    root,
    writable,
    finder,
    journals: open,
    library: () => ({ ...openLibrary(root, host), journals: open() }),
  };
}
