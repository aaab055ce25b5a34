// Where a chord that was begun ends: it is left, or what does not go on with it comes.
import type { State } from '../state/state.ts';
import type { Input } from '../terminal/keys.ts';
import { type KeyPress, lookUpKey, placeOf, withoutAlt } from './key-press.ts';

export const CHORD_END: Input = { type: 'chord-end' };

/** Esc, and what leads back as Esc does, leave a chord that does not go on with them. */
export function isChordLeft(state: State, key: KeyPress, name: string): boolean {
  const isGoingOn = key.command !== null || key.isBeginning;
  const alone = state.bindings[placeOf(state)].commands.get(name);
  return name === 'escape' || (!isGoingOn && (alone === 'back' || alone === 'give-up'));
}

/** Whether the keys of a chord that was begun mean something by themselves, too. */
export function isChordComplete(state: State): boolean {
  return state.bindings[placeOf(state)].commands.has(state.chord);
}

/** Whether such a chord is at its end, as this input does not go on with it. */
function isAfterChord(state: State, input: Input): boolean {
  if (!isChordComplete(state) || input.type === 'chord-end') return false;
  if (input.type !== 'key') return true;
  const key = lookUpKey(state, placeOf(state), input.name);
  return key.command === null && !key.isBeginning && !isChordLeft(state, key, input.name);
}

/** A key with Alt may be two inputs, and a chord ends before what does not go on with it. */
export function splitInput(state: State, input: Input): readonly Input[] {
  const inputs: readonly Input[] =
    input.type === 'key'
      ? withoutAlt(state, input.name).map((name) => ({ type: 'key', name }))
      : [input];
  return inputs.some((one) => isAfterChord(state, one)) ? [CHORD_END, ...inputs] : inputs;
}
