// Keeps the reader's state: actions come in, and listeners are told of what became of it.
import { type Action, reduce } from '../state/reduce/reduce.ts';
import type { State } from '../state/state.ts';

/** The state of one reader, in the shape that React's `useSyncExternalStore` takes. */
export type ReaderStore = ReturnType<typeof createStore>;

interface Reactions {
  onChange(state: State): void;
  onAction(): void;
  /** Before the listeners are told: what is to be shown can still be supplied. */
  onTell(): void;
}

export function createStore(initial: State, reactions: Reactions) {
  let state = initial;
  let isTelling = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    reactions.onTell();
    isTelling = false;
    for (const listener of listeners) listener();
  };
  const become = (next: State) => {
    state = next;
    if (!isTelling) queueMicrotask(tell);
    isTelling = true;
  };
  /** @returns whether it changed anything */
  const take = (action: Action): boolean => {
    const next = reduce(state, action);
    if (next === state) return false;
    become(next);
    reactions.onChange(next);
    return true;
  };
  return {
    getState: (): State => state,
    /** Listeners are told once for all that happens in one turn of the loop. */
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Takes what happened; what follows from it is done at once. */
    dispatch(action: Action) {
      if (take(action)) reactions.onAction();
    },
    /** Takes what the state asked for: nothing else follows from it. */
    supply: (action: Action) => void take(action),
    /** Tells the listeners anew: what the screen needs beside the state is another. */
    redraw: () => become({ ...state }),
  };
}
