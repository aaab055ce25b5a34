// The work of `import`: what other programs kept comes into the library, all as one operation.
import { NewsprintError, type Problem } from '../../core/errors.ts';
import { tagTable } from '../../core/journal/state-change.ts';
import type { SavedItem } from '../../intake/exports/saved-item.ts';
import { type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import type { OnWait } from '../../library/files/file-lock.ts';
import type { Members } from '../../library/finder/members.ts';
import {
  type EntryStore,
  openEntryStore,
  type StoredEntry,
} from '../../library/store/entry-store.ts';
import type { Incoming } from '../../library/store/storing.ts';
import { saveMemory } from '../../library/threads/save-memory.ts';
import { startThread, type WorkThread } from '../../library/threads/worker-thread.ts';
import { startIntake } from '../add/add-sources.ts';
import { readFileBytes } from '../add/source-bytes.ts';
import { withFetchLock } from '../fetch/fetch-lock.ts';
import type { FeedSource, ReadEntry, ReadFeed } from '../fetch/read-feed-source.ts';
import type { JobHost } from '../job-host.ts';
import { createPool, type Pool } from '../pool.ts';
import { type FoundExport, shortName } from './find-exports.ts';
import { type Batch, type OpenExport, openList } from './read-export.ts';
import { openNewsboat } from './read-newsboat.ts';

/** Articles that may be under way to the disk at once. */
const UNDER_WAY = 32;
/** Articles from which on a second thread is worth its start, and memory counts. */
const MANY = 500;
/** Batches that may wait for it. */
const MOST_WAITING = 2;

export interface Importing {
  readonly found: readonly FoundExport[];
  readonly host: JobHost;
  readonly subscriptions: readonly Subscription[];
  /** Opens the library, once no fetch is at it. */
  readonly open: () => Members;
  /** Whether nothing is to be written. */
  readonly isTrial: boolean;
  readonly signal: AbortSignal;
  readonly onWait: OnWait;
  readonly onProgress: (done: number, of: number) => void;
  /** What cannot be read; the rest goes on. */
  readonly onProblem: (problem: Problem) => void;
  readonly onFailure: (error: NewsprintError) => void;
}

/** What came of it, in articles. */
export interface Imported {
  readonly counts: Readonly<Record<StoredEntry['kind'], number>>;
  readonly read: number;
  readonly starred: number;
  /** Those that came without a text. */
  readonly bare: number;
}

interface Work extends Importing {
  readonly store: EntryStore;
  readonly pool: Pool;
  readonly counts: Record<StoredEntry['kind'], number>;
  marks: { read: number; starred: number; bare: number; done: number };
}

/**
 * Imports what was found, each article once: what the library has stays as it is, with the marks of
 * the other program besides, and what was removed from it stays away.
 * @param root of the library
 * @throws NewsprintError where the library cannot be written
 */
export async function importExports(root: string, importing: Importing): Promise<Imported> {
  const { isTrial, signal, onWait } = importing;
  const work = () => importAll(importing);
  const done = isTrial ? await work() : await withFetchLock(root, { signal, onWait }, work);
  return done ?? summaryOf(NOTHING, { read: 0, starred: 0, bare: 0 });
}

const NOTHING = { added: 0, updated: 0, noted: 0, left: 0, removed: 0 };

function summaryOf(counts: Imported['counts'], marks: Omit<Imported, 'counts'>): Imported {
  return { counts, ...marks };
}

async function importAll(importing: Importing): Promise<Imported> {
  const { found, host, isTrial, open } = importing;
  const lists = found.filter(({ kind }) => kind !== 'markdown');
  const opened = lists.flatMap((one) => openOne(importing, one));
  const files = found.filter(({ kind }) => kind === 'markdown');
  const of = opened.reduce((sum, { count }) => sum + count, files.length);
  if (of >= MANY) saveMemory();
  const work: Work = {
    ...importing,
    onProgress: (done) => importing.onProgress(done, of),
    store: openEntryStore(open(), { now: host.now, mutes: [], areImported: true, isTrial }),
    pool: createPool(UNDER_WAY),
    counts: { ...NOTHING },
    marks: { read: 0, starred: 0, bare: 0, done: 0 },
  };
  const reader = startReader(of);
  try {
    for (const one of opened) await importList(work, reader, one);
    await importMarkdown(work, files);
    await work.pool.end();
  } finally {
    await reader.end();
    work.store.finish();
  }
  const { read, starred, bare } = work.marks;
  return summaryOf(work.counts, { read, starred, bare });
}

/** None where it cannot be opened, which is named. */
function openOne(
  { host, onFailure, onProblem }: Importing,
  found: FoundExport,
): readonly (OpenExport & { readonly shown: string })[] {
  try {
    const isCache = found.kind === 'cache';
    const one = isCache ? openNewsboat(found, host.platform) : openList(found);
    for (const fault of one.faults) onProblem({ path: found.shown, ...fault });
    return [{ ...one, shown: found.shown }];
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    onFailure(error);
    return [];
  }
}

type Reader = WorkThread<FeedSource, ReadFeed>;

/** Many are read on two cores. */
function startReader(count: number): Reader {
  const here = async (source: FeedSource): Promise<ReadFeed> =>
    (await import('../fetch/read-feed-source.ts')).readFeedSource(source);
  if (count < MANY) return { ask: here, end: async () => {} };
  return startThread({ file: 'feed-worker.cjs', here, mostWaiting: MOST_WAITING });
}

/** While a batch is stored the next is read. */
async function importList(
  work: Work,
  reader: Reader,
  { batches, shown }: OpenExport & { readonly shown: string },
): Promise<void> {
  const { signal, subscriptions, host, onFailure, onProblem } = work;
  let last: Promise<unknown> = Promise.resolve();
  try {
    for (const batch of batches()) {
      if (signal.aborted) return;
      const known = subscriptions.find(
        ({ url }) => shownUrl(url) === shownUrl(batch.address ?? ''),
      );
      const subscription = known ?? { ...UNFOLLOWED, url: batch.address ?? '' };
      const source = { feed: batch.feed, subscription, seen: new Set<string>(), now: host.now };
      const coming = reader.ask(source);
      await last;
      last = coming.then((read) => putBatch(work, batch, read));
      for (const message of (await coming).failures) onProblem({ path: shown, message });
    }
  } catch (error) {
    // A database may be damaged in its middle.
    if (!(error instanceof NewsprintError) || error.code !== 'unreadable') throw error;
    onFailure(error);
  } finally {
    await last;
  }
}

const UNFOLLOWED: Subscription = {
  ...{ url: '', title: null, site: null, folders: [], tags: [] },
  ...{ full: false, keep: null, id: null },
};

async function putBatch(work: Work, batch: Batch, { entries }: ReadFeed): Promise<void> {
  for (const entry of entries) await put(work, toIncoming(entry, batch));
}

/** What another newsprint exported is as it was there; of a list's item no feed is known. */
function toIncoming({ at, article, urls }: ReadEntry, { feed, items, address }: Batch): Incoming {
  const item = items[at];
  const own = address === null ? { feed: null, guid: null } : article;
  const source = article.source ?? hostName(article.url);
  const origin = feed.entries[at]?.exported ?? { ...own, source, added: item?.added ?? null };
  const { guid, added } = origin;
  const placed = { ...article, feed: origin.feed, guid, source: origin.source, added };
  return { article: () => placed, urls, set: marksOf(item, article.tags) };
}

/** A list of pages says no more of their publications. */
function hostName(url: string | null): string | null {
  return url === null ? null : new URL(url).hostname.replace(/^www\./, '');
}

function marksOf(item: SavedItem | undefined, own: readonly string[]) {
  const tags = item?.tags.filter((tag) => !own.includes(tag)) ?? [];
  return {
    ...(item?.isRead && { read: true }),
    ...(item?.isStarred && { starred: true }),
    ...(tags.length > 0 && { tags: tagTable(tags.map((tag) => [tag, true])) }),
  };
}

async function put(work: Work, incoming: Incoming): Promise<void> {
  const { store, pool, counts, marks, signal, onProgress } = work;
  if (signal.aborted) return;
  await pool.add(async () => {
    const { kind } = await store.put(incoming);
    counts[kind] += 1;
    marks.done += 1;
    if (kind !== 'removed') {
      marks.read += incoming.set?.read ? 1 : 0;
      marks.starred += incoming.set?.starred ? 1 : 0;
    }
    const { excerpt, markdown, enclosures } = incoming.article('');
    if (kind === 'added' && excerpt && markdown === '' && enclosures.length === 0) marks.bare += 1;
    onProgress(marks.done, 0);
  });
}

/** Files as they are: what they say is theirs, and stays in them. */
async function importMarkdown(work: Work, files: readonly FoundExport[]): Promise<void> {
  const { signal, onFailure, onProblem } = work;
  const options = { as: 'markdown' } as const;
  const intake = await startIntake(
    files.map(({ path }) => path),
    options,
  );
  try {
    for (const file of files) {
      if (signal.aborted) return;
      try {
        const { bytes } = await readFileBytes(file.path, file.shown, signal);
        const { article, urls, dropped } = await intake.ask({
          bytes,
          name: file.shown,
          urls: [],
          found: null,
        });
        for (const { text: message } of dropped) onProblem({ path: file.shown, message });
        const title = article.title || shortName(file).replace(/\.[^.]*$/, '');
        await put(work, { article: () => ({ ...article, title }), urls });
      } catch (error) {
        if (!(error instanceof NewsprintError) || error.code !== 'unreadable') throw error;
        onFailure(error);
      }
    }
  } finally {
    await intake.end();
  }
}
