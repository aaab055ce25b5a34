// Follows a feed, lets it go, or names and moves it; each change of the file can be taken back.
import { addSubscriptions } from '../../intake/opml/add-subscriptions.ts';
import {
  removeSubscriptions,
  reviseSubscriptions,
} from '../../intake/opml/change-subscriptions.ts';
import { type OpmlFile, parseOpml } from '../../intake/opml/outline-file.ts';
import { importOpml } from '../../intake/opml/read-subscriptions.ts';
import { type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import type { FoundFeed } from './discover-feed.ts';
import { changeSubscriptions } from './subscriptions.ts';

/** The file's text before and after; the same where nothing was to be done. */
export interface FeedChange {
  readonly before: string;
  readonly after: string;
}

type Change = (file: OpmlFile, present: readonly Subscription[]) => string;

function changeFile(root: string, change: Change): FeedChange {
  let made: FeedChange = { before: '', after: '' };
  changeSubscriptions(root, undefined, (file, present) => {
    made = { before: file.text, after: change(file, present) };
    return made.after;
  });
  return made;
}

/** The names of a path such as `World/Europe`. */
export function folderPath(path: string): readonly string[] {
  const names = path.split('/').map((name) => name.trim());
  return names.filter((name) => name !== '');
}

const PLAIN = { tags: [], full: false, keep: null };

/** A feed is followed from now on; one that is already stays as it is. */
export function followFeed(
  root: string,
  { url, title, site }: Omit<FoundFeed, 'others'>,
  folder: string,
): FeedChange {
  const added = { ...PLAIN, url, title, site, folders: folderPath(folder) };
  return changeFile(root, (file, present) => {
    const isThere = present.some((feed) => shownUrl(feed.url) === shownUrl(url));
    return isThere ? file.text : addSubscriptions(file, [added]);
  });
}

export function unfollowFeed(root: string, url: string): FeedChange {
  return changeFile(root, (file) => removeSubscriptions(file, [url]));
}

/** A feed has another title; in another folder it stands at its end, with all that is said of it. */
export function renameFeed(root: string, url: string, title: string, folder: string): FeedChange {
  return changeFile(root, (file, present) => {
    const feed = present.find((one) => shownUrl(one.url) === url);
    if (feed === undefined) return file.text;
    const named = feed.title === title ? file.text : revise(file, url, { title });
    const folders = folderPath(folder);
    const isThere = folders.join('/') === (feed.folders[0] ?? '');
    return isThere ? named : moveFeed(named, feed, folders);
  });
}

/** The text with a feed in another folder, at its end, with all that is said of it. */
export function moveFeed(text: string, feed: Subscription, folders: readonly string[]): string {
  const file = parseOpml(text);
  const url = shownUrl(feed.url);
  const known = importOpml(file).find((one) => shownUrl(one.url) === url);
  if (known === undefined) return text;
  const without = removeSubscriptions(file, [url]);
  const moved = addSubscriptions(parseOpml(without), [{ ...known, folders }]);
  return feed.id === null ? moved : revise(parseOpml(moved), url, { id: feed.id });
}

function revise(file: OpmlFile, url: string, revision: { title?: string; id?: string }): string {
  return reviseSubscriptions(file, new Map([[url, revision]]));
}

/** Takes a change back; whether the file was still as the change had left it. */
export function takeBack(root: string, { before, after }: FeedChange): boolean {
  return changeFile(root, ({ text }) => (text === after ? before : text)).before === after;
}
