// What an import brought beside articles goes back with them: feeds, saved queries and mutes.
import { formatCount } from '../../core/count.ts';
import { removeSubscriptions } from '../../intake/opml/change-subscriptions.ts';
import { shownUrl } from '../../intake/opml/subscription.ts';
import { dropBrought, readBrought } from '../../library/journals/brought.ts';
import type { Host } from '../../library/place/device.ts';
import { takeSavedQueries } from '../../library/place/saved-queries.ts';
import { changeSubscriptions } from '../feeds/subscriptions.ts';

/**
 * Takes back what an operation brought, as far as it is there as it was brought; what is a server's
 * by now stays.
 * @returns what was taken back, in words
 * @throws the system's error, or NewsprintError where that cannot be written
 */
export function takeBrought(root: string, host: Host, op: string): readonly string[] {
  const brought = readBrought(root, op);
  const feeds = takeFeeds(root, new Set(brought.feeds));
  const queries = takeSavedQueries(host, 'queries', brought.queries);
  const mutes = takeSavedQueries(host, 'mutes', brought.mutes);
  dropBrought(root, op);
  return [
    ...(feeds > 0 ? [`no longer followed: ${formatCount(feeds, 'feed')}`] : []),
    ...(queries.length > 0 ? [`no longer saved: ${queries.join(', ')}`] : []),
    ...(mutes.length > 0 ? [`no longer muted: ${mutes.join(', ')}`] : []),
  ];
}

function takeFeeds(root: string, urls: ReadonlySet<string>): number {
  let going: readonly string[] = [];
  if (urls.size === 0) return 0;
  changeSubscriptions(root, undefined, (file, present) => {
    const own = present.filter(
      ({ url, server }) => server === undefined && urls.has(shownUrl(url)),
    );
    going = own.map(({ url }) => url);
    return removeSubscriptions(file, going);
  });
  return going.length;
}
