// The work of `import`: stores articles of other programs in the library, as one operation.
import { resolve, sep } from 'node:path';
import type { FrontMatter } from '../../core/article/article.ts';
import { exportedMarks } from '../../core/article/exported-marks.ts';
import { NewsprintError, type Problem } from '../../core/errors.ts';
import { type StateChange, tagTable } from '../../core/journal/state-change.ts';
import { tryOr } from '../../core/try-or.ts';
import { siteOf } from '../../core/url/clean-url.ts';
import type { SavedItem } from '../../intake/exports/saved-item.ts';
import { type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import { withoutMarks } from '../../library/articles/format-article.ts';
import { storeImage } from '../../library/articles/store-image.ts';
import type { OnWait } from '../../library/files/file-lock.ts';
import { tryReadBytes } from '../../library/files/read-text-file.ts';
import type { ExistingArticles } from '../../library/finder/existing-articles.ts';
import type { PendingOperation } from '../../library/journals/pending-operations.ts';
import {
  type EntryStore,
  openEntryStore,
  type StoredEntry,
} from '../../library/store/entry-store.ts';
import type { Incoming } from '../../library/store/store-state.ts';
import { limitHeap } from '../../library/threads/limit-heap.ts';
import { imageTexts } from '../../markdown/source/image-targets.ts';
import { linkImages } from '../add/article-images.ts';
import { runIntake } from '../add/run-intake.ts';
import { readFileBytes } from '../add/source-bytes.ts';
import { subscriptionTo } from '../feeds/subscriptions.ts';
import { type FeedReader, startReader } from '../fetch/fetch-context.ts';
import { withFetchLock } from '../fetch/fetch-lock.ts';
import type { ReadEntry, ReadFeed } from '../fetch/read-feed-source.ts';
import type { JobHost } from '../job-host.ts';
import { createPool, type Pool } from '../pool.ts';
import type { FoundExport } from './find-exports.ts';
import { type Batch, type OpenExport, openList } from './read-export.ts';
import { openNewsboat } from './read-newsboat.ts';

/** Most articles that are written at once. */
const UNDER_WAY = 32;
/** From so many articles on a second thread pays, and memory is limited. */
const MANY = 500;

interface Importing {
  readonly found: readonly FoundExport[];
  /** The operation that the articles belong to. */
  readonly pending: PendingOperation;
  readonly host: JobHost;
  readonly subscriptions: readonly Subscription[];
  /** Opens the library, once no fetch is running. */
  readonly open: () => ExistingArticles;
  readonly isTrial: boolean;
  readonly signal: AbortSignal;
  readonly onWait: OnWait;
  readonly onProgress: (done: number, of: number) => void;
  /** Called with what cannot be read; the rest goes on. */
  readonly onProblem: (problem: Problem) => void;
  readonly onFailure: (error: NewsprintError) => void;
}

/** Numbers of articles by what was done with them, and by marks. */
export type Imported = Readonly<
  Record<StoredEntry['kind'] | 'done' | 'read' | 'starred' | 'bare', number>
>;

const NOTHING: Imported = {
  added: 0,
  updated: 0,
  noted: 0,
  left: 0,
  removed: 0,
  done: 0,
  read: 0,
  starred: 0,
  bare: 0,
};

interface Work extends Importing {
  readonly root: string;
  readonly store: EntryStore;
  readonly pool: Pool;
  readonly tally: Record<keyof Imported, number>;
  /** How many articles there are. */
  readonly of: number;
}

/**
 * Imports each article once. Articles that the library has stay as they are, and get the other
 * program's marks; removed ones stay removed.
 * @throws NewsprintError where the library cannot be written
 */
export async function importExports(root: string, importing: Importing): Promise<Imported> {
  const work = () => importAll(root, importing);
  return (await (importing.isTrial ? work() : withFetchLock(root, importing, work))) ?? NOTHING;
}

async function importAll(root: string, importing: Importing): Promise<Imported> {
  const { found, pending, host, isTrial, open } = importing;
  const lists = found.filter(({ kind }) => kind !== 'markdown');
  const opened = lists.flatMap((one) => openOne(importing, one));
  const files = found.filter(({ kind }) => kind === 'markdown');
  const of = opened.reduce((sum, { count }) => sum + count, files.length);
  if (of >= MANY) limitHeap();
  const work: Work = {
    ...importing,
    root,
    of,
    store: openEntryStore(open(), {
      pending,
      now: host.now,
      mutes: [],
      areImported: true,
      isTrial,
    }),
    pool: createPool(UNDER_WAY),
    tally: { ...NOTHING },
  };
  const reader = startReader(of >= MANY);
  try {
    for (const one of opened) await importList(work, reader, one);
    await importMarkdown(work, files);
  } finally {
    await reader.end();
    await work.pool.end().finally(work.store.finish);
  }
  return work.tally;
}

/** Empty where it cannot be opened, which is reported. */
function openOne(
  importing: Importing,
  found: FoundExport,
): readonly (OpenExport & { readonly shown: string })[] {
  const { host, onProblem } = importing;
  try {
    const isCache = found.kind === 'cache';
    const one = isCache ? openNewsboat(found, host.platform) : openList(found);
    for (const fault of one.faults) onProblem({ path: found.shown, ...fault });
    return [{ ...one, shown: found.shown }];
  } catch (error) {
    nameUnreadable(importing, error);
    return [];
  }
}

/** Reads the next batch while one is being stored. */
async function importList(
  work: Work,
  reader: FeedReader,
  { batches, shown }: OpenExport & { readonly shown: string },
): Promise<void> {
  const { signal, subscriptions, host, onProblem } = work;
  let last: Promise<unknown> = Promise.resolve();
  try {
    for (const batch of batches()) {
      if (signal.aborted) return;
      const address = batch.address ?? '';
      const known = subscriptions.find(({ url }) => shownUrl(url) === shownUrl(address));
      const subscription = known ?? subscriptionTo(address);
      const source = { feed: batch.feed, subscription, seen: new Set<string>(), now: host.now };
      const coming = reader.ask(source);
      await last;
      last = coming.then((read) => putBatch(work, batch, read));
      for (const message of (await coming).failures) onProblem({ path: shown, message });
    }
  } catch (error) {
    // A database may turn out to be damaged later.
    nameUnreadable(work, error);
  } finally {
    await last;
  }
}

async function putBatch(work: Work, batch: Batch, { entries }: ReadFeed): Promise<void> {
  for (const entry of entries) await put(work, toIncoming(entry, batch));
}

/** Takes another newsprint's article as it was there; a list's item has no feed. */
function toIncoming({ at, article, urls }: ReadEntry, { feed, items, address }: Batch): Incoming {
  const item = items[at];
  const entry = feed.entries[at];
  // No guid that was made here: it tells how a date is written, which the feed may write otherwise.
  const own = { feed: address && article.feed, guid: address && entry?.guid ? article.guid : null };
  // A list has nothing else about publications.
  const source = article.source ?? siteOf(article.url);
  const exported = entry?.exported ?? null;
  const origin = exported ?? { ...own, source, added: item?.added ?? null };
  const { guid, added } = origin;
  const markdown = article.markdown || (address === null ? linkTo(article.url) : '');
  const placed = { ...article, markdown, feed: origin.feed, guid, source: origin.source, added };
  const set = exported === null ? marksOf(item, article.tags) : setOf(exported);
  return { article: () => placed, urls, set };
}

/** The text of an article until its page is fetched. */
function linkTo(url: string | null): string {
  return url === null ? '' : `<${url}>`;
}

function marksOf(item: SavedItem | undefined, own: readonly string[]): StateChange {
  const tags = item?.tags.filter((tag) => !own.includes(tag)) ?? [];
  return {
    ...(item?.isRead && { read: true }),
    ...(item?.isStarred && { starred: true }),
    ...(tags.length > 0 && { tags: tagTable(tags.map((tag) => [tag, true])) }),
  };
}

/** The marks in another newsprint's file. */
function setOf({ extra }: Pick<FrontMatter, 'extra'>): StateChange {
  const { read, starred } = exportedMarks(extra);
  return { ...(read && { read }), ...(starred && { starred }) };
}

async function put({ store, pool, tally, of, signal, onProgress }: Work, incoming: Incoming) {
  if (signal.aborted) return;
  await pool.add(async () => {
    const { kind } = await store.put(incoming);
    const { excerpt, markdown, url } = incoming.article('');
    const { read, starred } = kind === 'removed' ? {} : (incoming.set ?? {});
    const isBare = kind === 'added' && excerpt && markdown === linkTo(url);
    tally[kind] += 1;
    tally.read += Number(read ?? false);
    tally.starred += Number(starred ?? false);
    tally.bare += Number(isBare);
    tally.done += 1;
    onProgress(tally.done, of);
  });
}

/** Imports files as they are, with all their fields. */
async function importMarkdown(work: Work, files: readonly FoundExport[]): Promise<void> {
  for (const file of files) {
    const { path, shown } = file;
    try {
      const { bytes } = await readFileBytes(path, shown, work.signal);
      const source = { bytes, name: shown, urls: [], found: null };
      const { article, urls, dropped } = await runIntake(source, { as: 'markdown' });
      for (const { text: message } of dropped) work.onProblem({ path: shown, message });
      const kept = work.isTrial ? NO_PICTURES : keepPictures(article.markdown, file, work.root);
      const set = setOf(article);
      const base = Object.keys(set).length === 0 ? article.base : withoutMarks(article.base ?? '');
      const placed = { ...article, base };
      await put(work, { article: (at) => linkImages(placed, kept, at), urls, set });
    } catch (error) {
      nameUnreadable(work, error);
    }
  }
}

const NO_PICTURES: ReadonlyMap<string, string> = new Map();

/** Stores pictures beside a text that it names. @returns their paths in the library */
function keepPictures(
  markdown: string,
  { path, folder }: FoundExport,
  root: string,
): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const { target } of imageTexts(markdown)) {
    const file = resolve(
      path,
      '..',
      tryOr(() => decodeURIComponent(target), target),
    );
    const bytes = file.startsWith(`${folder}${sep}`) ? tryReadBytes(file) : null;
    const image = bytes && storeImage(root, bytes);
    if (image) kept.set(target, image);
  }
  return kept;
}

/** Reports what cannot be read, so that the rest goes on. */
function nameUnreadable({ onFailure }: Importing, error: unknown): void {
  const isKnown = error instanceof NewsprintError && error.code === 'unreadable';
  if (!isKnown) throw error;
  onFailure(error);
}
