// `newsprint add`: files, URLs and standard input become articles of the library.

import { formatCount } from '../core/count.ts';
import { NewsprintError } from '../core/errors.ts';
import { cleanUrl } from '../intake/clean-url.ts';
import { type Library, openLibrary } from '../library/library.ts';
import { makeLibrary } from '../library/make-library.ts';
import { openStore, type Store, type Stored } from '../library/store.ts';
import { readAddOptions } from './add-options.ts';
import { withPictures } from './add-pictures.ts';
import { forEachSource, type SourceWork } from './add-sources.ts';
import { type Call, hasFlag, readFormat, usageError } from './call.ts';
import { type SourceBytes, type TakenIn, takeIn, withHeadline } from './intake.ts';
import {
  type FetchedSource,
  fetchIfChanged,
  fetchSource,
  isUrl,
  readSourceBytes,
} from './intake-source.ts';
import type { Io } from './io.ts';
import { type KnownPages, openKnownPages, type PageOptions } from './known-pages.ts';
import { findLibrary, note } from './open.ts';
import { createPool, type Pool } from './pool.ts';
import { VERBS } from './verbs.ts';

/** Files that may be on their way to the disk while the next source is read. */
const UNDER_WAY = 64;

/** Keeps each WHAT; names those it cannot keep. All of it is one step to undo. */
export async function add(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.add.formats);
  const options = readAddOptions(call);
  if (hasFlag(call, 'dry-run')) return printDrafts(call, io, options, format ?? 'markdown');
  if (format !== undefined) throw usageError(`--format ${format} goes with --dry-run`);
  const library = openForAdding(call, io);
  const signal = io.interruption();
  const adding: Adding = {
    ...{ call, io, options, signal, library },
    store: openStore(library, { now: io.now, cleanUrl }),
    pages: openKnownPages(library, options, io),
    pool: createPool(UNDER_WAY),
    stored: [],
  };
  await addAll(adding);
  const stored = adding.stored.filter((one) => one !== undefined);
  // Last of all: a reader that has seen enough must not end the work.
  if (stored.length > 0) await io.out(stored.map(({ id }) => `${id}\n`).join(''));
  note(call, io, formatCounts(stored));
  if (signal.aborted) throw new NewsprintError('interrupted', { code: 'interrupted' });
}

async function printDrafts(
  call: Call,
  io: Io,
  options: PageOptions,
  format: 'markdown' | 'json',
): Promise<void> {
  const { printDraft } = await import('./dry-run.ts');
  await forEachSource(call, io, null, async ({ word, clear }) => {
    const source = await (isUrl(word) ? fetchSource(word, io) : readSourceBytes(word, io));
    const taken = withHeadline(await takeIn(source, options), source.name);
    clear();
    await printDraft(taken, format, io);
  });
}

/** The default library is made; a named one must be there. */
function openForAdding(call: Call, io: Io): Library {
  const { root, kind, exists } = findLibrary(call, io);
  if (kind === 'shipped') {
    throw new NewsprintError('no home folder to keep articles in', {
      code: 'read-only',
      hint: 'name a folder you may write to with --library or NEWSPRINT_LIBRARY',
    });
  }
  if (!exists) makeLibrary(root);
  return openLibrary(root, io);
}

/** A call under way. */
interface Adding {
  readonly call: Call;
  readonly io: Io;
  readonly options: PageOptions;
  readonly signal: AbortSignal;
  readonly library: Library;
  readonly store: Store;
  readonly pages: KnownPages;
  readonly pool: Pool;
  /** By the place of the source in the call. */
  readonly stored: (Pick<Stored, 'id' | 'kind'> | undefined)[];
}

/** Whatever happens, what is in the library already has its step to undo. */
async function addAll(adding: Adding): Promise<void> {
  const { call, io, signal, store, pages, pool } = adding;
  try {
    await forEachSource(call, io, signal, (source) => addOne(adding, source));
    await pool.end();
  } finally {
    store.finish();
    pages.save();
  }
}

async function addOne(adding: Adding, work: SourceWork): Promise<void> {
  const { word, at } = work;
  const { io, options, signal, pages, stored } = adding;
  const known = isUrl(word) ? pages.find(word) : null;
  const source = isUrl(word)
    ? await fetchIfChanged(word, io, known, signal)
    : await readSourceBytes(word, io, signal);
  if (source === null) {
    if (known !== null) stored[at] = { id: known.id, kind: 'left' };
    return;
  }
  const taken = withHeadline(await takeIn(source, options), source.name);
  work.clear();
  await keep(adding, work, { source, taken });
}

/** The file is written while the next source is read. */
async function keep(
  { call, io, options, signal, library, store, pages, pool, stored }: Adding,
  { at, fail }: SourceWork,
  { source, taken }: { readonly source: SourceBytes | FetchedSource; readonly taken: TakenIn },
): Promise<void> {
  const { place, missing } = await withPictures(taken, options, { root: library.root, io, signal });
  if (missing > 0) {
    const message = `${formatCount(missing, 'picture')} could not be kept`;
    note(call, io, `${taken.article.title}: ${message}`);
  }
  await pool.add(async () => {
    try {
      const one = await store.putSoon(place, taken.urls);
      stored[at] = one;
      if ('etag' in source) pages.remember(source, one, missing === 0);
    } catch (error) {
      fail(error);
    }
  });
}

function formatCounts(stored: readonly Pick<Stored, 'kind'>[]): string {
  const count = (wanted: Stored['kind']) => stored.filter(({ kind }) => kind === wanted).length;
  const [added, replaced, left] = [count('added'), count('replaced'), count('left')];
  const parts = [
    ...(added > 0 ? [`${formatCount(added, 'article')} added`] : []),
    ...(replaced > 0 ? [`${formatCount(replaced, 'article')} brought up to date`] : []),
    ...(left > 0 ? [`${formatCount(left, 'article')} there already`] : []),
  ];
  return parts.length === 0 ? 'nothing added' : parts.join(', ');
}
