// What stands beside a list of articles: the folders with their feeds, and the tags, each with its counts.
import { normalizeTag } from '../../core/article/tag.ts';
import { foldText } from '../../core/fold.ts';
import { feedKey, type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import {
  type FeedRecord,
  type FeedRecords,
  openFeedRecords,
  recordsTime,
} from '../../library/cache/feed-records.ts';
import { type Counts, countsOf, type UnreadCounts } from '../../library/finder/unread-counts.ts';
import type { Host } from '../../library/place/device.ts';
import { type FeedRow, feedRows, sortByName } from './feed-rows.ts';
import { formatTerms } from './feed-terms.ts';
import { openSubscriptions } from './subscriptions.ts';

/** A row of the tree. */
export interface TreeEntry {
  readonly kind: 'folder' | 'feed' | 'tag';
  /** The folder, the feed's title, or the tag. */
  readonly name: string;
  /** What lists its articles. */
  readonly query: string;
  /** Folders around it. */
  readonly depth: number;
  /** Of a folder those of all feeds in it together. */
  readonly counts: Counts;
  /** Why a feed brings nothing; `null` where it does. */
  readonly problem: string | null;
  /** The same with since when, in a line. */
  readonly history: string;
  /** Of a feed the tags of its articles, `full` and its limit, as they are typed. */
  readonly terms: string;
  /** The addresses, as they are shown, of the feeds in a folder, or of the feed. */
  readonly feeds: readonly string[];
}

/**
 * Reads the tree of a library, its files anew where they are others by now; of a file of subscriptions
 * that cannot be read, which others name, the tags.
 * @param host whose cache knows how the feeds fare
 */
export function openFeedTree(root: string, host: Host) {
  const feeds = openSubscriptions(root);
  let records: { readonly time: number; readonly read: FeedRecords } | null = null;
  return (counts: UnreadCounts): readonly TreeEntry[] => {
    const time = recordsTime(root, host);
    if (records?.time !== time) records = { time, read: openFeedRecords(root, host) };
    return feedTree(feeds(), counts, records.read);
  };
}

/**
 * Folders before feeds, each by its letters, with what is in a folder below it; then the tags. A tag
 * whose articles have all gone and that no feed has is left out, and one that is a folder's name.
 */
export function feedTree(
  subscriptions: readonly Subscription[],
  all: UnreadCounts,
  records: Pick<FeedRecords, 'get'>,
): readonly TreeEntry[] {
  const top = newFolder('', '');
  for (const row of feedRows(subscriptions, all, records)) {
    const { folders } = row.subscription;
    for (const path of folders.length === 0 ? [''] : folders) folderAt(top, path).feeds.push(row);
  }
  const names = new Set(subscriptions.flatMap(({ folders }) => folders.flatMap(folderTags)));
  const tags = new Set([...all.byTag.keys(), ...subscriptions.flatMap((feed) => feed.tags)]);
  const ofTags = [...tags].filter((tag) => !names.has(tag)).map((tag) => tagEntry(tag, all));
  const shared = [...all.byFeeds].map(([group, counts]) => ({ keys: group.split('\n'), counts }));
  return [...folderEntries(top, 0, shared), ...sortByName(ofTags, ({ name }) => name)];
}

function folderTags(path: string): readonly string[] {
  return path.split('/').map(normalizeTag);
}

interface Folder {
  readonly name: string;
  readonly path: string;
  readonly folders: Map<string, Folder>;
  readonly feeds: FeedRow[];
}

function newFolder(name: string, path: string): Folder {
  return { name, path, folders: new Map(), feeds: [] };
}

/** The folder of a path, made where it is not. */
function folderAt(top: Folder, path: string): Folder {
  let at = top;
  for (const name of path === '' ? [] : path.split('/')) {
    const key = foldText(name);
    const path = at.path === '' ? name : `${at.path}/${name}`;
    const next = at.folders.get(key) ?? newFolder(name, path);
    at.folders.set(key, next);
    at = next;
  }
  return at;
}

const NO_PROBLEM = { problem: null, history: '', terms: '' };

/** Articles that came by several feeds. */
interface Shared {
  readonly keys: readonly string[];
  readonly counts: Counts;
}

function folderEntries(
  { folders, feeds }: Folder,
  depth: number,
  shared: readonly Shared[],
): readonly TreeEntry[] {
  const inner = sortByName([...folders.values()], ({ name }) => name).flatMap((folder) => {
    const { name, path } = folder;
    const within = folderEntries(folder, depth + 1, shared);
    const rows = [...new Set(rowsIn(folder))];
    const addresses = rows.map(({ subscription }) => shownUrl(subscription.url));
    const about = { counts: countsIn(rows, shared), feeds: addresses };
    const query = `folder:"${path}"`;
    return [{ kind: 'folder', name, query, depth, ...NO_PROBLEM, ...about } as const, ...within];
  });
  return [...inner, ...feeds.map((row) => feedEntry(row, depth))];
}

function rowsIn({ folders, feeds }: Folder): readonly FeedRow[] {
  return [...feeds, ...[...folders.values()].flatMap(rowsIn)];
}

/** The articles of some feeds, each once. */
function countsIn(rows: readonly FeedRow[], shared: readonly Shared[]): Counts {
  const keys = new Set(rows.map(({ subscription }) => foldText(feedKey(subscription))));
  const again = shared.map((group) => {
    const times = group.keys.filter((key) => keys.has(key)).length - 1;
    return { times: Math.max(0, times), counts: group.counts };
  });
  const sum = (part: keyof Counts) =>
    rows.reduce((all, { counts }) => all + counts[part], 0) -
    again.reduce((all, { times, counts }) => all + times * counts[part], 0);
  return { articles: sum('articles'), unread: sum('unread') };
}

function feedEntry({ subscription, title, ...row }: FeedRow, depth: number): TreeEntry {
  const { counts, problem } = row;
  const query = `feed:"${feedKey(subscription)}"`;
  const feeds = [shownUrl(subscription.url)];
  return {
    ...{ kind: 'feed', name: title, query, depth, counts, problem, feeds },
    history: problem === null ? '' : historyOf(problem, row.record),
    terms: formatTerms(subscription),
  };
}

/** `HTTP 404, 3 times in a row; it last answered on 2026-11-21` */
function historyOf(problem: string, { failures, fetched }: FeedRecord): string {
  const times = failures > 1 ? `, ${failures} times in a row` : '';
  const since =
    fetched === null ? 'nothing came from it yet' : `it last answered on ${dayOf(fetched)}`;
  return `${problem}${times}; ${since}`;
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}

function tagEntry(tag: string, { byTag }: UnreadCounts): TreeEntry {
  const about = { counts: countsOf(byTag, tag), ...NO_PROBLEM, feeds: [] };
  return { kind: 'tag', name: tag, query: `tag:${tag}`, depth: 0, ...about };
}
