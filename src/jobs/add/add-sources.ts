// The work of `add`: sources are read one after the other, taken in on two cores, stored in their order.

import { NewsprintError } from '../../core/errors.ts';
import type { ExistingArticles } from '../../library/finder/existing-articles.ts';
import { openStore, type Store } from '../../library/store/article-store.ts';
import type { StoredArticle } from '../../library/store/store-state.ts';
import type { WorkThread } from '../../library/threads/worker-thread.ts';
import type { JobHost } from '../job-host.ts';
import { createPool, type Pool } from '../pool.ts';
import { withPictures } from './article-images.ts';
import { readCorrections } from './kept-corrections.ts';
import { type AddOptions, type KnownPages, openKnownPages } from './known-pages.ts';
import {
  type IntakeOptions,
  type IntakeResult,
  type IntakeWork,
  runIntake,
  type SourceBytes,
  withHeadline,
} from './run-intake.ts';
import { type FetchedSource, fetchIfChanged, isUrl, readSourceBytes } from './source-bytes.ts';

/** Sources that may be under way to the disk at once. */
const UNDER_WAY = 64;
/** Files from which on a second thread is worth its start. */
const MANY = 100;
/** Sources that may wait for it. */
const MOST_WAITING = 4;

type Outcome = Pick<StoredArticle, 'id' | 'kind'>;

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
  readonly existing: ExistingArticles;
  readonly listener: AddListener;
}

interface Work extends Adding {
  readonly store: Store;
  readonly pages: KnownPages;
  readonly pool: Pool;
  /** Settles when the article before has begun to be stored, or has failed. */
  last: Promise<unknown>;
  readonly intake: Intake;
  /** By the place of the source in the call. */
  readonly outcomes: (Outcome | undefined)[];
}

/**
 * Adds sources, all as one operation; whatever happens, what is in the library then has its step to
 * undo.
 * @returns what became of those that could be had
 */
export async function addSources(adding: Adding): Promise<readonly Outcome[]> {
  const { words, host, existing, signal, listener } = adding;
  const options = { ...adding.options, corrections: readCorrections(existing.root) };
  const work: Work = {
    ...adding,
    options,
    store: openStore(existing, host.now),
    pages: openKnownPages(existing, options, host),
    pool: createPool(UNDER_WAY),
    last: Promise.resolve(),
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
  { words, listener, signal }: Pick<Adding, 'words' | 'listener'> & Partial<Pick<Adding, 'signal'>>,
  work: (word: string, at: number) => Promise<void>,
): Promise<void> {
  for (const [at, word] of words.entries()) {
    listener.onSource(word, at);
    await work(word, at).catch((error: unknown) => nameFailure(error, listener));
    // The disk, the terminal and Ctrl-C are heard.
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) return;
  }
}

/** A source is no mistake in the call. */
function nameFailure(error: unknown, { onFailure }: AddListener): void {
  if (!(error instanceof NewsprintError)) throw error;
  const { message, code, cause } = error;
  onFailure(code === 'usage' ? new NewsprintError(message, { cause }) : error);
}

type Intake = WorkThread<SourceBytes, IntakeResult>;

/** Many files are read on two cores. */
export async function startIntake(
  words: readonly string[],
  options: IntakeOptions,
): Promise<Intake> {
  const here = (source: SourceBytes): Promise<IntakeResult> => runIntake(source, options);
  const isLong = words.filter((word) => !isUrl(word)).length >= MANY;
  if (!isLong) return { ask: here, end: async () => {} };
  const { startThread } = await import('../../library/threads/worker-thread.ts');
  const thread = startThread<IntakeWork, IntakeResult>({
    file: 'intake-worker.cjs',
    here: ({ source }) => here(source),
    mostWaiting: MOST_WAITING,
  });
  return { ask: (source) => thread.ask({ source, options }), end: thread.end };
}

async function addSource(work: Work, word: string, at: number): Promise<void> {
  const { host, options, signal, intake, pages, outcomes } = work;
  if (!isUrl(word)) {
    const bytes = await readSourceBytes(word, host, signal);
    const coming = intake.ask(bytes).then((taken) => prepare(work, bytes, taken));
    return store(work, at, coming);
  }
  const known = pages.find(word);
  const fetched = await fetchIfChanged(word, host, known, signal);
  if (fetched !== null) {
    // A page has its pictures before the next source is asked for.
    const page = await prepare(work, fetched, await runIntake(fetched, options));
    await store(work, at, Promise.resolve(page));
  } else if (known !== null) outcomes[at] = { id: known.id, kind: 'left' };
}

/** An article that is ready for the store; it is whole where all of its pictures could be had. */
async function prepare(
  { host, options: { isWithoutImages }, signal, listener, existing: { root } }: Work,
  source: SourceBytes | FetchedSource,
  found: IntakeResult,
) {
  const taken = withHeadline(found, source.name);
  const wanted = isWithoutImages ? { ...taken, images: [] } : taken;
  const { place, missing, refusal } = await withPictures(wanted, { root, host, signal });
  if (refusal !== null) listener.onFailure(refusal);
  if (missing > 0) listener.onMissingPictures(taken.article.title, missing);
  return { source, place, urls: taken.urls, isWhole: missing === 0 };
}

/** Storing begins in the order of the sources, on which names and failures depend. */
async function store(work: Work, at: number, coming: ReturnType<typeof prepare>): Promise<void> {
  const { pool, pages, outcomes, listener } = work;
  const begun = Promise.allSettled([coming, work.last]).then(async () => {
    const ready = await coming;
    return { ready, storing: work.store.put(ready.place, ready.urls) };
  });
  work.last = begun.catch(() => {});
  await pool.add(async () => {
    try {
      const { ready, storing } = await begun;
      const stored = await storing;
      outcomes[at] = stored;
      if ('etag' in ready.source) pages.remember(ready.source, stored, ready.isWhole);
    } catch (error) {
      nameFailure(error, listener);
    }
  });
}
