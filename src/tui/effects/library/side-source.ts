// Reads what stands in the side list: the tags and feeds of a library, counted.

import { NewsprintError } from '../../../core/errors.ts';
import type { Subscription } from '../../../intake/opml/subscription.ts';
import { type SideEntry, sideEntries } from '../../../jobs/feeds/side-entries.ts';
import { readSubscriptions } from '../../../jobs/feeds/subscriptions.ts';
import { openFeedRecords } from '../../../library/cache/feed-records.ts';
import type { UnreadCounts } from '../../../library/finder/unread-counts.ts';
import type { Host } from '../../../library/place/device.ts';

/** @param host whose cache knows how the feeds fare */
export function readSideEntries(
  root: string,
  host: Host,
  counts: UnreadCounts,
): readonly SideEntry[] {
  return sideEntries(feedsOf(root), counts, openFeedRecords(root, host));
}

/** What is wrong with the file `fetch` says, and `check`. */
function feedsOf(root: string): readonly Subscription[] {
  try {
    return readSubscriptions(root).subscriptions;
  } catch (error) {
    if (error instanceof NewsprintError) return [];
    throw error;
  }
}
