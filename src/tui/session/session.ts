// One reader at work: its store, what it asks the library, and the effects it hands out.

import type { ArticleChange } from '../../core/journal/alterations.ts';
import { handleInput } from '../input/handle-input.ts';
import type { Lister } from '../library/lister.ts';
import type { PageCache } from '../library/page-cache.ts';
import type { RowCache } from '../library/row-cache.ts';
import { missingKeys } from '../state/listing.ts';
import { currentPage } from '../state/scroll.ts';
import type { State } from '../state/state.ts';
import type { Effect } from '../state/step.ts';
import type { Input } from '../terminal/keys.ts';
import { createInputQueue, type InputQueue } from './input-queue.ts';
import { createListLoader, type ListLoader } from './list-loader.ts';
import { createPageLoader } from './page-loader.ts';
import { createReadingMarks } from './reading-marks.ts';
import { createStore, type ReaderStore } from './store.ts';

/** A store that hears inputs and asks the library for what it shows. */
export interface Session extends Omit<ReaderStore, 'supply'>, InputQueue {
  readonly askListAgain: ListLoader['askAgain'];
  /** From here on articles can be laid out; what was heard before is now obeyed. */
  open(): void;
  /** Lays the shown article out anew. */
  refresh(): void;
  /** Counts anew what fits the saved queries. */
  recount(): void;
  /** Counts by feed and by tag. */
  readonly tally: Lister['tally'];
  /** The reader is left: the place in the article that is open is kept. */
  leave(): void;
}

/** What a session asks. */
export interface Sources {
  readonly pages: Pick<PageCache, 'page' | 'preview' | 'problem'>;
  /** Not asked for before it is needed. */
  readonly lister: () => Pick<Lister, 'list' | 'count' | 'tally'>;
  readonly rows: Pick<RowCache, 'rows'>;
}

/** Files that have gone are no rows: others move up, and may be missing too. */
const MOST_TURNS = 3;

/** Supplies the rows that the screen needs and the state has not. */
function supplyRows(store: ReaderStore, source: Sources['rows']): void {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const missing = missingKeys(store.getState());
    if (missing.length === 0) return;
    const rows = source.rows(missing);
    const found = new Set(rows.map(({ key }) => key));
    const gone = missing.filter((key) => !found.has(key));
    if (rows.length > 0) store.supply({ type: 'rows', rows });
    if (gone.length > 0) store.supply({ type: 'gone', keys: gone });
  }
}

/** Makes a session. */
export function createSession(
  initial: State,
  { pages, lister, rows }: Sources,
  runEffect: (effect: Effect) => void,
): Session {
  const reading = createReadingMarks();
  const keep = (changes: readonly ArticleChange[]) => {
    if (changes.length > 0) runEffect({ type: 'keep', changes });
  };
  const store = createStore(initial, {
    onChange: (state) => keep(reading.see(state)),
    onAction() {
      list.ask();
      if (store.getState().focus === 'article') supplyRows(store, rows);
      page.warn();
    },
    onTell() {
      supplyRows(store, rows);
      page.ask();
    },
  });
  const page = createPageLoader(store, pages);
  let hasQuit = false;
  const obey = (input: Input) => {
    // What was typed after the key that quits is meant for the shell.
    if (hasQuit) return;
    supplyRows(store, rows);
    const state = store.getState();
    // In the article a key means its page; in the list the last page of a burst will do.
    if (state.focus === 'article' && currentPage(state) === null) page.ask();
    const { action, effect } = handleInput(store.getState(), input);
    if (action?.type !== 'digit') store.dispatch({ type: 'settle' });
    if (action !== undefined) store.dispatch(action);
    hasQuit = effect?.type === 'quit';
    if (effect !== undefined) runEffect(effect);
  };
  const inputs = createInputQueue(store.getState, page.isOpen, obey);
  const list = createListLoader(store, lister, inputs.obeyWaiting);
  list.ask();
  // The first frame has its rows.
  supplyRows(store, rows);
  const { supply: _, ...shown } = store;
  return {
    ...shown,
    ...inputs,
    askListAgain: list.askAgain,
    open() {
      page.open();
      supplyRows(store, rows);
      page.warn();
      page.ask();
      inputs.obeyWaiting();
    },
    refresh: () => page.ask(true),
    recount() {
      const texts = store.getState().saved.map(({ text }) => text);
      if (texts.length === 0) return;
      lister().count(texts, (counts) => store.dispatch({ type: 'counts', counts }));
    },
    tally: (answer) => lister().tally(answer),
    leave: () => keep(reading.leave()),
  };
}
