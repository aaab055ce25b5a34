// What an input means while the side list has the keys.

import { type Geometry, isInside, screenGeometry } from '../state/geometry.ts';
import { sideLines, sideTop } from '../state/side.ts';
import type { Side, SideAction } from '../state/side-state.ts';
import type { State } from '../state/state.ts';
import type { Step } from '../state/step.ts';
import type { Input } from '../terminal/keys.ts';
import { COMMANDS } from './key-commands.ts';
import { type CommandId, findCommand } from './keymap.ts';
import { takePaste } from './take-page.ts';

const WHEEL_LINES = 3;
const act = (action: SideAction): Step => ({ action });
const CLOSE = act({ type: 'close-side' });

/** Keys that mean here what they mean in the list. */
const AS_IN_LIST: readonly CommandId[] = [
  ...(['search', 'undo', 'add', 'fetch', 'sort', 'help'] as const),
  ...(['redraw', 'suspend', 'quit', 'interrupt'] as const),
];

/** How far a key moves, in rows and in pages. */
const MOVES: Partial<Record<CommandId, { readonly rows?: number; readonly pages?: number }>> = {
  down: { rows: 1 },
  up: { rows: -1 },
  space: { pages: 1 },
  'page-down': { pages: 1 },
  'page-up': { pages: -1 },
  'half-down': { pages: 0.5 },
  'half-up': { pages: -0.5 },
};

function move(state: State, id: CommandId, times: number): Step | null {
  const { rows = 0, pages = 0 } = MOVES[id] ?? {};
  if (rows === 0 && pages === 0) return null;
  const page = Math.round(pages * Math.max(1, screenGeometry(state).bodyRows - 1));
  return act({ type: 'move-side', by: (rows + page) * times });
}

function interpretKey(state: State, key: string): Step {
  if (/^\d$/.test(key)) return { action: { type: 'digit', digit: key } };
  const id = findCommand(key, 'list');
  const count = Number(state.count);
  if (id === null) return {};
  if (AS_IN_LIST.includes(id)) return COMMANDS[id]({ state, pane: 'list', count, key });
  switch (id) {
    case 'open':
      return act({ type: 'choose-side' });
    case 'back':
    case 'leave':
    case 'side':
    case 'change-pane':
      return CLOSE;
    case 'first':
      return act({ type: 'move-side-to', index: count === 0 ? 0 : count - 1 });
    case 'last':
      return act({ type: 'move-side-to', index: count === 0 ? Infinity : count - 1 });
    case 'next':
    case 'previous':
      return act({ type: 'next-side', by: (id === 'next' ? 1 : -1) * Math.max(1, count) });
    default:
      return move(state, id, Math.max(1, count)) ?? {};
  }
}

/** The row that stands at a row of the screen. */
function rowAt(state: State, side: Side, geometry: Geometry, row: number): number | null {
  const lines = sideLines(state, geometry.bodyRows);
  const line = lines[sideTop(lines, side, geometry) + row - geometry.bodyTop];
  const isBody = row >= geometry.bodyTop && row < geometry.bodyTop + geometry.bodyRows;
  return isBody && line?.kind === 'row' ? line.index : null;
}

/** A click on a row selects it, one on the selected row lists it; beside the list it closes it. */
function click(state: State, side: Side, column: number, row: number): Step {
  const geometry = screenGeometry(state);
  if (!isInside(geometry.side, column)) return CLOSE;
  const index = rowAt(state, side, geometry, row);
  if (index === null) return {};
  return act(index === side.selected ? { type: 'choose-side' } : { type: 'move-side-to', index });
}

/** Reads one input. */
export function interpretSide(state: State, side: Side, input: Input): Step {
  switch (input.type) {
    case 'key':
      return interpretKey(state, input.name);
    case 'paste':
      return takePaste(state, input.text);
    case 'wheel':
      return act({ type: 'move-side', by: input.by * WHEEL_LINES });
    case 'click':
      return click(state, side, input.column, input.row);
    default:
      return input satisfies never;
  }
}
