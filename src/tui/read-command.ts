// `newsprint read`: opens the reader where there is a terminal for it, else prints.

import { type Call, hasFlag, readWidth, usageError } from '../commands/call/call.ts';
import {
  findLibrary,
  note,
  openForReading,
  openShipped,
  openWithProgress,
} from '../commands/call/open-library-of-call.ts';
import { readPaint } from '../commands/call/paint.ts';
import { VERBS } from '../commands/call/verbs.ts';
import type { ArticleHead } from '../core/article/article.ts';
import { localeFromEnv } from '../core/dates/dates.ts';
import { NewsprintError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import type { Io } from '../jobs/io.ts';
import type { Finder } from '../library/finder/finder.ts';
import { isWritable, type Library, openLibrary } from '../library/finder/open-library.ts';
import { resolveMember } from '../library/finder/resolve-what.ts';
import { scanFinder } from '../library/finder/scan-finder.ts';
import { copyShipped } from '../library/place/copy-shipped.ts';
import { readSavedQueries } from '../library/place/read-saved-queries.ts';
import { hasKeyboard } from './terminal/terminal.ts';

/**
 * Opens the reader, at an article if one is named; without a terminal lists or shows.
 * @throws NewsprintError `usage` for a word that names no article, `interrupted` after Ctrl-C
 */
export async function read(call: Call, io: Io): Promise<void> {
  const [word, extra] = call.words;
  if (word !== undefined && extra !== undefined) throw unknownWord(word);
  const isPrinted = hasFlag(call, 'json') || hasFlag(call, 'format');
  if (isPrinted || !canDraw(io)) return print(call, io, word);
  const { finder, writable } = await openForReader(call, io);
  const start = word === undefined ? {} : { start: findStart(word, finder, io) };
  const { env, platform, version } = io;
  const { color } = readPaint(call, io);
  const measure = hasFlag(call, 'width') ? { measure: readWidth(call, io) } : {};
  const { runReader } = await import('./run-reader.ts');
  const locale = localeFromEnv(env);
  const now = () => new Date();
  const saved = readSavedQueries(io);
  const clock = () => performance.now();
  const world = { env, platform, version, now, clock, saved };
  const end = await runReader({ finder, writable, locale, color, ...world, ...measure, ...start });
  if (end === 'interrupted') throw new NewsprintError('interrupted', { code: 'interrupted' });
}

/** A library that the reader opens. */
interface Opened {
  readonly finder: Finder;
  readonly writable: boolean;
}

/** A terminal to draw on and one to take keys from. */
function canDraw(io: Io): boolean {
  return io.outIsTerminal && io.env['TERM'] !== 'dumb' && hasKeyboard();
}

async function print(call: Call, io: Io, word: string | undefined): Promise<void> {
  if (word === undefined) {
    const { list } = await import('../commands/list.ts');
    return list({ ...call, verb: 'list' }, io);
  }
  const { id } = findMember(word, openForReading(call, io));
  const { show } = await import('../commands/show.ts');
  return show({ ...call, verb: 'show', words: [id] }, io);
}

/** The reader never opens on nothing: the default library starts as a copy of the shipped articles. */
async function openForReader(call: Call, io: Io): Promise<Opened> {
  const place = findLibrary(call, io);
  if (place.kind === 'shipped')
    return { finder: scanFinder(openShipped(call, io)), writable: false };
  return place.exists ? openAt(place.root, call, io) : openFirst(place.root, call, io);
}

async function openAt(root: string, call: Call, io: Io): Promise<Opened> {
  return {
    finder: await openWithProgress(root, call, io, { isSteady: true }),
    writable: isWritable(root),
  };
}

async function openFirst(root: string, call: Call, io: Io): Promise<Opened> {
  try {
    copyShipped(io.shipped, root);
    return await openAt(root, call, io);
  } catch (error) {
    if (!(error instanceof NewsprintError && error.code === 'read-only')) throw error;
    note(call, io, `${error.message}; showing the articles that came with newsprint, read-only`);
    return { finder: scanFinder(openLibrary(io.shipped)), writable: false };
  }
}

/** The key of an article that a word names. */
function findStart(word: string, finder: Finder, io: Io): number {
  const [head, ...others] = finder.candidates(word);
  const only = others.length === 0 ? head : undefined;
  const { id } = only ?? findMember(word, openLibrary(finder.root, io));
  return finder.keyOf(id) ?? 0;
}

/** A word that is neither a verb nor an article is a mistake in the call. */
function findMember(word: string, library: Library): ArticleHead {
  try {
    return resolveMember(word, library);
  } catch (error) {
    if (!(error instanceof NewsprintError && error.code === 'not-found')) throw error;
    throw unknownWord(word, error.hint);
  }
}

function unknownWord(word: string, hint = 'newsprint help names the verbs'): NewsprintError {
  const verb = nearest(word, Object.keys(VERBS));
  const message = `unknown word '${word}': neither a verb nor an article`;
  return usageError(message, verb === undefined ? hint : `did you mean ${verb}?`);
}
