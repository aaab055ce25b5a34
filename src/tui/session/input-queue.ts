// Inputs in their order: one that acts on a row waits for the list that it was typed for.
import { CHORD_END, isChordComplete, splitInput } from '../input/chords.ts';
import { isUrgent, lookUpKey } from '../input/key-press.ts';
import { isAsking } from '../state/listing.ts';
import type { State } from '../state/state.ts';
import type { Input } from '../terminal/keys.ts';

function isWaiting(state: State, next: Input, isCounting: IsCounting): boolean {
  const { prompt, feeds, tree, filter, listed, selected } = state;
  if (prompt !== null) return false;
  if (feeds !== null) {
    const { commands } = state.bindings.feeds;
    const command =
      next.type === 'key'
        ? lookUpKey(state, 'feeds', next.name).command
        : commands.get(state.chord);
    // Moving waits for no list; marking does, for the selected row's, and a jump to news for their count.
    const isMark = command === 'feeds-read' && isAsking(state);
    const isForNews = command === 'next-news' || command === 'previous-news';
    return tree === null || isMark || (isForNews && isCounting('news'));
  }
  if (filter.isEntered || isAsking(state) || isCounting('any')) return true;
  return listed.length > 0 && listed.keys.length <= selected;
}

/** How long a chord waits for its next key where it means something without one, in ms: as in vim. */
const CHORD_PATIENCE = 1000;

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
  let patience: NodeJS.Timeout | undefined;
  const handlePossible = () => {
    while (isOpen()) {
      const next = waiting[first];
      if (next === undefined) {
        waiting.length = 0;
        first = 0;
        return;
      }
      const [input = next, after] = splitInput(getState(), next);
      if (isWaiting(getState(), input, isCounting)) return;
      if (after === undefined) first += 1;
      else waiting[first] = after;
      handle(input);
    }
  };
  /** Handles waiting inputs, as far as that is possible by now. */
  const handleWaiting = () => {
    handlePossible();
    clearTimeout(patience);
    if (waiting.length > 0 || !isChordComplete(getState())) return;
    patience = setTimeout(hear, CHORD_PATIENCE, [CHORD_END]).unref();
  };
  const hear = (inputs: readonly Input[]) => {
    for (const input of inputs) {
      if (isOpen() && input.type === 'key' && isUrgent(getState(), input.name)) handle(input);
      else waiting.push(input);
      handleWaiting();
    }
  };
  return { handleWaiting, hear };
}
