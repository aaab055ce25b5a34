// Joins the parts of a reader: the library, the session, what they do to the world, and the screen.
import { createDateFormatter, type Locale } from '../core/dates/format-dates.ts';
import { firstProblem, type Problem } from '../core/errors.ts';
import { EVERYTHING_MUTED } from '../core/query/query.ts';
import type { Settings } from '../library/config/settings.ts';
import type { Finder } from '../library/finder/finder.ts';
import type { readSavedQueries } from '../library/place/saved-queries.ts';
import type { PictureTrait } from '../text/picture-ways.ts';
import type { Background } from '../text/themes.ts';
import { createAddTask } from './effects/add-effects.ts';
import { runEffect, type World } from './effects/effects.ts';
import { createFetchTask } from './effects/fetch-effects.ts';
import { createLatest } from './effects/latest.ts';
import type { Effect } from './input/steps.ts';
import { chooseLister, type Lister } from './library/lister.ts';
import { openingList } from './library/opening-list.ts';
import { createPageCache, type MakePage } from './library/page-cache.ts';
import { createReaderLibrary } from './library/reader-library.ts';
import type { createReaderPictures } from './library/reader-pictures.ts';
import { createLiveSettings, placedSettings, type ReadSettings } from './session/live-settings.ts';
import { readMemory, writeMemory } from './session/memory.ts';
import { createSession, type Session } from './session/session.ts';
import { initialState } from './state/reduce/reduce.ts';
import { EVERYWHERE } from './state/state.ts';
import { createPainter } from './terminal/painter.ts';
import type { TerminalChange } from './terminal/reports.ts';
import type { Terminal } from './terminal/terminal.ts';
import { createCursor } from './view/cursor-place.ts';
import { createListColumns } from './view/list-columns.ts';
import type { ScreenContext } from './view/pane.tsx';
import { createWindow, knownWindow } from './view/window.ts';

export interface ReaderOptions {
  readonly finder: Finder;
  /** Whether marks and articles can be kept in the library. */
  readonly writable: boolean;
  readonly saved: ReturnType<typeof readSavedQueries>;
  /** Key of the article to open; without it the list is shown. */
  readonly start?: number | undefined;
  readonly locale: Locale;
  /** Without colour there is no attribute either. */
  readonly color: boolean;
  /** As far as it is known before the terminal is asked. */
  readonly background: Background | null;
  /** What they are when the reader is opened. */
  readonly settings: Settings;
  readonly problems: readonly Problem[];
  /** Whether and how they were changed since that was asked last. */
  readonly readSettings: () => Promise<ReadSettings | null>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** This program's, as it tells web servers. */
  readonly version: string;
  /** The clock, for dates in the list. */
  readonly now: () => Date;
}

/** How the reader was left; the entry turns `interrupted` into its exit code. */
export type ReaderEnd = 'quit' | 'interrupted';

const ANY_ORDER = { sort: 'published', reverse: false } as const;

/** The parts of a reader; nothing is drawn yet. */
export async function assembleReader(options: ReaderOptions, terminal: Terminal) {
  const { finder, locale, env, platform, version, now, settings } = options;
  const host = { env, platform };
  const live = createLiveSettings(options);
  const { accessible: isAccessible } = settings;
  let makePage: MakePage = () => [];
  let pictures: ReturnType<typeof createReaderPictures> | null = null;
  let hasCaptions = true;
  let made: Lister | null = null;
  const lister = (): Lister => {
    made ??= chooseLister(finder, host, now);
    return made;
  };
  const remembered = readMemory(finder.root, host, options.saved.queries);
  // An article that is named is opened in the whole library.
  const isOfAll = options.start !== undefined || settings.opens === 'all';
  const sort = settings.sort === 'last' ? remembered.sort : settings.sort;
  const memory = { ...remembered, sort, ...(isOfAll && { scope: EVERYWHERE }) };
  const isForUnread = settings.opens === 'unread';
  const { scope, ...opening } = await openingList(
    ...([finder, memory, now(), options.start, isForUnread] as const),
  );
  const pages = createPageCache(finder, locale, () => makePage);
  const library = createReaderLibrary(finder, host, now);
  const size = terminal.size();
  const known = { ...library.standing([]), ...opening, memory: { ...memory, scope } };
  const { saved, start: open, writable: canAdd, background } = options;
  const started = { saved: saved.queries, open, canAdd, background };
  const first = { size, ...placedSettings(settings), ...known, ...started };
  const run = (effect: Effect): void => void runEffect(world, effect);
  const session: Session = createSession(initialState(first), { pages, lister, library }, run);
  let quit: World['quit'] = () => {};
  const quitted = new Promise<ReaderEnd>((resolve) => {
    quit = (interrupted) => resolve(interrupted ? 'interrupted' : 'quit');
  });
  const world: World = {
    ...{ terminal, session, library, pages, platform, quit, run },
    get env() {
      return live.env();
    },
    get playing() {
      const { player, browser } = live.now();
      return live.env(player || browser);
    },
    get isStill() {
      return !live.now().motion;
    },
    painter: createPainter(
      size,
      isAccessible ? () => {} : terminal.write,
      createCursor(session.getState),
      createWindow(session.getState, knownWindow({ env, isStill: !settings.motion }), () =>
        performance.now(),
      ),
      (text, row) => pictures?.draw(text, row) ?? text,
    ),
    ...{ version, looking: createLatest() },
    steps: [],
    foldCaptions() {
      hasCaptions = !hasCaptions;
      layOutAgain();
    },
    addTask: createAddTask(finder.root, version, now),
    fetchTask: createFetchTask({ env, platform, version }, now),
  };
  const dates = createDateFormatter(locale);
  const shortDate = (date: string) => (date === '' ? '' : dates.short(date, now()));
  const view: ScreenContext = {
    root: finder.root,
    color: options.color,
    get order() {
      return live.order();
    },
    get theme() {
      return live.now().theme;
    },
    get styles() {
      return live.styles();
    },
    hasMuted: () => finder.keys({ query: EVERYTHING_MUTED, ...ANY_ORDER }).length > 0,
    pictureRow: (row) => pictures?.row(row) ?? null,
    listDate: ({ published, added }) => shortDate(published ?? added ?? ''),
    columns: createListColumns(shortDate, library.rows),
  };
  const layOutAgain = () => {
    pages.forget();
    session.refresh();
  };
  const loadPictures = async () => {
    const way = live.way();
    if (way === null || isAccessible || pictures !== null) return;
    const { createReaderPictures } = await import('./library/reader-pictures.ts');
    const parts = { ...session, layOutAgain, terminal };
    pictures ??= createReaderPictures(finder.root, () => live.way() ?? way, parts);
  };
  return {
    ...{ session, world, view, lister, run, quitted },
    /** From here on pages can be laid out: what does that is the larger half of the program. */
    async loadPages() {
      const { pageLines } = await import('../render/page/page-lines.ts');
      const { createCodeColors } = await import('../render/page/code-colors.ts');
      const code = createCodeColors();
      await loadPictures();
      makePage = (article, look) => {
        // Colours come a moment later: they move nothing.
        void (options.color ? code.load(article.markdown) : null)?.then(layOutAgain);
        const setsRight = live.order() !== 'read';
        const picture = live.way() === null ? undefined : pictures?.find;
        return pageLines(article, { ...look, code, setsRight, picture, hasCaptions });
      };
    },
    showsPictures: () => live.way() !== null,
    /** Takes in what the terminal says. */
    hear(told: TerminalChange | PictureTrait) {
      if (told.type === 'background' || told.type === 'focus') session.dispatch(told);
      else live.learn(told, terminal.size());
    },
    /** Takes in that the user changed the settings. */
    async change(next: ReadSettings) {
      live.take(next.settings);
      if (!isAccessible) terminal.takeMouse(next.settings.mouse);
      await loadPictures();
      session.dispatch({ type: 'settings', placed: placedSettings(next.settings) });
      layOutAgain();
      session.redraw();
      const text = firstProblem(next.problems);
      if (text !== null) session.dispatch({ type: 'note', note: { text, tone: 'warning' } });
    },
    /** Ends the threads. */
    close() {
      made?.close();
      pictures?.stop();
    },
    /** What the next reader begins with. */
    remember() {
      writeMemory(finder, host, remembered, session.getState());
    },
  };
}
