// One reader at work: its store, what it asks the library, and the effects it hands out.
import type { ArticleChange } from '../../core/journal/alterations.ts';
import { handleInput } from '../input/handle-input.ts';
import type { Effect } from '../input/outcome.ts';
import type { Lister } from '../library/lister.ts';
import type { PageCache } from '../library/page-cache.ts';
import type { ReaderLibrary } from '../library/reader-library.ts';
import { screenGeometry, wantedPage } from '../state/geometry.ts';
import { missingKeys } from '../state/listing.ts';
import { selectedHead, shownHead, shownPreview } from '../state/loaded-rows.ts';
import { currentPage } from '../state/scroll.ts';
import type { State } from '../state/state.ts';
import type { Input } from '../terminal/keys.ts';
import { createFeedCounts } from './feed-counts.ts';
import { createInputQueue } from './input-queue.ts';
import { createListLoader } from './list-loader.ts';
import { createReadingMarks } from './reading-marks.ts';
import { createStore, type ReaderStore } from './store.ts';

/** A store that hears inputs and asks the library for what it shows. */
export type Session = ReturnType<typeof createSession>;

interface Sources {
  readonly pages: Pick<PageCache, 'page' | 'preview' | 'problem'>;
  readonly lister: Pick<Lister, 'list' | 'count' | 'tally' | 'look'>;
  readonly library: Pick<ReaderLibrary, 'rows'>;
}

/** Files that have gone are no rows: others move up, and may be missing too. */
const MOST_TURNS = 3;

function supplyRows(store: ReaderStore, library: Sources['library']): void {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const missing = missingKeys(store.getState());
    if (missing.length === 0) return;
    const rows = library.rows(missing);
    const found = new Set(rows.map(({ key }) => key));
    const gone = missing.filter((key) => !found.has(key));
    store.supply({ type: 'rows', rows, gone });
  }
}

/** Has the shown article laid out, and says what is wrong with one that is opened. */
function createPageLoader(store: ReaderStore, pages: Sources['pages']) {
  let isOpen = false;
  let openedId: string | null = null;
  /** Gives the state the page it wants. @param isForced also where it has that page */
  const ask = (isForced = false): void => {
    const state = store.getState();
    const wanted = isOpen ? wantedPage(state) : null;
    if (wanted === null) return;
    const { id, width } = wanted;
    if (!isForced && state.page?.id === id && state.page.width === width) return;
    const preview = shownPreview(state);
    const head = selectedHead(state);
    if (preview !== null) store.supply({ type: 'page', page: pages.preview(preview, width) });
    else if (head !== undefined) {
      const page = pages.page(head, width);
      // Of a file that is the same nothing is laid out, nor moved.
      if (page.lines !== state.page?.lines) store.supply({ type: 'page', page });
    }
  };
  return {
    ask,
    /** From here on articles can be laid out. */
    open() {
      isOpen = true;
    },
    isOpen: () => isOpen,
    /** An article that was just opened is as its file is now; what is wrong with it is said. */
    seeOpened() {
      const state = store.getState();
      const head = state.focus === 'article' ? shownHead(state) : undefined;
      if ((head?.id ?? null) === openedId) return;
      openedId = head?.id ?? null;
      if (head === undefined) return;
      if (state.page?.id === head.id) ask(true);
      const text = pages.problem(head);
      if (text !== null && state.note === null) {
        store.supply({ type: 'note', note: { text, tone: 'warning' } });
      }
    },
  };
}

/**
 * Tells the Enter that somebody types behind the number of a link: one that can become no other is
 * followed at once.
 */
function createEnterOfLink() {
  let isFollowed = false;
  const isKey = (input: Input, name: RegExp) => input.type === 'key' && name.test(input.name);
  return {
    is(state: State, input: Input): boolean {
      const isOfLink = isFollowed && isKey(input, /^enter$/) && shownPreview(state) === null;
      isFollowed = false;
      return isOfLink;
    },
    /** Looks at what an input did. */
    see(before: State, input: Input, { prompt }: State): void {
      isFollowed = before.prompt?.kind === 'link' && prompt === null && isKey(input, /^\d$/);
    },
  };
}

function createInputHandler(
  store: ReaderStore,
  library: Sources['library'],
  page: ReturnType<typeof createPageLoader>,
  runEffect: (effect: Effect) => void,
) {
  let hasQuit = false;
  const enterOfLink = createEnterOfLink();
  return (input: Input): void => {
    // What was typed after the key that quits is meant for the shell.
    if (hasQuit) return;
    supplyRows(store, library);
    const state = store.getState();
    if (enterOfLink.is(state, input)) return;
    // In the article a key means its page; in the list the last page of a burst will do.
    if (state.focus === 'article' && currentPage(state) === null) page.ask();
    const { action, effect } = handleInput(store.getState(), input);
    if (action?.type !== 'digit' && action?.type !== 'chord') store.dispatch({ type: 'settle' });
    if (action !== undefined) store.dispatch(action);
    enterOfLink.see(state, input, store.getState());
    hasQuit = effect?.type === 'quit';
    if (effect !== undefined) runEffect(effect);
  };
}

/** The feeds are on the screen by themselves on a wide one: they are counted once when that is. */
function createFirstCount(isOpen: () => boolean, count: () => void) {
  let hasCounted = false;
  return (state: State): void => {
    if (hasCounted || !isOpen() || screenGeometry(state).feeds === null) return;
    hasCounted = true;
    count();
  };
}

/** @param readAt the setting `read_at` by now */
export function createSession(
  initial: State,
  { pages, lister, library }: Sources,
  runEffect: (effect: Effect) => void,
  readAt?: () => string,
) {
  const reading = createReadingMarks(readAt, () => keep(reading.see(store.getState())));
  const keep = (changes: readonly ArticleChange[]) => {
    if (changes.length > 0) runEffect({ type: 'mark', changes, isAuto: true });
  };
  const store = createStore(initial, {
    onChange: (state) => keep(reading.see(state)),
    onAction() {
      list.ask();
      const state = store.getState();
      if (state.focus === 'article') supplyRows(store, library);
      countShownFeeds(state);
      page.seeOpened();
    },
    onTell() {
      supplyRows(store, library);
      page.ask();
    },
  });
  const page = createPageLoader(store, pages);
  const countShownFeeds = createFirstCount(page.isOpen, () => runEffect({ type: 'count-feeds' }));
  const counts = createFeedCounts(lister, () => inputs.handleWaiting());
  const isCounting = (keys: 'news' | 'any') =>
    counts.isAwaited() || (keys === 'news' && (counts.isUnderWay() || list.isAskingAgain()));
  const handle = createInputHandler(store, library, page, runEffect);
  const inputs = createInputQueue(store.getState, page.isOpen, isCounting, handle);
  const list = createListLoader(store, lister, inputs.handleWaiting);
  list.ask();
  // The first frame has its rows.
  supplyRows(store, library);
  const { supply: _, ...shown } = store;
  return {
    ...shown,
    ...inputs,
    tally: counts.tally,
    askListAgain: list.askAgain,
    whenListed: list.whenListed,
    /** From here on articles can be laid out; inputs that waited for that are now handled. */
    open() {
      page.open();
      supplyRows(store, library);
      page.seeOpened();
      page.ask();
      inputs.handleWaiting();
      countShownFeeds(store.getState());
    },
    refresh: () => page.ask(true),
    recount: () => recount(store, lister),
    /** Looks for what changed in folders, journals and mutes. */
    look: (answer: () => void) => lister.look(false, answer),
    /** The reader is left: the place in the article that is open is kept. */
    leave: () => keep(reading.leave()),
  };
}

function recount({ getState, dispatch }: ReaderStore, lister: Sources['lister']): void {
  const texts = getState().saved.map(({ text }) => text);
  if (texts.length === 0) return;
  lister.count(texts, (counts) => dispatch({ type: 'counts', counts }));
}
