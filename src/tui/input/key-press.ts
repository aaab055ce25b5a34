// Finds the command of a key, or of a chord that it ends, by the place that has the keys.
import type { Command, PlaceKeys } from '../../core/keys/bindings.ts';
import { INTERRUPT, keyBehindAlt, keyLabel } from '../../core/keys/key-names.ts';
import { ANYWHERE, isCommand, KEY_PLACES, type KeyPlace } from '../../core/keys/key-table.ts';
import { boundRows, firstKey } from '../../core/keys/key-texts.ts';
import { editLine } from '../state/edit-line.ts';
import { screenGeometry } from '../state/geometry.ts';
import { shownPreview } from '../state/loaded-rows.ts';
import type { State } from '../state/state.ts';

export interface KeyPress {
  readonly keys: string;
  /** `null` where the keys have none in that place. */
  readonly command: Command | null;
  readonly isBeginning: boolean;
}

/** The place whose keys count now. */
export function placeOf(state: State): KeyPlace {
  const { helpTop, contents, enlarged, feeds, focus } = state;
  if (screenGeometry(state).tooSmall) return 'list';
  if (helpTop !== null) return focus;
  if (contents !== null || enlarged !== null || shownPreview(state) !== null) return 'article';
  return feeds === null ? focus : 'feeds';
}

export function lookUpKey({ bindings, chord }: State, place: KeyPlace, key: string): KeyPress {
  const keys = chord === '' ? key : `${chord} ${key}`;
  const { commands, beginnings } = bindings[place];
  return { keys, command: commands.get(keys) ?? null, isBeginning: beginnings.has(keys) };
}

/**
 * A key with Alt that nobody bound is the key without it: where that types something an Esc was typed
 * before it, which terminals send as the same.
 */
export function withoutAlt({ bindings, prompt }: State, key: string): readonly string[] {
  const held = keyBehindAlt(key);
  const isBound = () => KEY_PLACES.some((place) => isInKeys(bindings[place], key));
  const isEdit = () => prompt !== null && editLine(prompt, key) !== null;
  if (held === null || isEdit() || isBound()) return [key];
  return Array.from(held).length === 1 ? ['escape', held] : [held];
}

/** A command as if its key had been pressed. */
export function keyPressOf(id: string): KeyPress {
  return { keys: '', command: isCommand(id) ? id : null, isBeginning: false };
}

/** Why keys do nothing in a place: they are of another, or of none. */
export function deadKeyText({ bindings }: State, keys: string, place: KeyPlace): string {
  for (const other of (['list', 'article'] as const).filter((one) => one !== place)) {
    const row = boundRows(bindings, other).find((one) => one.keys.includes(keys));
    if (row !== undefined) return `${keyLabel(keys)} is a key of the ${other}: ${row.does}`;
  }
  const help = firstKey(bindings, 'help', place);
  const way = help === '' ? '' : `, ${help} shows the keys`;
  return `${keyLabel(keys)} does nothing here${way}`;
}

/** Commands that work while a line is typed, and their keys there. */
const TYPING: readonly string[] = ['ctrl-l', 'ctrl-z'];

/** @param from which key of a chord it is at least: with 1 what that begins with may be waiting */
function isInKeys({ commands }: PlaceKeys, key: string, from = 0): boolean {
  return [...commands.keys()].some((keys) => keys.split(' ').includes(key, from));
}

/** Whether a key must not wait for an answer. */
export function isUrgent(state: State, key: string): boolean {
  if (key === INTERRUPT) return true;
  if (state.prompt !== null) return TYPING.includes(key);
  const place = placeOf(state);
  const { command } = lookUpKey(state, place, key);
  return ANYWHERE.some((id) => id === command) && !isInKeys(state.bindings[place], key, 1);
}
