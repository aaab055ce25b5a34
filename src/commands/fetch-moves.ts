// Feeds that have moved for good: their subscriptions name the new address.

import { NewsprintError } from '../core/errors.ts';
import { type Revision, reviseSubscriptions } from '../intake/opml/change-subscriptions.ts';
import { readSubscriptions } from '../intake/opml/read-subscriptions.ts';
import { feedKey, shownUrl } from '../intake/opml/subscription.ts';
import type { FeedOutcome } from './fetching.ts';
import { changeSubscriptions } from './subscriptions.ts';

/**
 * Writes the new addresses. A feed stays known by its first one; one that is followed at its new
 * address already is left as it is.
 * @returns what went wrong
 */
export function moveFeeds(
  root: string,
  outcomes: readonly FeedOutcome[],
): readonly NewsprintError[] {
  const revisions = new Map(outcomes.flatMap(revisionOf));
  if (revisions.size === 0) return [];
  try {
    changeSubscriptions(root, (file) => {
      const { subscriptions } = readSubscriptions(file);
      const followed = new Set(subscriptions.map(({ url }) => shownUrl(url)));
      const free = [...revisions].filter(([, { url }]) => !followed.has(shownUrl(url)));
      return reviseSubscriptions(file, new Map(free));
    });
    return [];
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    return [error];
  }
}

type Move = Revision & { readonly url: string };

function revisionOf({ subscription, moved }: FeedOutcome): readonly (readonly [string, Move])[] {
  const url = moved === null ? null : withLogin(moved, subscription.url);
  if (url === null) return [];
  return [[subscription.url, { url, id: feedKey(subscription) }]];
}

/**
 * The new address with the login that the old one had.
 * @returns `null` where the move would send it to another server, or where it gives up encryption
 */
function withLogin(moved: string, old: string): string | null {
  const [to, from] = [new URL(moved), new URL(old)];
  if (to.protocol === 'http:' && from.protocol === 'https:') return null;
  if (from.username === '' && from.password === '') return moved;
  if (to.host !== from.host) return null;
  to.username = from.username;
  to.password = from.password;
  return to.href;
}
