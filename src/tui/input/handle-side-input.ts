// What an input means while the side list has the keys.

import { bodyRow, isInside, screenGeometry, WHEEL_LINES } from '../state/geometry.ts';
import { sideLines, sideTop } from '../state/side.ts';
import type { Side, State } from '../state/state.ts';
import { act, type Step } from '../state/step.ts';
import type { Input } from '../terminal/keys.ts';
import { COMMANDS } from './key-commands.ts';
import { ANYWHERE, type CommandId, findCommand, MOVES } from './keymap.ts';
import { takePaste } from './start-adding.ts';

const CLOSE = act({ type: 'close-side' });

/** Keys that mean here what they mean in the list. */
const SAME: readonly CommandId[] = [
  ...[...MOVES, ...ANYWHERE],
  ...(['space', 'search', 'undo', 'add', 'fetch', 'sort', 'help'] as const),
];

function handleKey(state: State, key: string): Step {
  if (/^\d$/.test(key)) return act({ type: 'digit', digit: key });
  const id = findCommand(key, 'list');
  const count = Number(state.count);
  if (id === null) return {};
  if (SAME.includes(id)) return COMMANDS[id]({ state, pane: 'side', count, key });
  switch (id) {
    case 'open':
      return act({ type: 'choose-side' });
    case 'back':
    case 'leave':
    case 'side':
    case 'change-pane':
      return CLOSE;
    case 'next':
    case 'previous':
      return act({ type: 'next-side', by: (id === 'next' ? 1 : -1) * Math.max(1, count) });
    default:
      return {};
  }
}

/** A click on a row selects it, one on the selected row lists it; beside the list it closes it. */
function click(state: State, side: Side, column: number, row: number): Step {
  const geometry = screenGeometry(state);
  if (!isInside(geometry.side, column)) return CLOSE;
  const lines = sideLines(state, geometry.bodyRows);
  const line = lines[sideTop(lines, side, geometry) + (bodyRow(geometry, row) ?? lines.length)];
  if (line?.kind !== 'row') return {};
  if (line.index === side.selected) return act({ type: 'choose-side' });
  return act({ type: 'move-to', pane: 'side', to: line.index });
}

/** Reads one input. */
export function handleSideInput(state: State, side: Side, input: Input): Step {
  switch (input.type) {
    case 'key':
      return handleKey(state, input.name);
    case 'paste':
      return takePaste(state, input.text);
    case 'wheel':
      return act({ type: 'move', pane: 'side', by: input.by * WHEEL_LINES });
    case 'click':
      return click(state, side, input.column, input.row);
    default:
      return input satisfies never;
  }
}
