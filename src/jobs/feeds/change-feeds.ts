// Follows and unfollows, renames and moves feeds; each change of the file can be undone.
import {
  addSubscriptions,
  type Revision,
  removeSubscriptions,
  renameFolders,
  reviseSubscriptions,
} from '../../intake/opml/change-subscriptions.ts';
import { type OpmlFile, parseOpml } from '../../intake/opml/outline-file.ts';
import { importOpml, MOST_FOLDERS, subscriptionsIn } from '../../intake/opml/read-subscriptions.ts';
import { type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import type { FoundFeed } from './discover-feed.ts';
import { formatTerms, parseTerms } from './feed-terms.ts';
import { changeSubscriptions } from './subscriptions.ts';

/** The file's text before and after; the same where nothing changed. */
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

/** The names of a path such as `World/Europe`, no more of them than the file is read with. */
export function folderPath(path: string): readonly string[] {
  const names = path.split('/').map((name) => name.trim());
  return names.filter((name) => name !== '').slice(0, MOST_FOLDERS);
}

/** Follows a feed; one that is followed already stays as it is. */
export function followFeed(
  root: string,
  { url, title, site }: Omit<FoundFeed, 'others'>,
  folder: string,
  terms = '',
): FeedChange {
  const added = { url, title, site, path: folderPath(folder), ...parseTerms(terms) };
  return changeFile(root, (file, present) => {
    const isThere = present.some((feed) => shownUrl(feed.url) === shownUrl(url));
    return isThere ? file.text : addSubscriptions(file, [added]);
  });
}

export function unfollowFeed(root: string, url: string): FeedChange {
  return changeFile(root, (file) => removeSubscriptions(file, [url]));
}

/** Fields of a feed that may be edited, as they are typed. */
export interface FeedEdit {
  readonly title: string;
  /** A path. */
  readonly folder: string;
  /** As `formatTerms` gives it. */
  readonly terms: string;
}

/** Writes the fields that changed; in another folder the feed comes last, with all its fields. */
export function editFeed(root: string, url: string, edit: FeedEdit): FeedChange {
  const { title, folder, terms } = edit;
  return changeFile(root, (file, present) => {
    const feed = present.find((one) => shownUrl(one.url) === url);
    if (feed === undefined) return file.text;
    const { tags, ...rest } = parseTerms(terms);
    const revision: Revision = {
      ...(title !== feed.title && { title }),
      ...(terms !== formatTerms(feed) && { category: tags.join(',') || null, ...rest }),
    };
    const isSame = Object.keys(revision).length === 0;
    const named = isSame ? file.text : revise(file, url, revision);
    const path = folderPath(folder);
    const isThere = path.join('/') === (feed.folders[0] ?? '');
    return isThere ? named : moveFeed(named, feed, path);
  });
}

/** The text with a feed moved to the end of another folder, with all its fields. */
export function moveFeed(text: string, feed: Subscription, path: readonly string[]): string {
  const file = parseOpml(text);
  const url = shownUrl(feed.url);
  const isIt = (one: Pick<Subscription, 'url'>): boolean => shownUrl(one.url) === url;
  const known = importOpml(file).find(isIt);
  if (known === undefined) return text;
  // `importOpml` leaves out the feed's ID and server.
  const { id, server } = subscriptionsIn(file).subscriptions.find(isIt) ?? feed;
  const without = removeSubscriptions(file, [url]);
  const moved = addSubscriptions(parseOpml(without), [{ ...known, path, server }]);
  return id === null ? moved : revise(parseOpml(moved), url, { id });
}

/** Renames a folder wherever the file has it; its subfolders stay in it. */
export function renameFolder(root: string, path: string, name: string): FeedChange {
  return changeFile(root, (file) => renameFolders(file, path, name));
}

function revise(file: OpmlFile, url: string, revision: Revision): string {
  return reviseSubscriptions(file, new Map([[url, revision]]));
}

/** Undoes a change; false where the file was changed since. */
export function takeBack(root: string, { before, after }: FeedChange): boolean {
  return changeFile(root, ({ text }) => (text === after ? before : text)).before === after;
}
