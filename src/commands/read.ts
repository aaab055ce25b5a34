// `newsprint read`: opens the reader where there is a terminal for it, else prints.
import { interrupted, NewsprintError, shellWord } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import { tryKnown } from '../core/try-or.ts';
import type { ReaderEnd, ReaderOpening } from '../jobs/reader-opening.ts';
import { configStamp, readConfig } from '../library/config/config-file.ts';
import type { Finder } from '../library/finder/finder.ts';
import { isWritable, openLibrary } from '../library/finder/open-library.ts';
import { findArticle } from '../library/finder/resolve-word.ts';
import { scanFinder } from '../library/finder/scan-finder.ts';
import { copyShipped } from '../library/place/make-library.ts';
import { readSavedQueries } from '../library/place/saved-queries.ts';
import { knownBackground } from '../text/themes.ts';
import { type Call, hasFlag, type Io, usageError } from './call/call.ts';
import { findLibrary, openShipped, openWithProgress, withFinder } from './call/call-library.ts';
import { isFlag } from './call/flags.ts';
import { readOutputStyle } from './call/output-style.ts';
import { allSettings, warnOfConfig } from './call/setting.ts';
import { VERBS } from './call/verbs.ts';

/** The reader as the entry hands it in: no verb knows the screen. */
export interface ScreenReader {
  /** Whether there is a terminal to take keys from. */
  readonly hasKeyboard: () => Promise<boolean>;
  readonly open: (opening: ReaderOpening) => Promise<ReaderEnd>;
}

/**
 * Opens the reader, at an article if one is named; without a terminal lists or shows.
 * @throws NewsprintError `usage` for a word that names no article, `interrupted` after Ctrl-C
 */
export async function read(call: Call, io: Io, reader: ScreenReader): Promise<void> {
  const [word, extra] = call.words;
  if (word !== undefined && extra !== undefined) throw unknownWord(word);
  const settings = allSettings(call, io);
  const isPrinted = hasFlag(call, 'json') || hasFlag(call, 'format');
  const canDraw = io.outIsTerminal && io.env['TERM'] !== 'dumb';
  if (isPrinted || !canDraw || !(await reader.hasKeyboard())) return print(call, io, word);
  const opened = await openForReader(call, io);
  const { finder } = opened;
  const { paint, locale } = readOutputStyle(call, io);
  const { programs, problems } = io.config;
  const end = await reader.open({
    ...opened,
    locale,
    color: paint.color,
    saved: readSavedQueries(io, 'queries'),
    settings,
    programs,
    problems,
    background: knownBackground(io.env),
    readSettings: createSettingsReader(call, io),
    start: word === undefined ? undefined : (finder.keyOf(findId(word, finder)) ?? 0),
  });
  if (end === 'interrupted') throw interrupted();
}

/** Reads the settings anew whenever their file is another. */
function createSettingsReader(call: Call, io: Io): ReaderOpening['readSettings'] {
  const { env } = io;
  let stamp = configStamp(io);
  return async () => {
    const now = configStamp(io);
    if (now === stamp) return null;
    stamp = now;
    const config = await readConfig(io);
    const { programs, problems } = config;
    return { settings: allSettings(call, { env, config }), programs, problems };
  };
}

async function print(call: Call, io: Io, word: string | undefined): Promise<void> {
  warnOfConfig({ verb: 'list' }, io);
  if (word === undefined) {
    const { list } = await import('./list.ts');
    return list({ ...call, verb: 'list' }, io);
  }
  const id = await withFinder(call, io, (finder) => findId(word, finder));
  const { show } = await import('./show.ts');
  return show({ ...call, verb: 'show', words: [id] }, io);
}

/** The reader never opens on nothing: the default library starts as a copy of the shipped articles. */
async function openForReader(call: Call, io: Io) {
  const { root, isShipped, exists } = findLibrary(call, io);
  if (isShipped) return { finder: scanFinder(openShipped(io)), writable: false };
  try {
    if (!exists) copyShipped(io.shipped, root);
  } catch (error) {
    if (!(error instanceof NewsprintError && error.code === 'read-only')) throw error;
    io.note(`${error.message}; showing the articles that came with newsprint, read-only`);
    return { finder: scanFinder(openLibrary(io.shipped)), writable: false };
  }
  const finder = await openWithProgress(root, io, { isSteady: true });
  return { finder, writable: isWritable(root) };
}

/** A word that is neither a verb nor an article is a mistake in the call. */
function findId(word: string, finder: Finder): string {
  return tryKnown(
    () => findArticle(word, finder).id,
    (failure) => {
      throw failure.code === 'not-found' ? unknownWord(word, failure.hint) : failure;
    },
  );
}

function unknownWord(word: string, hint = 'newsprint help names the verbs'): NewsprintError {
  const verb = isFlag(word) ? `--${word}` : nearest(word, Object.keys(VERBS));
  const takes = /^https?:/i.test(word) ? 'add' : 'list';
  const meant = word.includes(':') ? `newsprint ${takes} ${shellWord(word)}` : verb;
  return usageError(`unknown word '${word}': neither a verb nor an article`, hint, meant);
}
