// Opens the reader on a library and the terminal, and returns when the user quits.

import process from 'node:process';
import type { ArticleHead } from '../core/article/article.ts';
import { createDateFormatter, type Locale } from '../core/dates/format-dates.ts';
import type { Finder } from '../library/finder/finder.ts';
import type { readSavedQueries } from '../library/place/read-saved-queries.ts';
import { createAddTask } from './effects/add-effects.ts';
import { runEffect, sayFailure, type World } from './effects/effects.ts';
import { createFetchTask } from './effects/fetch-effects.ts';
import { createLateMinutes } from './effects/library/late-minutes.ts';
import { createLateLister } from './effects/library/lister.ts';
import { chooseLister, isLarge } from './effects/library/lister-thread.ts';
import {
  createPageCache,
  firstProblem,
  libraryProblem,
  type MakePage,
  type PageCache,
} from './effects/library/page-cache.ts';
import { createReaderLibrary } from './effects/library/reader-library.ts';
import { createRowCache, openingList, type RowCache } from './effects/library/row-cache.ts';
import { watchLibrary } from './effects/watch-library.ts';
import { initialState } from './state/reduce/reduce.ts';
import type { Effect } from './state/step.ts';
import { createQuietMoment } from './store/quiet-moment.ts';
import { createSession, type Session } from './store/session.ts';
import type { Input } from './terminal/keys.ts';
import { createPainter } from './terminal/painter.ts';
import type { Size } from './terminal/size.ts';
import { openTerminal, type Terminal } from './terminal/terminal.ts';
import { createListColumns } from './view/list-columns.ts';
import type { mountReader as MountReader } from './view/reader.tsx';
import type { View } from './view/view.ts';

/** How the reader is opened. */
export interface ReaderOptions {
  readonly finder: Finder;
  /** Whether marks and articles can be kept in the library. */
  readonly writable: boolean;
  /** The user's saved queries. */
  readonly saved: ReturnType<typeof readSavedQueries>;
  /** Key of the article to open; without it the list is shown. */
  readonly start?: number;
  /** The list's first filter, in the query language. */
  readonly query?: string;
  /** Columns of the page's widest line, 20 and up; 0 for as many as there are; by default 76. */
  readonly measure?: number;
  readonly locale: Locale;
  /** Without colour there is no attribute either. */
  readonly color: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** This program's, as it tells web servers. */
  readonly version: string;
  /** The clock, for dates in the list. */
  readonly now: () => Date;
  /** Milliseconds since any moment. */
  readonly clock: () => number;
}

/** How the reader was left; the entry turns `interrupted` into its exit code. */
export type ReaderEnd = 'quit' | 'interrupted';

/** What a list row says of reading time: of a large library it may come after the row. */
function listMinutes({ finder, clock }: ReaderOptions, pages: PageCache, redraw: () => void) {
  if (!isLarge(finder)) return pages.minutes;
  const late = createLateMinutes(pages.countMinutes, clock);
  late.listen(redraw);
  return (head: ArticleHead): number | null => {
    const known = head.readingMinutes ?? pages.knownMinutes(head);
    if (known === undefined) late.wanted(head);
    return known ?? null;
  };
}

function createView(options: ReaderOptions, minutes: View['minutes'], rowCache: RowCache): View {
  const dates = createDateFormatter(options.locale);
  const shortDate = (date: string) => (date === '' ? '' : dates.short(date, options.now()));
  return {
    root: options.finder.root,
    readOnly: !options.writable,
    color: options.color,
    minutes,
    listDate: ({ published, added }) => shortDate(published ?? added ?? ''),
    columns: createListColumns(shortDate, rowCache.rows),
  };
}

/** Rejects when a bug surfaces anywhere, so that it is told after the terminal was given back. */
function nextBug(): { readonly bug: Promise<never>; readonly release: () => void } {
  let listener: (error: unknown) => void = () => {};
  const bug = new Promise<never>((_, reject) => {
    listener = reject;
  });
  process.on('uncaughtException', listener);
  process.on('unhandledRejection', listener);
  const release = () => {
    process.off('uncaughtException', listener);
    process.off('unhandledRejection', listener);
  };
  return { bug, release };
}

/** A reader on the screen. */
interface Running {
  /** Resolves when the user quits, rejects when a component throws. */
  readonly ended: Promise<ReaderEnd>;
  /** Lets go of the keys; nothing is painted any more. */
  stop(): void;
  /** What goes on beside it is broken off; resolves when nothing is being written any more. */
  settled(): Promise<void>;
}

async function startReader(
  options: ReaderOptions,
  terminal: Terminal,
  mountReader: typeof MountReader,
): Promise<Running> {
  const { finder, locale, env, platform, now, writable } = options;
  const size = terminal.size();
  let makePage: MakePage = () => [];
  let quit: World['quit'] = () => {};
  const quitted = new Promise<ReaderEnd>((resolve) => {
    quit = (interrupted) => resolve(interrupted ? 'interrupted' : 'quit');
  });
  const pages = createPageCache(finder, locale, () => makePage);
  const opening = openingList(finder, options.start);
  const rowCache = createRowCache(finder, opening.rows);
  const library = createReaderLibrary(finder, { env, platform }, rowCache, now);
  const addTask = createAddTask(options.version, now);
  const fetchTask = createFetchTask({ env, platform, version: options.version }, now);
  const painter = createPainter(size, terminal.write);
  const { query: filter, measure } = options;
  const { queries: saved } = options.saved;
  const known = { saved, ...library.standing([]), ...opening, canAdd: writable };
  const first = { size, filter, measure, ...known, open: options.start };
  const run = (effect: Effect): void => {
    const tools = { terminal, painter, pages, addTask, fetchTask, session, library };
    const world = { ...tools, env, platform, quit };
    runEffect(world, effect).catch((error) => sayFailure(world, error));
  };
  const lister = createLateLister(() => chooseLister(finder, { env, platform }, now));
  const session: Session = createSession(
    initialState(first),
    { pages, lister, rows: rowCache },
    run,
  );
  terminal.onLoss(session.leave);
  terminal.onStop(() => run({ type: 'suspend' }));
  terminal.enter();
  const quiet = createQuietMoment(() => performance.now());
  const view = createView(options, listMinutes(options, pages, session.redraw), rowCache);
  const onInputs = (inputs: readonly Input[]) => {
    quiet.disturb();
    session.hear(inputs);
  };
  const onSize = (size: Size) => {
    painter.resize(size);
    session.dispatch({ type: 'resize', size });
  };
  const app = mountReader({ store: session, view, terminal, onInputs, onSize }, painter);
  // Of a large library the rest of the list comes while pages learn to be laid out.
  if (opening.listed.length > opening.listed.keys.length) session.askListAgain();
  ({ pageLines: makePage } = await import('../render/page/page-lines.ts'));
  const problem = firstProblem(options.saved.problems) ?? libraryProblem(finder);
  if (problem !== null) {
    session.dispatch({ type: 'note', note: { text: problem, tone: 'warning' } });
  }
  session.open();
  session.recount();
  const unwatch = watchLibrary({ session, library, lister, quiet });
  return {
    ended: Promise.race([quitted, app.waitUntilExit().then(() => 'quit' as const)]),
    stop() {
      unwatch();
      addTask.stop();
      lister.close();
      painter.pause();
      session.leave();
      app.unmount();
    },
    settled: fetchTask.stop,
  };
}

/**
 * Runs the full-screen reader until the user quits. The terminal is given back on every way out.
 * @throws whatever bug surfaced, after the terminal was given back
 */
export async function runReader(options: ReaderOptions): Promise<ReaderEnd> {
  const { mountReader } = await import('./view/reader.tsx');
  const terminal = openTerminal();
  const { bug, release } = nextBug();
  let running: Running | null = null;
  try {
    running = await startReader(options, terminal, mountReader);
    return await Promise.race([running.ended, bug]);
  } finally {
    try {
      running?.stop();
    } finally {
      terminal.close();
      release();
      await running?.settled();
    }
  }
}
