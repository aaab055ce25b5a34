// `newsprint import`: takes articles, feeds, queries and settings from other programs.
import { cleanLine } from '../core/clean.ts';
import { formatCount } from '../core/count.ts';
import { formatProblem, interrupted, NewsprintError, type Problem } from '../core/errors.ts';
import { decodeText } from '../intake/charset.ts';
import { readNewsboatConfig } from '../intake/exports/newsboat-config.ts';
import { EXPORTS } from '../intake/exports/sniff-export.ts';
import { readSubscriptions } from '../jobs/feeds/subscriptions.ts';
import { type FoundExport, findExports } from '../jobs/import/find-exports.ts';
import { type Imported, importExports } from '../jobs/import/import-exports.ts';
import { readNewsboatTitles } from '../jobs/import/read-newsboat.ts';
import { randomName } from '../library/files/random-name.ts';
import { readBytes } from '../library/files/read-text-file.ts';
import { scanExisting } from '../library/finder/existing-articles.ts';
import { emptyLibrary } from '../library/finder/open-library.ts';
import { openExisting } from '../library/index/open-existing.ts';
import {
  EXTRAS_ADDED,
  type ImportExtras,
  recordExtras,
} from '../library/journals/import-extras.ts';
import type { PendingOperation } from '../library/journals/pending-operations.ts';
import {
  addSavedQueries,
  readSavedQueries,
  savedQueriesPath,
} from '../library/place/saved-queries.ts';
import { type Call, hasFlag, type Io, usageError } from './call/call.ts';
import {
  attempt,
  findLibrary,
  openMarks,
  rootForWriting,
  waitNote,
  withFinder,
} from './call/call-library.ts';
import { createProgress } from './call/progress.ts';
import { takeFeeds } from './feeds/feeds-file.ts';

/** Reports what each file is and imports it; one that cannot be read is a failure, and others go on. */
export async function importFiles(call: Call, io: Io): Promise<void> {
  if (call.words.length === 0) {
    throw usageError('import needs a file or folder', 'newsprint import ~/.newsboat');
  }
  const isTrial = hasFlag(call, 'dry-run');
  const found = findAll(call, io);
  const pending = openMarks(call, io).pending(randomName());
  const recorder = recordExtras(findLibrary(call, io).root, pending);
  const onNew = (extras: Partial<ImportExtras>): void => {
    // No library is made for mutes alone.
    if (findLibrary(call, io).exists) recorder.note(extras);
  };
  const isFeeds = ({ kind }: FoundExport) => kind === 'urls' || kind === 'opml';
  const articles = found.filter((one) => !isFeeds(one) && one.kind !== 'config');
  // With articles to import a new library starts with those only.
  if (articles.length > 0 && !isTrial) rootForWriting(call, io, 'articles');
  // Feeds come first, for articles get the tags of their feeds.
  let added = 0;
  let isStored = articles.length === 0;
  const ofArticles: PendingOperation = {
    ...pending,
    end() {
      isStored = true;
    },
  };
  try {
    const taking = { isTrial, onNew, titles: readNewsboatTitles(found, io.platform) };
    for (const { path, shown } of found.filter(isFeeds)) {
      attempt(io, () => takeFeeds(readBytes(path, shown), shown, call, io, taking));
    }
    for (const one of found.filter(({ kind }) => kind === 'config')) {
      await sayConfig(one, io, isTrial, onNew);
    }
    if (articles.length > 0) added = await importArticles(articles, ofArticles, call, io);
  } finally {
    // Last, and only where the journal has the articles: notes count for nothing once it has their
    // operation.
    if (isStored) {
      if (recorder.isAny())
        openMarks(call, io).change([EXTRAS_ADDED], { now: io.now, op: pending.op });
      pending.end();
    }
  }
  if (added > 0 || recorder.isAny()) io.note('newsprint undo takes back what came');
  if (io.interruption().aborted) throw interrupted();
}

function findAll(call: Call, io: Io): readonly FoundExport[] {
  const { root } = findLibrary(call, io);
  const found = call.words.flatMap((word) => {
    const all = attempt(io, () => findExports(word, { cwd: io.cwd, root }));
    const others = all?.others ?? [];
    if (others.length > 0)
      io.note(
        `${cleanLine(word)}: ${formatCount(others.length, 'file')} left out: ${some(others)}`,
      );
    return all?.found ?? [];
  });
  for (const [kind, what] of Object.entries(EXPORTS)) {
    const names = found.filter((one) => one.kind === kind).map(({ shown }) => shown);
    if (names.length > 0) io.note(`${what}: ${some(names)}`);
  }
  return found;
}

const MOST_NAMED = 3;

function some(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Most problems reported of one import. */
const MOST_PROBLEMS = 20;

/** @returns how many were added */
async function importArticles(
  found: readonly FoundExport[],
  pending: PendingOperation,
  call: Call,
  io: Io,
): Promise<number> {
  const isTrial = hasFlag(call, 'dry-run');
  const { root, exists } = findLibrary(call, io);
  const progress = createProgress(io);
  const problems: Problem[] = [];
  const imported = await importExports(root, {
    found,
    pending,
    host: io,
    isTrial,
    signal: io.interruption(),
    onWait: waitNote(io),
    subscriptions: exists ? readSubscriptions(root).subscriptions : [],
    open() {
      const library = emptyLibrary(root, io);
      return exists ? openExisting(library, io) : scanExisting(library);
    },
    onProgress: (done, of) => progress.show(`${done} of ${formatCount(of, 'article')}`),
    onProblem: (problem) => problems.push(problem),
    onFailure(error) {
      progress.clear();
      io.fail(error);
    },
  }).finally(progress.end);
  for (const one of problems.slice(0, MOST_PROBLEMS))
    io.fail(new NewsprintError(formatProblem(one)));
  if (problems.length > MOST_PROBLEMS) io.warn(`and ${problems.length - MOST_PROBLEMS} more`);
  sayImported(imported, io, isTrial);
  // Brings the index up to date for the next call.
  if (isTrial || imported.added === 0) return 0;
  await withFinder(call, io, () => {}).catch(() => {});
  return imported.added;
}

const SAID = [
  ['added', 'added'],
  ['updated', 'got their text'],
  ['left', 'there already'],
  ['removed', 'removed here and left away'],
] as const;

function sayImported(imported: Imported, io: Io, isTrial: boolean): void {
  const { read, starred, bare } = imported;
  const parts = SAID.filter(([kind]) => imported[kind] > 0).map(([kind, words]) => {
    const said = isTrial && kind === 'added' ? 'would be added' : words;
    return `${formatCount(imported[kind], 'article')} ${said}`;
  });
  const marks = `${read} read, ${starred} with a star`;
  io.note(parts.length === 0 ? 'no articles' : `${parts.join(', ')}; ${marks}`);
  if (bare > 0) {
    const ways = 'the key for whole texts in the reader, or newsprint add URL, brings it';
    io.note(`${formatCount(bare, 'article')} with a link and no text: ${ways}`);
  }
}

/**
 * Prints lines for config.toml to standard output, and saves mutes.
 * @param onNew called with new mutes before they are saved
 */
async function sayConfig(
  { path, shown }: FoundExport,
  io: Io,
  isTrial: boolean,
  onNew: (extras: Pick<ImportExtras, 'mutes'>) => void,
): Promise<void> {
  const config = attempt(io, () => readNewsboatConfig(decodeText(readBytes(path, shown))));
  if (config === undefined) return;
  const { lines, mutes, others } = config;
  const known = readSavedQueries(io, 'mutes').queries;
  const fresh = mutes.filter(({ text }) => !known.some((one) => one.text === text));
  if (fresh.length > 0) {
    const texts = fresh.map(({ text }) => text).join('; ');
    const where = savedQueriesPath(io, 'mutes');
    io.note(`${isTrial ? 'would be muted' : 'muted'}: ${texts} (in ${where})`);
  }
  if (!isTrial && fresh.length > 0)
    addSavedQueries(io, 'mutes', fresh, (mutes) => onNew({ mutes }));
  const left = Array.from(others, ([name, count]) => (count > 1 ? `${name} (${count})` : name));
  if (left.length > 0)
    io.note(`${shown}: not taken over: ${left.join(', ')} (newsprint help config)`);
  if (lines.length === 0) return;
  io.note('lines for the top of config.toml (newsprint config --edit):');
  await io.out(lines.map((line) => `${line}\n`).join(''));
}
