// The work of `add`: sources are read one after the other, taken in on two cores, stored in their order.

import type { Call } from '../../commands/call/call.ts';
import { forEachSource, type SourceWork } from '../../commands/call/each-source.ts';
import { note } from '../../commands/call/open-library-of-call.ts';
import { formatCount } from '../../core/count.ts';
import { cleanUrl } from '../../intake/clean-url.ts';
import type { Library } from '../../library/finder/open-library.ts';
import {
  type ArticleAtPath,
  openStore,
  type Store,
  type StoredArticle,
} from '../../library/store/article-store.ts';
import type { Io } from '../io.ts';
import { createPool, type Pool } from '../pool.ts';
import { createTurns, type Turns } from '../turns.ts';
import type { IntakeThread } from './intake-thread.ts';
import { withPictures } from './keep-page-pictures.ts';
import { type AddOptions, type KnownPages, openKnownPages } from './known-pages.ts';
import { type FetchedSource, fetchIfChanged, isUrl, readSourceBytes } from './source-bytes.ts';
import { type SourceBytes, type TakenIn, takeIn, withHeadline } from './take-in.ts';

/** Sources that may be under way to the disk at once. */
const UNDER_WAY = 64;
/** Files from which on a second thread is worth its start. */
const MANY = 100;

/** What became of a source. */
type Outcome = Pick<StoredArticle, 'id' | 'kind'>;

interface Adding {
  readonly call: Call;
  readonly io: Io;
  readonly options: AddOptions;
  readonly signal: AbortSignal;
  readonly library: Library;
}

interface Work extends Adding {
  readonly store: Store;
  readonly pages: KnownPages;
  readonly pool: Pool;
  readonly turns: Turns;
  readonly thread: IntakeThread | null;
  /** By the place of the source in the call. */
  readonly outcomes: (Outcome | undefined)[];
}

/** An article that is ready for the store. */
interface Ready {
  readonly source: SourceBytes | FetchedSource;
  readonly place: ArticleAtPath;
  readonly urls: readonly string[];
  /** Whether all of its pictures could be had. */
  readonly isWhole: boolean;
}

/**
 * Adds the sources of the call, all as one operation; whatever happens, what is in the library then
 * has its step to undo.
 * @returns what became of those that could be had
 */
export async function addSources(adding: Adding): Promise<readonly Outcome[]> {
  const { call, io, options, signal, library } = adding;
  const work: Work = {
    ...adding,
    store: openStore(library, { now: io.now, cleanUrl }),
    pages: openKnownPages(library, options, io),
    pool: createPool(UNDER_WAY),
    turns: createTurns(),
    thread: await startThread(adding),
    outcomes: [],
  };
  try {
    await forEachSource(call, io, signal, (source) => addSource(work, source));
    await work.pool.end();
  } finally {
    work.thread?.end();
    work.store.finish();
    work.pages.save();
  }
  return work.outcomes.filter((one) => one !== undefined);
}

async function startThread({ call, options }: Adding): Promise<IntakeThread | null> {
  if (call.words.filter((word) => !isUrl(word)).length < MANY) return null;
  const { startIntakeThread } = await import('./intake-thread.ts');
  return startIntakeThread(options);
}

async function addSource(work: Work, source: SourceWork): Promise<void> {
  if (isUrl(source.word)) return addPage(work, source);
  const { io, options, signal, thread } = work;
  const bytes = await readSourceBytes(source.word, io, signal);
  const taken = thread?.hasRoom() ? thread.takeIn(bytes) : takeIn(bytes, options);
  const coming = taken.then((one) => prepare(work, source, bytes, one));
  await store(work, source, coming);
}

/** A page has its pictures before the next source is asked for. */
async function addPage(work: Work, source: SourceWork): Promise<void> {
  const { io, options, signal, pages, outcomes } = work;
  const known = pages.find(source.word);
  const fetched = await fetchIfChanged(source.word, io, known, signal);
  if (fetched === null) {
    if (known !== null) outcomes[source.at] = { id: known.id, kind: 'left' };
    return;
  }
  const page = await prepare(work, source, fetched, await takeIn(fetched, options));
  await store(work, source, Promise.resolve(page));
}

async function prepare(
  { call, io, options, signal, library: { root } }: Work,
  { clear }: SourceWork,
  source: SourceBytes | FetchedSource,
  found: TakenIn,
): Promise<Ready> {
  const taken = withHeadline(found, source.name);
  const { place, missing } = await withPictures(taken, options, { root, io, signal });
  if (missing > 0) {
    const message = `${formatCount(missing, 'picture')} could not be kept`;
    clear();
    note(call, io, `${taken.article.title}: ${message}`);
  }
  return { source, place, urls: taken.urls, isWhole: missing === 0 };
}

/** Storing begins in the order of the sources, on which names and failures depend. */
async function store(work: Work, { at, fail }: SourceWork, coming: Promise<Ready>): Promise<void> {
  const { pool, turns, pages, outcomes } = work;
  await pool.add(async () => {
    const turn = turns.next();
    try {
      const article = await afterTurn(coming, turn.mine);
      const storing = work.store.putSoon(article.place, article.urls);
      turn.end();
      const stored = await storing;
      outcomes[at] = stored;
      if ('etag' in article.source) pages.remember(article.source, stored, article.isWhole);
    } catch (error) {
      fail(error);
    } finally {
      turn.end();
    }
  });
}

async function afterTurn<Value>(value: Promise<Value>, turn: Promise<unknown>): Promise<Value> {
  await Promise.allSettled([value, turn]);
  return value;
}
