// Opens the reader on a library and the terminal, and returns when the user quits.
import process from 'node:process';
import type { Instance } from 'ink';
import { createDateFormatter, type Locale } from '../core/dates/format-dates.ts';
import { firstProblem } from '../core/errors.ts';
import { EVERYTHING_MUTED } from '../core/query/query.ts';
import type { Finder } from '../library/finder/finder.ts';
import type { readSavedQueries } from '../library/place/saved-queries.ts';
import type { TextOrder } from '../text/bidi.ts';
import { learntWay, type PictureTrait, type PictureWay } from '../text/picture-ways.ts';
import type { Background, Theme } from '../text/themes.ts';
import { createAddTask } from './effects/add-effects.ts';
import { runEffect, type World } from './effects/effects.ts';
import { createFetchTask } from './effects/fetch-effects.ts';
import { createLatest } from './effects/latest.ts';
import { createIdleTimer, watchLibrary } from './effects/watch-library.ts';
import type { Effect } from './input/steps.ts';
import { chooseLister, type Lister } from './library/lister.ts';
import { openingList } from './library/opening-list.ts';
import { createPageCache, libraryProblem, type MakePage } from './library/page-cache.ts';
import { createReaderLibrary } from './library/reader-library.ts';
import type { createReaderPictures } from './library/reader-pictures.ts';
import { readMemory, writeMemory } from './session/memory.ts';
import { createSession, type Session } from './session/session.ts';
import { initialState } from './state/reduce/reduce.ts';
import { EVERYWHERE } from './state/state.ts';
import { createPainter } from './terminal/painter.ts';
import type { TerminalChange } from './terminal/reports.ts';
import { openTerminal, type Terminal } from './terminal/terminal.ts';
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
  /** Columns of the page's widest line, 20 and up; 0 for as many as there are; by default 76. */
  readonly measure?: number | undefined;
  /** Minutes after which feeds are fetched again; without it nothing is fetched by itself. */
  readonly fetchEvery?: number | undefined;
  readonly locale: Locale;
  /** Without colour there is no attribute either. */
  readonly color: boolean;
  readonly order: TextOrder;
  readonly theme: Theme;
  /** `null` where captions stand for pictures. */
  readonly pictures: PictureWay | null;
  /** As far as it is known before the terminal is asked. */
  readonly background: Background | null;
  /** Nothing is to move by itself. */
  readonly isStill: boolean;
  /** In plain lines, one for each thing that happens, instead of a screen. */
  readonly isAccessible: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** This program's, as it tells web servers. */
  readonly version: string;
  /** The clock, for dates in the list. */
  readonly now: () => Date;
}

/** How the reader was left; the entry turns `interrupted` into its exit code. */
export type ReaderEnd = 'quit' | 'interrupted';

/** Rejects when a bug surfaces anywhere, so that it is told after the terminal was given back. */
function nextBug(): { readonly bug: Promise<never>; readonly release: () => void } {
  let release = () => {};
  const bug = new Promise<never>((_, reject) => {
    // A rejection that nobody handles comes here, too.
    process.on('uncaughtException', reject);
    release = () => void process.off('uncaughtException', reject);
  });
  return { bug, release };
}

const ANY_ORDER = { sort: 'published', reverse: false } as const;

/** The parts of a reader; nothing is drawn yet. */
async function assembleReader(options: ReaderOptions, terminal: Terminal) {
  const { finder, locale, env, platform, version, now, measure } = options;
  const host = { env, platform };
  let makePage: MakePage = () => [];
  let pictures: ReturnType<typeof createReaderPictures> | null = null;
  let way = options.pictures;
  let made: Lister | null = null;
  const lister = (): Lister => {
    made ??= chooseLister(finder, host, now);
    return made;
  };
  const remembered = readMemory(finder.root, host, options.saved.queries);
  // An article that is named is opened in the whole library.
  const memory = options.start === undefined ? remembered : { ...remembered, scope: EVERYWHERE };
  const { scope, ...opening } = await openingList(finder, memory, now(), options.start);
  const pages = createPageCache(finder, locale, () => makePage);
  const library = createReaderLibrary(finder, host, now);
  const size = terminal.size();
  const known = { ...library.standing([]), ...opening, memory: { ...memory, scope } };
  const { saved, start: open, writable: canAdd, background } = options;
  const started = { saved: saved.queries, open, canAdd, background };
  const first = { size, measure, ...known, ...started };
  const run = (effect: Effect): void => void runEffect(world, effect);
  const session: Session = createSession(initialState(first), { pages, lister, library }, run);
  let quit: World['quit'] = () => {};
  const quitted = new Promise<ReaderEnd>((resolve) => {
    quit = (interrupted) => resolve(interrupted ? 'interrupted' : 'quit');
  });
  const world: World = {
    ...{ terminal, session, library, pages, env, platform, quit, run },
    painter: createPainter(
      size,
      options.isAccessible ? () => {} : terminal.write,
      createCursor(session.getState),
      createWindow(session.getState, knownWindow(options), () => performance.now()),
      (row) => pictures?.draw(row) ?? row,
    ),
    ...{ version, looking: createLatest(), isStill: options.isStill },
    steps: [],
    addTask: createAddTask(finder.root, version, now),
    fetchTask: createFetchTask({ env, platform, version }, now),
  };
  const dates = createDateFormatter(locale);
  const shortDate = (date: string) => (date === '' ? '' : dates.short(date, now()));
  const view: ScreenContext = {
    root: finder.root,
    color: options.color,
    order: options.order,
    theme: options.theme,
    hasMuted: () => finder.keys({ query: EVERYTHING_MUTED, ...ANY_ORDER }).length > 0,
    pictureRow: (row) => pictures?.row(row) ?? null,
    listDate: ({ published, added }) => shortDate(published ?? added ?? ''),
    columns: createListColumns(shortDate, library.rows),
  };
  return {
    ...{ session, world, view, lister, run, quitted },
    /** From here on pages can be laid out: what does that is the larger half of the program. */
    async loadPages() {
      const { pageLines } = await import('../render/page/page-lines.ts');
      const { createCodeColors } = await import('../render/page/code-colors.ts');
      const code = createCodeColors();
      const layOutAgain = () => {
        pages.forget();
        session.refresh();
      };
      const known = way;
      if (known !== null && !options.isAccessible) {
        const { createReaderPictures } = await import('./library/reader-pictures.ts');
        const parts = { ...session, layOutAgain, terminal };
        pictures = createReaderPictures(finder.root, () => way ?? known, parts);
      }
      const picture = pictures?.find;
      makePage = (article, look) => {
        // Colours come a moment later: they move nothing.
        void (options.color ? code.load(article.markdown) : null)?.then(layOutAgain);
        const setsRight = options.order !== 'read';
        return pageLines(article, { ...look, code, setsRight, picture });
      };
    },
    /** Takes in what the terminal says. */
    hear(told: TerminalChange | PictureTrait) {
      if (told.type !== 'name' && told.type !== 'cell') session.dispatch(told);
      else if (way !== null) way = learntWay(way, told);
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

/** In ms; and the longest that a timer can wait. */
const [MINUTE, LONGEST] = [60_000, 2 ** 31 - 1];

type Reader = Awaited<ReturnType<typeof assembleReader>>;
/** Shows a reader from now on: on the screen, or in lines that are added to it. */
type Mount = (reader: Reader, terminal: Terminal) => Pick<Instance, 'unmount' | 'waitUntilExit'>;

async function loadMount(isAccessible: boolean): Promise<Mount> {
  if (isAccessible) {
    const { mountSpeaker } = await import('./accessible/speaker.ts');
    return ({ session, view, world, run }, terminal) => {
      const onRead = (id: string) =>
        run({ type: 'mark', changes: [{ id, set: { read: true } }], isAuto: true });
      return mountSpeaker({ store: session, view, pages: world.pages, onRead }, terminal.write);
    };
  }
  const { mountReader } = await import('./view/screen.tsx');
  return ({ session, view, world }) => mountReader({ store: session, view }, world.painter);
}

/** Puts a reader on the screen. */
async function startReader(options: ReaderOptions, terminal: Terminal, mount: Mount) {
  const reader = await assembleReader(options, terminal);
  const { session, world, lister } = reader;
  const leave = () => {
    session.leave();
    world.library.flush();
    reader.remember();
  };
  const { painter, addTask, fetchTask } = world;
  const quiet = createIdleTimer(() => performance.now());
  terminal.onLoss(leave);
  terminal.onStop(() => reader.run({ type: 'suspend' }));
  terminal.enter();
  const app = mount(reader, terminal);
  const stopHearing = terminal.keys.hear((inputs) => {
    quiet.disturb();
    session.hear(inputs);
  });
  const stopSizing = terminal.onSize((size) => {
    painter.resize(size);
    session.dispatch({ type: 'resize', size });
  });
  const { listed } = session.getState();
  if (listed.keys.length < listed.length) session.askListAgain();
  // What it says is shown when it is there; nothing waits for it.
  if (!options.isAccessible) terminal.ask(reader.hear);
  await reader.loadPages();
  const text = firstProblem(options.saved.problems) ?? libraryProblem(options.finder);
  if (text !== null) session.dispatch({ type: 'note', note: { text, tone: 'warning' } });
  session.open();
  session.recount();
  const unwatch = watchLibrary({ ...world, lister, quiet });
  const { fetchEvery } = options;
  if (fetchEvery !== undefined) {
    fetchTask.repeat(world, Math.min(fetchEvery * MINUTE, LONGEST));
  }
  return {
    /** Resolves when the user quits, rejects when a component throws. */
    ended: Promise.race([reader.quitted, app.waitUntilExit().then(() => 'quit' as const)]),
    /** Lets go of the keys; nothing is painted any more. */
    stop() {
      unwatch();
      addTask.stop();
      world.looking.stop();
      reader.close();
      leave();
      stopHearing();
      stopSizing();
      app.unmount();
    },
    /** What goes on beside it is broken off; resolves when nothing is being written any more. */
    settled: fetchTask.stop,
  };
}

/**
 * Runs the full-screen reader until the user quits. The terminal is given back on every way out.
 * @throws whatever bug surfaced, after the terminal was given back
 */
export async function runReader(options: ReaderOptions): Promise<ReaderEnd> {
  const { order, isAccessible } = options;
  const mount = await loadMount(isAccessible);
  const { showsProgress } = knownWindow(options);
  const ordersText = order === 'seen';
  const { pictures } = options;
  const asksPictures = pictures !== null && !(pictures.isChosen && pictures.kind === 'blocks');
  const how = { ordersText, addsLines: isAccessible, showsProgress, asksPictures };
  const terminal = openTerminal(how);
  const { bug, release } = nextBug();
  let running: Awaited<ReturnType<typeof startReader>> | null = null;
  try {
    running = await startReader(options, terminal, mount);
    const end = await Promise.race([running.ended, bug]);
    await terminal.answered();
    return end;
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
