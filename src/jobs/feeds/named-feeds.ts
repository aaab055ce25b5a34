// Which feeds a query means, by the library's subscriptions.
import { foldText } from '../../core/fold.ts';
import type { FeedCondition } from '../../core/query/query.ts';
import { feedKey, type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import { openSubscriptions } from './subscriptions.ts';

/**
 * Looks up the folded addresses of the feeds in a folder and in those within it, or of those whose
 * title or address of today has a part; the file of subscriptions is read anew where it is another
 * by now.
 */
export function openQueryFeeds(root: string): (named: FeedCondition) => ReadonlySet<string> {
  const feeds = openSubscriptions(root);
  return ({ by, value }) => {
    const found =
      by === 'folder'
        ? feedsIn(feeds(), value)
        : feeds().filter(({ title, url }) =>
            foldText(`${title ?? ''}\n${shownUrl(url)}`).includes(value),
          );
    return new Set(found.map((feed) => foldText(feedKey(feed))));
  };
}

/**
 * The folder that is called so from the top on; where none is, those that are called so anywhere.
 * @param folder folded
 */
export function feedsIn(feeds: readonly Subscription[], folder: string): readonly Subscription[] {
  const wanted = `/${folder}/`;
  const within = (at: (path: string) => boolean) =>
    feeds.filter(({ folders }) => folders.some((path) => at(`/${foldText(path)}/`)));
  const whole = within((path) => path.startsWith(wanted));
  return whole.length > 0 ? whole : within((path) => path.includes(wanted));
}
