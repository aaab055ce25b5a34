// The tree beside a list of articles: folders with their feeds, then tags, each with its counts.
import { normalizeTag } from '../../core/article/tag.ts';
import { foldText } from '../../core/fold.ts';
import { groupBy } from '../../core/group-by.ts';
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

export interface TreeEntry {
  readonly kind: 'folder' | 'feed' | 'tag';
  /** The folder, the feed's title, or the tag. */
  readonly name: string;
  /** The query for its articles. */
  readonly query: string;
  /** Number of the folders around it. */
  readonly depth: number;
  /** For a folder those of all its feeds. */
  readonly counts: Counts;
  /** Why the feed cannot be fetched; `null` where it can. */
  readonly problem: string | null;
  /** The same with how long already, in a line. */
  readonly history: string;
  /** A feed's tags, `full` and limit, as they are typed. */
  readonly terms: string;
  /** The addresses, as they are shown, of the feeds in a folder, or of the feed. */
  readonly feeds: readonly string[];
}

/**
 * Reads the tree of a library, and its files again where they have changed. Without subscriptions
 * that can be read, which others report, it has only tags.
 * @param host its cache has the failures of feeds
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
 * Folders before feeds, in alphabetical order, with a folder's content below it; then tags. A tag
 * without articles and feeds is left out, and one that is a folder's name.
 */
export function feedTree(
  subscriptions: readonly Subscription[],
  all: UnreadCounts,
  records: Pick<FeedRecords, 'get'>,
): readonly TreeEntry[] {
  const placed = feedRows(subscriptions, all, records).flatMap((row) => {
    const { folders } = row.subscription;
    const paths = folders.length === 0 ? [[]] : folders.map((path) => path.split('/'));
    return paths.map((names) => ({ row, names }));
  });
  const names = new Set(placed.flatMap((one) => one.names.map(normalizeTag)));
  const tags = new Set([...all.byTag.keys(), ...subscriptions.flatMap((feed) => feed.tags)]);
  const ofTags = [...tags].filter((tag) => !names.has(tag)).map((tag) => tagEntry(tag, all));
  const shared = new Map<string, readonly Counts[]>();
  for (const [group, counts] of all.byFeeds) {
    for (const key of group.split('\n')) shared.set(key, [...(shared.get(key) ?? []), counts]);
  }
  return [...entriesIn(placed, [], shared), ...sortByName(ofTags, ({ name }) => name)];
}

const NO_PROBLEM = { problem: null, history: '', terms: '' };

/** Counts of articles that came by several feeds, by feed. */
type Shared = ReadonlyMap<string, readonly Counts[]>;

/** A feed with the names of the folders around it, but for the outer ones that are done. */
interface Placed {
  readonly row: FeedRow;
  readonly names: readonly string[];
}

/** @param path the folders around all of them */
function entriesIn(
  placed: readonly Placed[],
  path: readonly string[],
  shared: Shared,
): readonly TreeEntry[] {
  const depth = path.length;
  const own = placed.filter(({ names }) => names.length === 0);
  const inner = placed.filter(({ names }) => names.length > 0);
  const folders = groupBy(inner, ({ names: [name = ''] }) => foldText(name)).values();
  const named = Array.from(folders, (within) => ({ name: within[0]?.names[0] ?? '', within }));
  const entries = sortByName(named, ({ name }) => name).flatMap(({ name, within }) => {
    const rows = [...new Set(within.map(({ row }) => row))];
    const feeds = rows.map(({ subscription }) => shownUrl(subscription.url));
    const about = { counts: countsIn(rows, shared), feeds };
    const around = [...path, name];
    const query = `folder:"${around.join('/')}"`;
    const deeper = within.map(({ row, names }) => ({ row, names: names.slice(1) }));
    const folder = { kind: 'folder', name, query, depth, ...NO_PROBLEM, ...about } as const;
    return [folder, ...entriesIn(deeper, around, shared)];
  });
  return [...entries, ...own.map(({ row }) => feedEntry(row, depth))];
}

/** The articles of some feeds, each once. */
function countsIn(rows: readonly FeedRow[], shared: Shared): Counts {
  const keys = new Set(rows.map(({ subscription }) => foldText(feedKey(subscription))));
  const groups = [...keys].flatMap((key) => shared.get(key) ?? []);
  const sum = (all: Iterable<Counts>, part: keyof Counts) =>
    [...all].reduce((total, counts) => total + counts[part], 0);
  const own = rows.map(({ counts }) => counts);
  // An article of several feeds is counted in each of them.
  const of = (part: keyof Counts) =>
    sum(own, part) - sum(groups, part) + sum(new Set(groups), part);
  return { articles: of('articles'), unread: of('unread') };
}

function feedEntry({ subscription, title, ...row }: FeedRow, depth: number): TreeEntry {
  const { counts, problem } = row;
  const query = `feed:"${feedKey(subscription)}"`;
  const feeds = [shownUrl(subscription.url)];
  return {
    kind: 'feed',
    name: title,
    query,
    depth,
    counts,
    problem,
    feeds,
    history: problem === null ? '' : historyOf(problem, row.record),
    terms: formatTerms(subscription),
  };
}

/** `HTTP 404, 3 times in a row; it last answered on 2026-11-21` */
function historyOf(problem: string, { failures, fetched }: FeedRecord): string {
  const times = failures > 1 ? `, ${failures} times in a row` : '';
  const since =
    fetched === null ? 'nothing came from it yet' : `it last answered on ${fetched.slice(0, 10)}`;
  return `${problem}${times}; ${since}`;
}

function tagEntry(tag: string, { byTag }: UnreadCounts): TreeEntry {
  const about = { counts: countsOf(byTag, tag), ...NO_PROBLEM, feeds: [] };
  return { kind: 'tag', name: tag, query: `tag:${tag}`, depth: 0, ...about };
}
