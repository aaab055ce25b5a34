// What an input means while a draft is on the screen: it is read, kept or let go.

import { WHEEL_LINES } from '../state/geometry.ts';
import { isUntitled } from '../state/loaded-rows.ts';
import type { Preview, State } from '../state/state.ts';
import { act, type Step, say } from '../state/step.ts';
import type { Input } from '../terminal/keys.ts';
import { COMMANDS, type Context } from './key-commands.ts';
import { ANYWHERE, type CommandId, findCommand, MOVES } from './keymap.ts';

/** Commands that mean the same for a draft. */
const SAME: readonly CommandId[] = [...MOVES, ...ANYWHERE, 'search', 'follow', 'help'];

/** One thing at a time: the hits of a find, the pictures being fetched, the draft. */
function letGo({ state, key }: Context, { isKeeping }: Preview): Step {
  if (key === 'escape' && state.find !== null) return act({ type: 'clear-find' });
  if (isKeeping) {
    return { action: { type: 'keeping', isKeeping: false }, effect: { type: 'stop-adding' } };
  }
  return act({ type: 'end-adding' });
}

function keep({ draft, isKeeping }: Preview): Step {
  if (isKeeping) return {};
  if (isUntitled(draft)) return act({ type: 'prompt', kind: 'headline' });
  return {
    action: { type: 'keeping', isKeeping: true },
    effect: { type: 'keep-draft', draft },
  };
}

function handleCommand(id: CommandId, context: Context, preview: Preview): Step {
  if (SAME.includes(id)) return COMMANDS[id](context);
  switch (id) {
    case 'space':
      return COMMANDS['page-down'](context);
    case 'next':
    case 'previous':
      return context.state.find === null ? {} : COMMANDS[id](context);
    case 'back':
    case 'leave':
      return letGo(context, preview);
    case 'change-pane':
      return act({ type: 'left-out' });
    default:
      return {};
  }
}

/** Reads an input in the light of a draft on the screen. */
export function handlePreviewInput(state: State, preview: Preview, input: Input): Step {
  switch (input.type) {
    case 'key': {
      const key = input.name;
      if (/^\d$/.test(key)) return act({ type: 'digit', digit: key });
      if (key === 'enter') return keep(preview);
      const id = findCommand(key, 'article');
      const context: Context = { state, pane: 'article', count: Number(state.count), key };
      return id === null ? {} : handleCommand(id, context, preview);
    }
    case 'paste':
      return say('first Enter or Esc for this page');
    case 'wheel':
      return act({ type: 'move', pane: 'article', by: input.by * WHEEL_LINES });
    case 'click':
      return {};
    default:
      return input satisfies never;
  }
}
