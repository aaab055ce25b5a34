// Inputs in their order: one that means a row waits for the list that it was typed for.
import { isUrgent, pressed, withoutAlt } from '../input/pressed.ts';
import { isAsking } from '../state/listing.ts';
import type { State } from '../state/state.ts';
import type { Input } from '../terminal/keys.ts';

function isWaiting(state: State, next: Input, isCounting: IsCounting): boolean {
  const { prompt, feeds, tree, filter, listed, selected } = state;
  if (prompt !== null) return false;
  if (feeds !== null) {
    const command = next.type === 'key' ? pressed(state, 'feeds', next.name).command : null;
    // Moving waits for no list; marking means the one of the selected row, and news are counted ones.
    const isMark = command === 'feeds-read' && isAsking(state);
    const isForNews = command === 'next-news' || command === 'previous-news';
    return tree === null || isMark || (isForNews && isCounting('news'));
  }
  if (filter.isEntered || isAsking(state) || isCounting('any')) return true;
  return listed.length > 0 && listed.keys.length <= selected;
}

/** What a key with Alt comes to, one input or two; all else is itself. */
function parted(state: State, input: Input): readonly Input[] {
  if (input.type !== 'key') return [input];
  return withoutAlt(state, input.name).map((name) => ({ type: 'key', name }));
}

/** Whether feeds are counted that keys of their news wait for, or any key. */
type IsCounting = (keys: 'news' | 'any') => boolean;

/**
 * @param isOpen false while nothing can be obeyed at all
 * @param obey does what an input means
 */
export function createInputQueue(
  getState: () => State,
  isOpen: () => boolean,
  isCounting: IsCounting,
  obey: (input: Input) => void,
) {
  const waiting: Input[] = [];
  /** Those before it are obeyed: tens of thousands may wait for a list, and none of them is moved. */
  let first = 0;
  /** Obeys what waited, as far as that is possible by now. */
  const obeyWaiting = () => {
    while (isOpen()) {
      const next = waiting[first];
      if (next === undefined) {
        waiting.length = 0;
        first = 0;
        return;
      }
      const [input = next, after] = parted(getState(), next);
      if (isWaiting(getState(), input, isCounting)) return;
      if (after === undefined) first += 1;
      else waiting[first] = after;
      obey(input);
    }
  };
  return {
    obeyWaiting,
    hear(inputs: readonly Input[]) {
      for (const input of inputs) {
        if (isOpen() && input.type === 'key' && isUrgent(getState(), input.name)) obey(input);
        else waiting.push(input);
        obeyWaiting();
      }
    },
  };
}
