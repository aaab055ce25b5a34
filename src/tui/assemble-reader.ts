// Joins the parts of a reader: the library, the session, what they do to the world, and the screen.
import { createDateFormatter } from '../core/dates/format-dates.ts';
import { firstProblem } from '../core/errors.ts';
import { EVERYTHING_MUTED } from '../core/query/query.ts';
import type { JobHost } from '../jobs/job-host.ts';
import type { ReaderEnd, ReaderOpening, ReadSettings } from '../jobs/reader-opening.ts';
import type { PictureTrait } from '../text/pictures/picture-protocols.ts';
import { createAddTask } from './effects/add-effects.ts';
import { say } from './effects/effect-world.ts';
import { runEffect, type World } from './effects/effects.ts';
import { createFetchTask } from './effects/fetch-effects.ts';
import { createLatestTask } from './effects/latest-task.ts';
import type { Effect } from './input/outcome.ts';
import { chooseLister } from './library/lister.ts';
import { openingList } from './library/opening-list.ts';
import { createPageCache } from './library/page-cache.ts';
import { createReaderLibrary, type Hooking } from './library/reader-library.ts';
import type { PictureReader } from './library/reader-pictures.ts';
import { createLiveSettings, type LiveSettings, placedSettings } from './session/live-settings.ts';
import { createPageMaker, type PageMaker } from './session/page-maker.ts';
import { readSavedSession, saveSession } from './session/saved-session.ts';
import { createSession, type Session } from './session/session.ts';
import { initialState } from './state/reduce/reduce.ts';
import { EVERYWHERE } from './state/state.ts';
import type { Size } from './terminal/keys.ts';
import { createPainter } from './terminal/painter.ts';
import type { Terminal } from './terminal/terminal.ts';
import type { TerminalChange } from './terminal/terminal-replies.ts';
import { createCursor } from './view/cursor-place.ts';
import { createListColumns } from './view/list-columns.ts';
import type { ScreenContext } from './view/pane.tsx';
import { createWindowStatus, knownWindow } from './view/window-status.ts';

export interface ReaderOptions
  extends ReaderOpening,
    Pick<JobHost, 'env' | 'platform' | 'version'> {
  /** The clock, for dates in the list. */
  readonly now: () => Date;
}

const ANY_ORDER = { sort: 'published', reverse: false } as const;

/** The state that a reader begins with, and what was saved of the last one. */
async function openingState(
  options: ReaderOptions,
  library: ReturnType<typeof createReaderLibrary>,
  size: Size,
) {
  const { finder, env, platform, settings, saved, start: open, writable: canAdd } = options;
  const lastSession = readSavedSession(finder.root, { env, platform }, saved.queries);
  // An article that is named is opened in the whole library.
  const isOfAll = open !== undefined || settings.opens === 'all';
  const sort = settings.sort === 'last' ? lastSession.sort : settings.sort;
  const opened = { ...lastSession, sort, ...(isOfAll && { scope: EVERYWHERE }) };
  const isForUnread = settings.opens === 'unread';
  const { scope, ...opening } = await openingList(finder, opened, options.now(), open, isForUnread);
  const known = { ...library.standing([]), ...opening, lastSession: { ...opened, scope } };
  const started = { saved: saved.queries, open, canAdd, background: options.background };
  const state = initialState({
    size,
    ...placedSettings(settings, options.programs),
    ...known,
    ...started,
  });
  return { state, lastSession };
}

function createView(
  { finder, locale, color, now }: ReaderOptions,
  live: LiveSettings,
  { pictureRow }: PageMaker,
  { rows }: Pick<World['library'], 'rows'>,
): ScreenContext {
  const dates = createDateFormatter(locale);
  const shortDate = (date: string) => (date === '' ? '' : dates.short(date, now()));
  return {
    root: finder.root,
    color,
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
    pictureRow,
    listDate: ({ published, added }) => shortDate(published ?? added ?? ''),
    columns: createListColumns(shortDate, rows, () => live.now().columns),
  };
}

/** A reader in plain lines paints nothing. */
function createReaderPainter(
  { env, settings: { accessible, motion } }: ReaderOptions,
  terminal: Terminal,
  { getState }: Session,
  { draw }: PageMaker,
): World['painter'] {
  const known = knownWindow({ env, isStill: !motion });
  const window = createWindowStatus(getState, known, () => performance.now());
  const sink = accessible ? () => {} : terminal.write;
  return createPainter(terminal.size(), sink, createCursor(getState), window, draw);
}

/** What the effects of a reader change; all of its parts know it. */
function createWorld(
  { env, platform, version, now, locale }: ReaderOptions,
  live: LiveSettings,
  parts: Pick<World, 'terminal' | 'session' | 'library' | 'pages' | 'painter' | 'foldCaptions'>,
) {
  let quit: World['quit'] = () => {};
  const leaving = new AbortController();
  const left = new Promise((resolve) => leaving.signal.addEventListener('abort', resolve));
  const quitted = new Promise<ReaderEnd>((resolve) => {
    quit = (interrupted) => resolve(interrupted ? 'interrupted' : 'quit');
  });
  const world: World = {
    ...parts,
    platform,
    quit,
    version,
    locale,
    looking: createLatestTask(),
    steps: [],
    leaving: leaving.signal,
    left,
    beginning: new Set(),
    live,
    run: (effect) => void runEffect(world, effect),
    downloading: new Set(),
    addTask: createAddTask(parts.library.root, version, now),
    fetchTask: createFetchTask({ env, platform, version }, now),
  };
  return { world, quitted, endPrograms: () => leaving.abort() };
}

async function takeSettings(
  next: ReadSettings,
  live: LiveSettings,
  maker: PageMaker,
  reader: Session & PictureReader & { readonly isAccessible: boolean; readonly terminal: Terminal },
): Promise<void> {
  const { settings, programs } = next;
  live.take(next);
  if (!reader.isAccessible) reader.terminal.takeMouse(settings.mouse);
  await maker.loadPictures(reader);
  reader.dispatch({ type: 'settings', placed: placedSettings(settings, programs) });
  reader.layOutAgain();
  reader.redraw();
  const text = firstProblem(next.problems);
  if (text !== null) reader.dispatch({ type: 'note', note: { text, tone: 'warning' } });
}

function hookingOf(live: LiveSettings, world: () => World): Hooking {
  return () => ({
    hooks: live.programs().hooks,
    env: live.env(),
    onFailure: (text) => say(world(), text, 'warning'),
  });
}

/** The parts of a reader; nothing is drawn yet. */
export async function assembleReader(options: ReaderOptions, terminal: Terminal) {
  const { finder, locale, env, platform, now, settings } = options;
  const host = { env, platform };
  const live = createLiveSettings(options);
  const { accessible: isAccessible } = settings;
  const maker = createPageMaker({ ...options, root: finder.root, isAccessible, live });
  const pages = createPageCache(finder, locale, maker.maker);
  const library = createReaderLibrary(
    finder,
    host,
    now,
    hookingOf(live, () => world),
  );
  const { state, lastSession } = await openingState(options, library, terminal.size());
  const lister = chooseLister(finder, host, now);
  const run = (effect: Effect): void => world.run(effect);
  const readAt = () => live.now().read_at;
  const session: Session = createSession(state, { pages, lister, library }, run, readAt);
  const layOutAgain = () => {
    pages.forget();
    session.refresh();
  };
  const painter = createReaderPainter(options, terminal, session, maker);
  const foldCaptions = () => {
    maker.foldCaptions();
    layOutAgain();
  };
  const parts = { terminal, session, library, pages, painter, foldCaptions };
  const { world, quitted, endPrograms } = createWorld(options, live, parts);
  const pictured = { ...session, layOutAgain, terminal };
  return {
    session,
    world,
    view: createView(options, live, maker, library),
    lister,
    run,
    quitted,
    endPrograms,
    readAt,
    loadPages: () => maker.load(pictured),
    showsPictures: () => live.protocol() !== null,
    hear(told: TerminalChange | PictureTrait) {
      if (told.type === 'background' || told.type === 'focus') session.dispatch(told);
      else live.learn(told, terminal.size());
    },
    change: (next: ReadSettings) => takeSettings(next, live, maker, { ...pictured, isAccessible }),
    close() {
      lister.close();
      maker.stop();
    },
    remember() {
      saveSession(finder, host, lastSession, session.getState());
    },
  };
}
