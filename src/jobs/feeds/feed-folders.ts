// Which feeds are in a folder, by the library's subscriptions.
import { foldText } from '../../core/fold.ts';
import { feedKey, type Subscription } from '../../intake/opml/subscription.ts';
import { openSubscriptions } from './subscriptions.ts';

/**
 * Looks up the folded addresses of the feeds in a folder and in those within it; the file of
 * subscriptions is read anew where it is another by now.
 */
export function openFolders(root: string): (folder: string) => readonly string[] {
  const feeds = openSubscriptions(root);
  return (folder) => feedsIn(feeds(), folder).map((feed) => foldText(feedKey(feed)));
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
