// What a fetch learns of the subscriptions themselves: where feeds have moved, and what they are called.
import { cleanLine } from '../../core/clean.ts';
import { tryKnown } from '../../core/try-or.ts';
import { withParts } from '../../core/url/clean-url.ts';
import { type Revision, reviseSubscriptions } from '../../intake/opml/change-subscriptions.ts';
import { feedKey, hasLogin, shownUrl } from '../../intake/opml/subscription.ts';
import { changeSubscriptions } from '../feeds/subscriptions.ts';
import type { FeedOutcome, FetchError } from './feed-outcome.ts';

/**
 * Writes the new addresses, and the titles of feeds that have none. A feed stays known by its first
 * address; one that is followed at its new address already is the same feed, and goes.
 * @returns what went wrong with the addresses, titles can wait; and a line for each feed that went
 */
export function reviseFeeds(root: string, outcomes: readonly FeedOutcome[]) {
  const failures: FetchError[] = [];
  const notes: string[] = [];
  const moves = new Map(outcomes.flatMap(moveOf));
  const titles = new Map(outcomes.flatMap(titleOf));
  if (moves.size + titles.size === 0) return { failures, notes };
  const change = (): void =>
    changeSubscriptions(root, undefined, (file, subscriptions) => {
      notes.length = 0;
      const followed = new Set(subscriptions.map(({ url }) => shownUrl(url)));
      const revisions = subscriptions.map(({ url, title }): readonly [string, Revision | null] => {
        const move = moves.get(url);
        const to = shownUrl(move?.url ?? url);
        if (to !== shownUrl(url) && followed.has(to)) {
          notes.push(`${shownUrl(url)} has moved to ${to}: followed as one feed now`);
          return [url, null];
        }
        followed.add(to);
        const own = title === null ? titles.get(url) : undefined;
        return [url, { ...move, ...(own === undefined ? {} : { title: own }) }];
      });
      return reviseSubscriptions(file, new Map(revisions));
    });
  tryKnown(change, ({ message, hint = null }) => {
    if (moves.size > 0) failures.push({ message, hint });
  });
  return { failures, notes };
}

type Move = Revision & { readonly url: string };

function moveOf({ subscription, moved }: FeedOutcome): readonly (readonly [string, Move])[] {
  const url = moved === null ? null : withLogin(moved, subscription.url);
  if (url === null) return [];
  return [[subscription.url, { url, id: feedKey(subscription) }]];
}

/** In UTF-16 units. */
const LONGEST_TITLE = 200;

function titleOf({ subscription, title }: FeedOutcome): readonly (readonly [string, string])[] {
  const line = cleanLine((title ?? '').slice(0, LONGEST_TITLE));
  return subscription.title !== null || line === '' ? [] : [[subscription.url, line]];
}

/**
 * The new address with the login that the old one had.
 * @returns `null` where the move would send it to another server, or where it gives up encryption
 */
function withLogin(moved: string, old: string): string | null {
  const [to, { protocol, host, username, password }] = [new URL(moved), new URL(old)];
  if (to.protocol === 'http:' && protocol === 'https:') return null;
  if (!hasLogin(old)) return moved;
  return to.host === host ? withParts(moved, { username, password }) : null;
}
