// What the command of a key means to whoever has the keys.
import { ANYWHERE, type CommandId } from '../../core/keys/key-table.ts';
import type { Moved, State } from '../state/state.ts';
import { COMMANDS } from './key-commands.ts';
import { isCommand, type Pressed } from './pressed.ts';
import { act, type Step } from './steps.ts';

/** What commands mean to whoever has the keys; one that is not here means nothing. */
export type Meanings = Partial<typeof COMMANDS>;

/** Commands that mean what they mean everywhere. */
export function same(...ids: readonly CommandId[]): Meanings {
  return Object.fromEntries(ids.map((id) => [id, COMMANDS[id]]));
}

/** What a key comes to; `null` where its command means nothing there. */
export function obey(state: State, key: Pressed, pane: Moved, meanings: Meanings): Step | null {
  const meaning = isCommand(key.command) ? meanings[key.command] : undefined;
  return meaning?.({ state, pane, count: Number(state.count) }) ?? null;
}

/** What works whatever is on the screen; `null` for all else. */
export function obeyAnywhere(state: State, { command }: Pressed): Step | null {
  if (!isCommand(command) || !ANYWHERE.includes(command)) return null;
  return COMMANDS[command]({ state, pane: state.focus, count: 0 });
}

/** Rows a turn of the wheel moves; of a list whose articles take two each, one article. */
export const WHEEL_LINES = 3;

export function turnWheel(pane: Moved, by: number, rows = WHEEL_LINES): Step {
  return act({ type: 'move', pane, by: by * rows });
}
