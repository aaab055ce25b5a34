// The library under a reader: its finder, and what is opened only when something is changed.

import type { SideEntry } from '../../../jobs/feeds/side-entries.ts';
import type { Finder } from '../../../library/finder/finder.ts';
import { type Library, openLibrary } from '../../../library/finder/open-library.ts';
import type { UnreadCounts } from '../../../library/finder/unread-counts.ts';
import { type Journals, openJournals } from '../../../library/journals/journals.ts';
import type { Host } from '../../../library/place/device.ts';

/** What the reader has of its library. */
export interface ReaderLibrary {
  /** Absolute. */
  readonly root: string;
  /** Whether marks and articles can be kept in it. */
  readonly writable: boolean;
  readonly finder: Finder;
  /** Opened when it is first asked for. */
  journals(): Journals;
  /** Its tags and feeds with their counts; of a file of subscriptions that cannot be read, the tags. */
  sideEntries(counts: UnreadCounts): Promise<readonly SideEntry[]>;
  /** Every article read: for what has to know them all. */
  readAll(): Library;
}

/** Loaded when it is first asked for, with what parses the subscriptions. */
async function readSide(
  root: string,
  host: Host,
  counts: UnreadCounts,
): Promise<readonly SideEntry[]> {
  const { readSideEntries } = await import('./side-source.ts');
  return readSideEntries(root, host, counts);
}

/** @param host whose marks are kept */
export function createReaderLibrary(finder: Finder, host: Host, writable: boolean): ReaderLibrary {
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
    sideEntries: (counts) => readSide(root, host, counts),
    readAll: () => ({ ...openLibrary(root, host), journals: open() }),
  };
}
