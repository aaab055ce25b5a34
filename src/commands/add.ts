// `newsprint add`: files, URLs and standard input become articles of the library.

import { formatCount } from '../core/count.ts';
import { NewsprintError } from '../core/errors.ts';
import { type AddListener, addSources, forEachSource } from '../jobs/add/add-sources.ts';
import type { AddOptions } from '../jobs/add/known-pages.ts';
import { fetchSource, isUrl, readSourceBytes } from '../jobs/add/source-bytes.ts';
import { takeIn, withHeadline } from '../jobs/add/take-in.ts';
import { openLibrary } from '../library/finder/open-library.ts';
import type { StoredArticle } from '../library/store/article-store.ts';
import { readAddOptions } from './call/add-options.ts';
import { type Call, hasFlag, readFormat, usageError } from './call/call.ts';
import type { Io } from './call/io.ts';
import { note } from './call/open-library-of-call.ts';
import { createProgress, type Progress } from './call/progress.ts';
import { rootForWriting } from './call/root-for-writing.ts';
import { VERBS } from './call/verbs.ts';

/** Keeps each WHAT; names those it cannot keep. All of it is one step to undo. */
export async function add(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.add.formats);
  const options = readAddOptions(call);
  if (hasFlag(call, 'dry-run')) return printDrafts(call, io, options, format ?? 'markdown');
  if (format !== undefined) throw usageError(`--format ${format} goes with --dry-run`);
  const library = openLibrary(rootForWriting(call, io, 'articles'), io);
  const signal = io.interruption();
  const progress = createProgress(call, io);
  const listener = addListener(call, io, progress);
  const { words } = call;
  const adding = { words, host: io, options, signal, library, listener };
  const stored = await addSources(adding).finally(progress.end);
  // Last of all: a reader that has seen enough must not end the work.
  if (stored.length > 0) await io.out(stored.map(({ id }) => `${id}\n`).join(''));
  note(call, io, formatCounts(stored));
  if (signal.aborted) throw new NewsprintError('interrupted', { code: 'interrupted' });
}

async function printDrafts(
  call: Call,
  io: Io,
  options: AddOptions,
  format: 'markdown' | 'json',
): Promise<void> {
  const { printDraft } = await import('./print/print-draft.ts');
  const progress = createProgress(call, io);
  const listener = addListener(call, io, progress);
  await forEachSource({ words: call.words, listener }, async (word) => {
    const source = await (isUrl(word) ? fetchSource(word, io) : readSourceBytes(word, io));
    const taken = withHeadline(await takeIn(source, options), source.name);
    progress.clear();
    await printDraft(taken, format, io);
  }).finally(progress.end);
}

/** Shows how far it is, and names what goes wrong. */
function addListener(call: Call, io: Io, progress: Progress): AddListener {
  return {
    onSource(word, at) {
      // A person who types needs the line.
      const isTyped = word === '-' && io.isStdinTyped;
      if (!isTyped) progress.show(`${at + 1} of ${call.words.length}: ${word}`);
    },
    onFailure(error) {
      progress.clear();
      io.fail(error);
    },
    onMissingPictures(title, count) {
      progress.clear();
      note(call, io, `${title}: ${formatCount(count, 'picture')} could not be kept`);
    },
  };
}

function formatCounts(stored: readonly Pick<StoredArticle, 'kind'>[]): string {
  const count = (wanted: StoredArticle['kind']) =>
    stored.filter(({ kind }) => kind === wanted).length;
  const [added, replaced, left] = [count('added'), count('replaced'), count('left')];
  const parts = [
    ...(added > 0 ? [`${formatCount(added, 'article')} added`] : []),
    ...(replaced > 0 ? [`${formatCount(replaced, 'article')} brought up to date`] : []),
    ...(left > 0 ? [`${formatCount(left, 'article')} there already`] : []),
  ];
  return parts.length === 0 ? 'nothing added' : parts.join(', ');
}
