// The work of `add`: sources are read one after the other, taken in on two cores, stored in their order.

import { NewsprintError } from '../../core/errors.ts';
import { cleanUrl } from '../../intake/clean-url.ts';
import type { Library } from '../../library/finder/open-library.ts';
import {
  type ArticleAtPath,
  openStore,
  type Store,
  type StoredArticle,
} from '../../library/store/article-store.ts';
import type { WorkThread } from '../../library/threads/worker-thread.ts';
import type { JobHost } from '../job-host.ts';
import { createPool, type Pool } from '../pool.ts';
import { createTurns, type Turns } from '../turns.ts';
import { withPictures } from './keep-page-pictures.ts';
import { type AddOptions, type KnownPages, openKnownPages } from './known-pages.ts';
import { type FetchedSource, fetchIfChanged, isUrl, readSourceBytes } from './source-bytes.ts';
import {
  type IntakeOptions,
  type SourceBytes,
  type TakenIn,
  takeIn,
  withHeadline,
} from './take-in.ts';

/** Sources that may be under way to the disk at once. */
const UNDER_WAY = 64;
/** Files from which on a second thread is worth its start. */
const MANY = 100;
/** Sources that may wait for it. */
const MOST_WAITING = 4;

/** What became of a source. */
type Outcome = Pick<StoredArticle, 'id' | 'kind'>;

/** Who is told how it goes. */
export interface AddListener {
  /** A source is come to. */
  readonly onSource: (word: string, at: number) => void;
  /** One could not be had; the rest goes on. */
  readonly onFailure: (error: NewsprintError) => void;
  readonly onMissingPictures: (title: string, count: number) => void;
}

interface Adding {
  readonly words: readonly string[];
  readonly host: JobHost;
  readonly options: AddOptions;
  /** Says that the user has had enough. */
  readonly signal: AbortSignal;
  readonly library: Library;
  readonly listener: AddListener;
}

interface Work extends Adding {
  readonly store: Store;
  readonly pages: KnownPages;
  readonly pool: Pool;
  readonly turns: Turns;
  readonly intake: Intake;
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
 * Adds sources, all as one operation; whatever happens, what is in the library then has its step to
 * undo.
 * @returns what became of those that could be had
 */
export async function addSources(adding: Adding): Promise<readonly Outcome[]> {
  const { words, host, options, library, signal, listener } = adding;
  const work: Work = {
    ...adding,
    store: openStore(library, { now: host.now, cleanUrl }),
    pages: openKnownPages(library, options, host),
    pool: createPool(UNDER_WAY),
    turns: createTurns(),
    intake: await startIntake(words, options),
    outcomes: [],
  };
  try {
    await forEachSource({ words, listener, signal }, (word, at) => addSource(work, word, at));
    await work.pool.end();
  } finally {
    await work.intake.end();
    work.store.finish();
    work.pages.save();
  }
  return work.outcomes.filter((one) => one !== undefined);
}

/** Does the work on each word, until the signal; what cannot be had is named, and the rest goes on. */
export async function forEachSource(
  {
    words,
    listener: { onSource, onFailure },
    signal,
  }: Pick<Adding, 'words'> & {
    readonly listener: Pick<AddListener, 'onSource' | 'onFailure'>;
    readonly signal?: AbortSignal;
  },
  work: (word: string, at: number) => Promise<void>,
): Promise<void> {
  for (const [at, word] of words.entries()) {
    onSource(word, at);
    await work(word, at).catch((error: unknown) => nameFailure(error, onFailure));
    // The disk, the terminal and Ctrl-C have their turn.
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) return;
  }
}

/** A source is no mistake in the call; of an interruption nothing need be said. */
function nameFailure(error: unknown, onFailure: AddListener['onFailure']): void {
  if (!(error instanceof NewsprintError)) throw error;
  const { message, code, cause } = error;
  if (code === 'interrupted') return;
  onFailure(code === 'usage' ? new NewsprintError(message, { code: 'failed', cause }) : error);
}

type Intake = WorkThread<SourceBytes, TakenIn>;

/** Many files are read on two cores. */
export async function startIntake(
  words: readonly string[],
  options: IntakeOptions,
): Promise<Intake> {
  const here = (source: SourceBytes): Promise<TakenIn> => takeIn(source, options);
  const isLong = words.filter((word) => !isUrl(word)).length >= MANY;
  if (!isLong) return { ask: here, end: async () => {} };
  const { startThread } = await import('../../library/threads/worker-thread.ts');
  return startThread({ file: 'intake-worker.cjs', data: options, here, mostWaiting: MOST_WAITING });
}

async function addSource(work: Work, word: string, at: number): Promise<void> {
  if (isUrl(word)) return addPage(work, word, at);
  const { host, signal, intake } = work;
  const bytes = await readSourceBytes(word, host, signal);
  await store(
    work,
    at,
    intake.ask(bytes).then((taken) => prepare(work, bytes, taken)),
  );
}

/** A page has its pictures before the next source is asked for. */
async function addPage(work: Work, url: string, at: number): Promise<void> {
  const { host, options, signal, pages, outcomes } = work;
  const known = pages.find(url);
  const fetched = await fetchIfChanged(url, host, known, signal);
  if (fetched === null) {
    if (known !== null) outcomes[at] = { id: known.id, kind: 'left' };
    return;
  }
  const page = await prepare(work, fetched, await takeIn(fetched, options));
  await store(work, at, Promise.resolve(page));
}

async function prepare(
  { host, options, signal, listener, library: { root } }: Work,
  source: SourceBytes | FetchedSource,
  found: TakenIn,
): Promise<Ready> {
  const taken = withHeadline(found, source.name);
  const { place, missing } = await withPictures(taken, options, { root, host, signal });
  if (missing > 0) listener.onMissingPictures(taken.article.title, missing);
  return { source, place, urls: taken.urls, isWhole: missing === 0 };
}

/** Storing begins in the order of the sources, on which names and failures depend. */
async function store(work: Work, at: number, coming: Promise<Ready>): Promise<void> {
  const { pool, turns, pages, outcomes, listener } = work;
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
      nameFailure(error, listener.onFailure);
    } finally {
      turn.end();
    }
  });
}

async function afterTurn<Value>(value: Promise<Value>, turn: Promise<unknown>): Promise<Value> {
  await Promise.allSettled([value, turn]);
  return value;
}
