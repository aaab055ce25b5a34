// `newsprint add`: files, URLs and standard input become articles of the library.

import { formatCount } from '../core/count.ts';
import { NewsprintError } from '../core/errors.ts';
import { normalizeTag } from '../core/tag.ts';
import { cleanUrl } from '../intake/clean-url.ts';
import { type Library, openLibrary } from '../library/library.ts';
import { makeLibrary } from '../library/make-library.ts';
import { openStore, type Placed, type Stored } from '../library/store.ts';
import { type Call, flagValue, hasFlag, readChoice, readFormat, usageError } from './call.ts';
import { checkUrl, type IntakeOptions, type TakenIn, takeIn, withHeadline } from './intake.ts';
import { readSourceBytes } from './intake-source.ts';
import type { Io } from './io.ts';
import { findLibrary, note } from './open.ts';
import { createProgress } from './progress.ts';
import { VERBS } from './verbs.ts';

const KINDS = ['text', 'html', 'markdown', 'feed'] as const;

/** Keeps each WHAT; names those it cannot keep. All of it is one step to undo. */
export async function add(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.add.formats);
  const options = readOptions(call);
  if (hasFlag(call, 'dry-run')) {
    const { printDraft } = await import('./dry-run.ts');
    return forEachSource(call, io, options, (taken) => printDraft(taken, format ?? 'markdown', io));
  }
  if (format !== undefined) throw usageError(`--format ${format} goes with --dry-run`);
  const library = openForAdding(call, io);
  const store = openStore(library, { now: io.now, cleanUrl });
  const counts = { added: 0, replaced: 0, left: 0 };
  const ids: string[] = [];
  try {
    await forEachSource(call, io, options, async (taken) => {
      const { id, kind } = store.put(await placeable(call, io, library, taken), taken.urls);
      counts[kind] += 1;
      ids.push(id);
    });
  } finally {
    store.finish();
  }
  // Last of all: a reader that has seen enough must not end the work.
  if (ids.length > 0) await io.out(`${ids.join('\n')}\n`);
  note(call, io, formatCounts(counts));
}

function readOptions(call: Call): IntakeOptions {
  if (call.words.length === 0) {
    throw usageError(
      'add needs a source',
      'newsprint add FILE, newsprint add URL, newsprint add -',
    );
  }
  const [title, url] = [flagValue(call, 'title'), flagValue(call, 'url')];
  for (const name of ['title', 'url'] as const) {
    if (hasFlag(call, name) && call.words.length > 1)
      throw usageError(`--${name} is of one source`);
  }
  if (url !== undefined) checkUrl(url);
  return { title, url, as: readChoice(call, 'as', KINDS), tags: readTags(call) };
}

function readTags(call: Call): readonly string[] {
  return (call.flags.tag ?? []).map((value) => {
    const tag = normalizeTag(value);
    if (tag !== '') return tag;
    throw usageError(`bad value '${value}' for --tag`, 'a tag has letters or digits');
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

/** One after the other; what cannot be had is named, and the rest goes on. */
async function forEachSource(
  call: Call,
  io: Io,
  options: IntakeOptions,
  use: (taken: TakenIn) => Promise<void>,
): Promise<void> {
  const progress = createProgress(call, io);
  for (const [index, word] of call.words.entries()) {
    progress.show(`${index + 1} of ${call.words.length}: ${word}`);
    try {
      const source = await readSourceBytes(word, io);
      const taken = withHeadline(await takeIn(source, options), source.name);
      progress.clear();
      await use(taken);
    } catch (error) {
      progress.clear();
      if (!(error instanceof NewsprintError)) throw error;
      const { message, code, cause } = error;
      io.fail(code === 'usage' ? new NewsprintError(message, { code: 'failed', cause }) : error);
    }
  }
  progress.end();
}

/** With its pictures, where the page has a URL: those of a file elsewhere are its own business. */
async function placeable(
  call: Call,
  io: Io,
  { root }: Library,
  { article, images, isOnline }: TakenIn,
): Promise<Placed> {
  if (images.length === 0 || !isOnline || hasFlag(call, 'no-images')) return () => article;
  const { keepImages, linkImages } = await import('./intake-images.ts');
  const kept = await keepImages(images, root, io);
  const missing = images.length - [...kept.values()].filter((path) => path !== null).length;
  if (missing > 0) {
    note(call, io, `${article.title}: ${formatCount(missing, 'picture')} could not be kept`);
  }
  return (path) => linkImages(article, kept, path);
}

function formatCounts({ added, replaced, left }: Record<Stored['kind'], number>): string {
  const parts = [
    ...(added > 0 ? [`${formatCount(added, 'article')} added`] : []),
    ...(replaced > 0 ? [`${formatCount(replaced, 'article')} brought up to date`] : []),
    ...(left > 0 ? [`${formatCount(left, 'article')} there already`] : []),
  ];
  return parts.length === 0 ? 'nothing added' : parts.join(', ');
}
