// Runs the command of a key, with the commands of the place that has the keys.
import { ANYWHERE, type CommandId, isCommand } from '../../core/keys/key-table.ts';
import type { Moved, State } from '../state/state.ts';
import { COMMANDS } from './key-commands.ts';
import type { KeyPress } from './key-press.ts';
import { act, type Outcome } from './outcome.ts';

/** The commands of a place; one that is not here does nothing there. */
export type Commands = Partial<typeof COMMANDS>;

/** Commands that do there what they do everywhere. */
export function pickCommands(...ids: readonly CommandId[]): Commands {
  return Object.fromEntries(ids.map((id) => [id, COMMANDS[id]]));
}

/** `null` where the key has no command in that place. */
export function runCommand(
  state: State,
  key: KeyPress,
  pane: Moved,
  commands: Commands,
): Outcome | null {
  const command = isCommand(key.command) ? commands[key.command] : undefined;
  return command?.({ state, pane, count: Number(state.count) }) ?? null;
}

/** Runs a command that works whatever is on the screen; `null` for any other. */
export function runAnywhere(state: State, { command }: KeyPress): Outcome | null {
  if (!isCommand(command) || !ANYWHERE.includes(command)) return null;
  return COMMANDS[command]({ state, pane: state.focus, count: 0 });
}

/** Rows that a turn of the wheel moves; it is one article in a list of two rows an article. */
export const WHEEL_LINES = 3;

export function turnWheel(pane: Moved, by: number, rows = WHEEL_LINES): Outcome {
  return act({ type: 'move', pane, by: by * rows });
}
