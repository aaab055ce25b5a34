// What an input means in a state: an action for the reducer, an effect on the world, or both.

import { isInside, screenGeometry } from '../state/geometry.ts';
import type { State } from '../state/state.ts';
import { act, type Step } from '../state/step.ts';
import type { Input } from '../terminal/keys.ts';
import { handlePreviewInput } from './handle-preview-input.ts';
import { handlePromptInput } from './handle-prompt-input.ts';
import { handleSideInput } from './handle-side-input.ts';
import { helpLength } from './help-lines.ts';
import { COMMANDS } from './key-commands.ts';
import { ANYWHERE, type CommandId, findCommand } from './keymap.ts';
import { stopReading, takePaste } from './start-adding.ts';

/** How far a key scrolls the help, in pages (`page`) or lines; other keys close it. */
const HELP_SCROLLS: Partial<Record<CommandId, number | 'page' | '-page' | 'start' | 'end'>> = {
  down: 1,
  up: -1,
  space: 'page',
  'page-down': 'page',
  'half-down': 'page',
  'page-up': '-page',
  'half-up': '-page',
  first: 'start',
  last: 'end',
};

function handleHelp(state: State, key: string): Step {
  const id = findCommand(key, state.focus);
  const geometry = screenGeometry(state);
  const lowest = Math.max(0, helpLength(geometry.columns) - geometry.bodyRows);
  const scroll = id === null ? undefined : HELP_SCROLLS[id];
  if (id !== null && ANYWHERE.includes(id)) {
    return COMMANDS[id]({ state, pane: state.focus, count: 0, key });
  }
  if (scroll === undefined) return act({ type: 'help', open: false });
  const page = Math.max(1, geometry.bodyRows - 1);
  const by = { page, '-page': -page, start: -lowest, end: lowest };
  return act({
    type: 'scroll-help',
    lowest,
    by: typeof scroll === 'number' ? scroll : by[scroll],
  });
}

/** On a screen that shows nothing no key does anything but leave. */
function handleUnseen(state: State, input: Input): Step {
  if (input.type !== 'key') return {};
  const { name: key } = input;
  const id = findCommand(key, 'list');
  const isHeard = id !== null && (id === 'leave' || ANYWHERE.includes(id));
  return isHeard ? COMMANDS[id]({ state, pane: 'list', count: 0, key }) : {};
}

function handleKey(state: State, key: string): Step {
  const pane = state.focus;
  if (state.helpTop !== null) return handleHelp(state, key);
  if (/^\d$/.test(key)) return act({ type: 'digit', digit: key });
  if (key === 'escape' && state.adding?.step === 'reading') return stopReading();
  const id = findCommand(key, pane);
  return id === null ? {} : COMMANDS[id]({ state, pane, count: Number(state.count), key });
}

/** A click on the list's heading is the key of the side list. */
function handleClick(state: State, click: Extract<Input, { type: 'click' }>): Step {
  const isHeading = click.row === 0 && isInside(screenGeometry(state).list, click.column);
  if (!isHeading) return act(click);
  return COMMANDS.side({ state, pane: 'list', count: 0, key: 't' });
}

/** Reads one input in the light of the state. Pure. */
export function handleInput(state: State, input: Input): Step {
  if (screenGeometry(state).tooSmall) return handleUnseen(state, input);
  if (state.prompt !== null) {
    if (input.type === 'key' || input.type === 'paste') {
      return handlePromptInput(state, state.prompt, input);
    }
    return {};
  }
  if (state.adding?.step === 'preview' && state.helpTop === null) {
    return handlePreviewInput(state, state.adding, input);
  }
  if (state.side !== null && state.helpTop === null) {
    return handleSideInput(state, state.side, input);
  }
  switch (input.type) {
    case 'key':
      return handleKey(state, input.name);
    case 'paste':
      return state.helpTop === null ? takePaste(state, input.text) : {};
    case 'wheel':
      return state.helpTop === null
        ? act(input)
        : handleHelp(state, input.by === 1 ? 'down' : 'up');
    case 'click':
      return state.helpTop === null
        ? handleClick(state, input)
        : act({ type: 'help', open: false });
    default:
      return input satisfies never;
  }
}
