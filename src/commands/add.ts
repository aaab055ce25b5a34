// `newsprint add`: files, URLs and standard input become articles of the library.
import { UNREAD } from '../core/article/article.ts';
import { normalizeTag } from '../core/article/tag.ts';
import { cleanLine } from '../core/clean.ts';
import { formatCount } from '../core/count.ts';
import { interrupted } from '../core/errors.ts';
import { formatJson } from '../core/json.ts';
import { tryOr } from '../core/try-or.ts';
import { cleanUrl } from '../core/url/clean-url.ts';
import { type AddListener, addSources, forEachSource } from '../jobs/add/add-sources.ts';
import { readCorrections } from '../jobs/add/kept-corrections.ts';
import type { AddOptions } from '../jobs/add/known-pages.ts';
import { runIntake, withHeadline } from '../jobs/add/run-intake.ts';
import { fetchSource, isUrl, readSourceBytes } from '../jobs/add/source-bytes.ts';
import { articleName } from '../library/articles/article-name.ts';
import { formatFile } from '../library/articles/format-article.ts';
import { articleFromText } from '../library/articles/parse-article.ts';
import { checkLibrary, emptyLibrary } from '../library/finder/open-library.ts';
import { openExisting } from '../library/index/open-existing.ts';
import { truncate } from '../text/width.ts';
import {
  type Call,
  flagValue,
  hasFlag,
  hostOfCall,
  type Io,
  readChoice,
  readFormat,
  readTags,
  readValue,
  usageError,
} from './call/call.ts';
import { openForHooks } from './call/call-hooks.ts';
import { findLibrary, rootForWriting } from './call/call-library.ts';
import { createProgress, type Progress } from './call/progress.ts';
import { VERBS } from './call/verbs.ts';
import { readPick } from './print/picked-fields.ts';

/** Keeps each WHAT; names those it cannot keep. All of it is one step to undo. */
export async function add(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.add.formats);
  const options = readAddOptions(call);
  if (hasFlag(call, 'dry-run')) return printDrafts(call, io, options, format ?? 'markdown');
  if (format !== undefined) throw usageError(`--format ${format} goes with --dry-run`);
  const root = rootForWriting(call, io, 'articles');
  checkLibrary(root);
  const existing = openExisting(emptyLibrary(root, io), io);
  const signal = io.interruption();
  const progress = createProgress(io);
  const listener = addListener(call.words.length, io, progress);
  const { words } = call;
  const adding = { words, host: hostOfCall(call, io), options, signal, existing, listener };
  const stored = await addSources(adding).finally(progress.end);
  // Last of all: a reader that has seen enough must not end the work.
  if (stored.length > 0) await io.out(stored.map(({ id }) => `${id}\n`).join(''));
  io.note(formatCounts(stored));
  const ids = stored.flatMap(({ kind, id }) => (kind === 'added' ? [id] : []));
  await openForHooks(call, io, { event: 'added', ids });
  if (signal.aborted) throw interrupted();
}

/** @throws NewsprintError `usage` where a flag or the number of words is wrong */
function readAddOptions(call: Call): AddOptions {
  if (call.words.length === 0) {
    const ways = 'newsprint add FILE, newsprint add URL, newsprint add -';
    throw usageError('add needs a source', ways);
  }
  for (const name of ['title', 'url'] as const) {
    if (hasFlag(call, name) && call.words.length > 1)
      throw usageError(`--${name} is of one source`);
  }
  const as = readChoice(call, 'as');
  const title = flagValue(call, 'title');
  const url = readValue(call, 'url', cleanUrl, 'it takes an http(s) URL');
  const tags = readTags(call).map(normalizeTag);
  return { title, url, as, tags, isWithoutImages: hasFlag(call, 'no-images') };
}

/** Of a piece that is left out, in columns. */
const MOST_SHOWN = 100;

/** The file's text on standard output, or its JSON; each dropped piece a line on standard error. */
async function printDrafts(
  call: Call,
  io: Io,
  options: AddOptions,
  format: 'markdown' | 'json',
): Promise<void> {
  const pick = await readPick(call);
  const progress = createProgress(io);
  const listener = addListener(call.words.length, io, progress);
  // What is only looked at needs no library.
  const corrections = tryOr(() => readCorrections(findLibrary(call, io).root), []);
  await forEachSource({ words: call.words, listener }, async (word) => {
    const host = hostOfCall(call, io);
    const source = await (isUrl(word) ? fetchSource(word, host) : readSourceBytes(word, host));
    const { article, dropped } = withHeadline(
      await runIntake(source, { ...options, corrections }),
      source.name,
    );
    progress.clear();
    for (const { text, why } of dropped)
      io.warn(`left out (${why}): ${truncate(cleanLine(text), MOST_SHOWN)}`);
    const added = io.now.toISOString();
    const text = formatFile({ ...article, added: null });
    if (format === 'markdown') return io.out(text);
    const { articleObject } = await import('../jobs/programs/article-object.ts');
    const name = articleName(article.title, article.published ?? added);
    const draft = articleFromText(text, `${name.slice(0, 4)}/${name}.md`).article;
    return io.out(`${formatJson(pick(articleObject({ ...draft, added }, UNREAD)), 2)}\n`);
  }).finally(progress.end);
}

function addListener(count: number, io: Io, progress: Progress): AddListener {
  return {
    onSource(word, at) {
      // A person who types needs the line.
      const isTyped = word === '-' && io.isStdinTyped;
      if (!isTyped) progress.show(`${at + 1} of ${count}: ${word}`);
    },
    onFailure(error) {
      progress.clear();
      io.fail(error);
    },
    onMissingPictures(title, count) {
      progress.clear();
      io.note(`${title}: ${formatCount(count, 'picture')} could not be kept`);
    },
  };
}

const SAID = { added: 'added', replaced: 'brought up to date', left: 'there already' } as const;

function formatCounts(stored: readonly { readonly kind: keyof typeof SAID }[]): string {
  const parts = Object.entries(SAID).flatMap(([wanted, said]) => {
    const { length } = stored.filter(({ kind }) => kind === wanted);
    return length === 0 ? [] : [`${formatCount(length, 'article')} ${said}`];
  });
  return parts.length === 0 ? 'nothing added' : parts.join(', ');
}
