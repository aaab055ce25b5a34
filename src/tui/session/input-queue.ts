// Inputs in their order: one that acts on a row waits for the list that it was typed for.
import { isUrgent, lookUpKey, withoutAlt } from '../input/key-press.ts';
import { isAsking } from '../state/listing.ts';
import type { State } from '../state/state.ts';
import type { Input } from '../terminal/keys.ts';

function isWaiting(state: State, next: Input, isCounting: IsCounting): boolean {
  const { prompt, feeds, tree, filter, listed, selected } = state;
  if (prompt !== null) return false;
  if (feeds !== null) {
    const command = next.type === 'key' ? lookUpKey(state, 'feeds', next.name).command : null;
    // Moving waits for no list; marking does, for the selected row's, and a jump to news for their count.
    const isMark = command === 'feeds-read' && isAsking(state);
    const isForNews = command === 'next-news' || command === 'previous-news';
    return tree === null || isMark || (isForNews && isCounting('news'));
  }
  if (filter.isEntered || isAsking(state) || isCounting('any')) return true;
  return listed.length > 0 && listed.keys.length <= selected;
}

/** A key with Alt may be two inputs; any other input is itself. */
function splitAlt(state: State, input: Input): readonly Input[] {
  if (input.type !== 'key') return [input];
  return withoutAlt(state, input.name).map((name) => ({ type: 'key', name }));
}

/** Whether feeds are counted that keys of their news wait for, or any key. */
type IsCounting = (keys: 'news' | 'any') => boolean;

/**
 * @param isOpen false while no input can be handled at all
 * @param handle does what an input asks for
 */
export function createInputQueue(
  getState: () => State,
  isOpen: () => boolean,
  isCounting: IsCounting,
  handle: (input: Input) => void,
) {
  const waiting: Input[] = [];
  /** Those before it are handled: tens of thousands may wait for a list, and none of them is moved. */
  let first = 0;
  /** Handles waiting inputs, as far as that is possible by now. */
  const handleWaiting = () => {
    while (isOpen()) {
      const next = waiting[first];
      if (next === undefined) {
        waiting.length = 0;
        first = 0;
        return;
      }
      const [input = next, after] = splitAlt(getState(), next);
      if (isWaiting(getState(), input, isCounting)) return;
      if (after === undefined) first += 1;
      else waiting[first] = after;
      handle(input);
    }
  };
  return {
    handleWaiting,
    hear(inputs: readonly Input[]) {
      for (const input of inputs) {
        if (isOpen() && input.type === 'key' && isUrgent(getState(), input.name)) handle(input);
        else waiting.push(input);
        handleWaiting();
      }
    },
  };
}
