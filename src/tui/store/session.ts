// One reader at work: keeps the state, reads inputs, fetches lists and pages, and hands effects out.

import type { ArticleChange } from '../../core/journal/change-entry.ts';
import type { Keys } from '../../library/finder/finder.ts';
import type { Lister } from '../effects/library/lister.ts';
import type { Shelf } from '../effects/library/page-cache.ts';
import type { Stock } from '../effects/library/row-cache.ts';
import { interpret } from '../input/interpret.ts';
import { wantedPage } from '../state/geometry.ts';
import { currentQuestion, isAsking, isListPending, isSameQuestion } from '../state/listing.ts';
import { reduce } from '../state/reduce/reduce.ts';
import { selectedHead } from '../state/rows-at-hand.ts';
import { missingKeys } from '../state/rows-in-sight.ts';
import { currentPage } from '../state/scroll.ts';
import { headAtHand, shownPreview } from '../state/shown-article.ts';
import type { Action, Question, State } from '../state/state.ts';
import type { Effect } from '../state/step.ts';
import type { Input } from '../terminal/keys.ts';
import { createWitness } from './reading-marks.ts';

/** A store in the shape React's `useSyncExternalStore` takes. */
export interface Session {
  getState(): State;
  subscribe(listener: () => void): () => void;
  dispatch(action: Action): void;
  hear(inputs: readonly Input[]): void;
  /** From here on articles can be laid out; what was heard before is now obeyed. */
  open(): void;
  /** Lays the article at hand out anew. */
  refresh(): void;
  /**
   * Asks anew for what the list holds; what no longer fits it stays.
   * @param select key of an article to select, where it is there: it came back
   * @param done is called when the answer is in the state
   */
  relist(select?: number, done?: () => void): void;
  /** Draws anew: what the screen needs beside the state is another. */
  redraw(): void;
  /** Counts anew what fits the saved queries. */
  recount(): void;
  /** Counts by feed and by tag. */
  tally: Lister['tally'];
  /** Says what goes wrong without anyone having asked for it: once. */
  complain(text: string): void;
  /** The reader is left: the place in the article that is open is kept. */
  leave(): void;
}

/** What a session works with. */
export interface Sources {
  readonly shelf: Pick<Shelf, 'page' | 'preview' | 'problem'>;
  readonly lister: Pick<Lister, 'list' | 'count' | 'tally'>;
  readonly stock: Pick<Stock, 'rows'>;
}

/** Keys that must not wait for an answer. */
const URGENT: ReadonlySet<string> = new Set(['ctrl-c', 'ctrl-l', 'ctrl-z', 'Q']);

/** Makes a session. Listeners are told once for all that happens in one turn of the loop. */
export function createSession(
  initial: State,
  { shelf, lister, stock }: Sources,
  runEffect: (effect: Effect) => void,
): Session {
  let state = initial;
  let isOpen = false;
  let isTelling = false;
  let waiting: Input[] = [];
  let hasComplained = false;
  let hasQuit = false;
  let openId: string | null = null;
  /** The question under way. */
  let asked: Question | null = null;
  /** What to do when the list of the present question is answered anew; `null` for nothing. */
  let relisting: { readonly select: number | undefined; readonly done: (() => void)[] } | null =
    null;
  const listeners = new Set<() => void>();
  const witness = createWitness();

  const keep = (changes: readonly ArticleChange[]) => {
    if (changes.length > 0) runEffect({ type: 'keep', changes });
  };
  const become = (next: State) => {
    state = next;
    keep(witness.see(next));
  };

  const warn = (text: string) => {
    become(reduce(state, { type: 'note', note: { text, tone: 'warning' } }));
  };
  /** What is wrong with an article is said when it is opened. */
  const warnOfArticle = () => {
    const head = state.focus === 'article' ? headAtHand(state) : undefined;
    if ((head?.id ?? null) === openId) return;
    openId = head?.id ?? null;
    const problem = head === undefined ? null : shelf.problem(head);
    if (problem !== null && state.note === null) warn(problem);
  };

  /** Files that have gone are no rows: others move up, and may be missing too. */
  const settleRows = () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const missing = missingKeys(state);
      if (missing.length === 0) return;
      const rows = stock.rows(missing);
      const had = new Set(rows.map(({ key }) => key));
      const gone = missing.filter((key) => !had.has(key));
      if (rows.length > 0) become(reduce(state, { type: 'rows', rows }));
      if (gone.length > 0) become(reduce(state, { type: 'gone', keys: gone }));
    }
  };
  const settlePage = (isForced = false) => {
    const wanted = isOpen ? wantedPage(state) : null;
    const head = selectedHead(state);
    const { page } = state;
    if (wanted === null) return;
    if (!isForced && page?.id === wanted.id && page.width === wanted.width) return;
    const preview = shownPreview(state);
    if (preview !== null) {
      become(reduce(state, { type: 'page', page: shelf.preview(preview, wanted.width) }));
    } else if (head !== undefined) {
      become(reduce(state, { type: 'page', page: shelf.page(head, wanted.width) }));
    }
  };
  const tell = () => {
    isTelling = false;
    settleRows();
    settlePage();
    for (const listener of listeners) listener();
  };
  const tellSoon = () => {
    if (!isTelling) queueMicrotask(tell);
    isTelling = true;
  };
  const takeAnswer = (question: Question, keys: Keys) => {
    const { select, done } = relisting ?? { select: undefined, done: [] };
    asked = null;
    relisting = null;
    dispatch({ type: 'listed', listing: { question, keys, length: keys.length }, select });
    for (const next of done) next();
    obeyWaiting();
  };
  /** What is listed stays, and what comes back comes, whether they fit or not. */
  const keptKeys = (select: number | undefined): Keys =>
    select === undefined ? state.listed.keys : Uint32Array.from([...state.listed.keys, select]);
  const ask = () => {
    const question = currentQuestion(state);
    const isUnderWay = asked !== null && isSameQuestion(asked, question);
    if (isUnderWay || (relisting === null && !isAsking(state))) return;
    asked = question;
    const keep = isAsking(state) || question.text === '' ? null : keptKeys(relisting?.select);
    lister.list({ question, keep }, (keys) => takeAnswer(question, keys));
  };
  const dispatch = (action: Action) => {
    const next = reduce(state, action);
    if (next === state) return;
    become(next);
    ask();
    if (state.focus === 'article') settleRows();
    warnOfArticle();
    tellSoon();
  };
  const obey = (input: Input) => {
    // What was typed after the key that quits is not the reader's.
    if (hasQuit) return;
    settleRows();
    // In the article a key means its page; in the list the last page of a burst will do.
    if (state.focus === 'article' && currentPage(state) === null) settlePage();
    const { action, effect } = interpret(state, input);
    if (action?.type !== 'digit') dispatch({ type: 'settle' });
    if (action !== undefined) dispatch(action);
    hasQuit = effect?.type === 'quit';
    if (effect !== undefined) runEffect(effect);
  };
  /** A key that means a row waits for the list it was typed for. */
  const mustWait = (): boolean => {
    if (!isOpen) return true;
    if (state.prompt !== null) return false;
    if (state.side !== null) return state.sideEntries === null;
    return (
      isListPending(state) ||
      (state.listed.length > 0 && state.listed.keys.length <= state.selected)
    );
  };
  const obeyWaiting = () => {
    while (waiting.length > 0 && !mustWait()) {
      const [next, ...others] = waiting;
      waiting = others;
      if (next !== undefined) obey(next);
    }
  };
  ask();
  // The first frame has its rows.
  settleRows();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    hear(inputs) {
      for (const input of inputs) {
        if (isOpen && input.type === 'key' && URGENT.has(input.name)) obey(input);
        else waiting.push(input);
        obeyWaiting();
      }
      obeyWaiting();
    },
    open() {
      isOpen = true;
      settleRows();
      warnOfArticle();
      settlePage();
      obeyWaiting();
      tellSoon();
    },
    relist(select, done) {
      const known = relisting ?? { select: undefined, done: [] };
      relisting = {
        select: select ?? known.select,
        done: done === undefined ? known.done : [...known.done, done],
      };
      asked = null;
      ask();
    },
    redraw() {
      state = { ...state };
      tellSoon();
    },
    recount() {
      const texts = state.saved.map(({ text }) => text);
      if (texts.length === 0) return;
      lister.count(texts, (counts) => dispatch({ type: 'counts', counts }));
    },
    tally: (answer) => lister.tally(answer),
    complain(text) {
      if (hasComplained) return;
      hasComplained = true;
      dispatch({ type: 'note', note: { text, tone: 'warning' } });
    },
    leave: () => keep(witness.leave()),
    refresh() {
      settlePage(true);
      tellSoon();
    },
  };
}
