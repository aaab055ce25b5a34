// One reader at work: keeps the state, reads inputs, fetches pages, and hands effects out.

import type { ArticleChange } from '../core/change-entry.ts';
import { headAtHand, shownPreview } from './at-hand.ts';
import { wantedPage } from './geometry.ts';
import { interpret } from './interpret.ts';
import type { Input } from './keys.ts';
import { reduce } from './reduce.ts';
import { currentPage } from './scroll.ts';
import type { Shelf } from './shelf.ts';
import type { Action, State } from './state.ts';
import type { Effect } from './step.ts';
import { createWitness } from './witness.ts';

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
  /** Says what goes wrong without anyone having asked for it: once. */
  complain(text: string): void;
  /** The reader is left: the place in the article that is open is kept. */
  leave(): void;
}

/** Makes a session. Listeners are told once for all that happens in one turn of the loop. */
export function createSession(
  initial: State,
  shelf: Pick<Shelf, 'page' | 'preview' | 'problem'>,
  runEffect: (effect: Effect) => void,
): Session {
  let state = initial;
  let isOpen = false;
  let isTelling = false;
  let early: Input[] = [];
  let hasComplained = false;
  let hasQuit = false;
  let openId: string | null = null;
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

  const settlePage = (isForced = false) => {
    const wanted = isOpen ? wantedPage(state) : null;
    const head = state.listed[state.selected];
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
    settlePage();
    for (const listener of listeners) listener();
  };
  const dispatch = (action: Action) => {
    const next = reduce(state, action);
    if (next === state) return;
    become(next);
    warnOfArticle();
    if (!isTelling) queueMicrotask(tell);
    isTelling = true;
  };
  const obey = (input: Input) => {
    // What was typed after the key that quits is not the reader's.
    if (hasQuit) return;
    // In the article a key means its page; in the list the last page of a burst will do.
    if (state.focus === 'article' && currentPage(state) === null) settlePage();
    const { action, effect } = interpret(state, input);
    if (action?.type !== 'digit') dispatch({ type: 'settle' });
    if (action !== undefined) dispatch(action);
    hasQuit = effect?.type === 'quit';
    if (effect !== undefined) runEffect(effect);
  };
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch,
    hear(inputs) {
      if (isOpen) inputs.forEach(obey);
      else early.push(...inputs);
    },
    open() {
      isOpen = true;
      warnOfArticle();
      settlePage();
      early.forEach(obey);
      early = [];
      if (!isTelling) queueMicrotask(tell);
      isTelling = true;
    },
    complain(text) {
      if (hasComplained) return;
      hasComplained = true;
      dispatch({ type: 'note', note: { text, tone: 'warning' } });
    },
    leave: () => keep(witness.leave()),
    refresh() {
      settlePage(true);
      if (!isTelling) queueMicrotask(tell);
      isTelling = true;
    },
  };
}
