// Undoes what an import added beside articles: feeds, saved queries and mutes.
import { formatCount } from '../../core/count.ts';
import { removeSubscriptions } from '../../intake/opml/change-subscriptions.ts';
import { shownUrl } from '../../intake/opml/subscription.ts';
import { dropExtras, readExtras } from '../../library/journals/import-extras.ts';
import type { Host } from '../../library/place/device.ts';
import { takeSavedQueries } from '../../library/place/saved-queries.ts';
import { changeSubscriptions } from '../feeds/subscriptions.ts';

/**
 * Removes them as far as they are still as the import added them; a feed that a server has by now
 * stays.
 * @returns what was removed, in words
 */
export function undoImportExtras(root: string, host: Host, op: string): readonly string[] {
  const extras = readExtras(root, op);
  const feeds = takeFeeds(root, new Set(extras.feeds));
  const queries = takeSavedQueries(host, 'queries', extras.queries);
  const mutes = takeSavedQueries(host, 'mutes', extras.mutes);
  dropExtras(root, op);
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
