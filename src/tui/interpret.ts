// What an input means in a state: an action for the reducer, an effect on the world, or both.

import { formatCount } from '../core/count.ts';
import { screenGeometry } from './geometry.ts';
import { helpLength } from './help-lines.ts';
import { interpretPrompt } from './interpret-prompt.ts';
import { type CommandId, findCommand } from './keymap.ts';
import type { Input } from './keys.ts';
import { selectedHead } from './listing.ts';
import { isUnread, markOf } from './marks.ts';
import type { Action, Pane, State } from './state.ts';
import type { Effect, Step } from './step.ts';

/** A state with the count typed before the key; 0 for none. */
interface Context {
  readonly state: State;
  readonly pane: Pane;
  readonly count: number;
}

const act = (action: Action): Step => ({ action });
const cause = (effect: Effect): Step => ({ effect });
const warn = (text: string): Step => act({ type: 'note', note: { text, tone: 'warning' } });

/** Pages with their sign, in either pane. */
function pages({ pane, count }: Context, by: number): Step {
  const type = pane === 'list' ? 'move-pages' : 'scroll-pages';
  return act({ type, by: by * Math.max(1, count) });
}

function lines({ pane, count }: Context, by: number): Step {
  return act({ type: pane === 'list' ? 'move' : 'scroll', by: by * Math.max(1, count) });
}

/** To a row counted from 1, or to the one given where there is no count. */
function toRow({ pane, count }: Context, row: number): Step {
  const place = count > 0 ? count - 1 : row;
  return act(
    pane === 'list' ? { type: 'move-to', index: place } : { type: 'scroll-to', top: place },
  );
}

function withUrl({ state }: Context, effect: 'browse' | 'copy'): Step {
  const head = selectedHead(state);
  if (head === undefined) return {};
  return head.url === null
    ? warn('this article has no URL')
    : cause({ type: effect, url: head.url });
}

function edit({ state }: Context): Step {
  const head = selectedHead(state);
  return head === undefined ? {} : cause({ type: 'edit', head });
}

function toggle({ state }: Context, field: 'read' | 'starred'): Step {
  const head = selectedHead(state);
  if (head === undefined) return {};
  const set = { [field]: !markOf(state, head)[field] };
  return cause({ type: 'mark', changes: [{ id: head.id, set }] });
}

function markAllRead({ state }: Context): Step {
  const unread = state.listed.filter((head) => isUnread(state, head));
  if (unread.length === 0) return act({ type: 'note', note: { text: 'all read', tone: 'note' } });
  const changes = unread.map(({ id }) => ({ id, set: { read: true } }));
  const note = `${formatCount(unread.length, 'article')} marked read, U takes it back`;
  return cause({ type: 'mark', changes, note });
}

function remove({ state }: Context): Step {
  const head = selectedHead(state);
  return head === undefined ? {} : cause({ type: 'remove', head });
}

/** Hits while a find is on in the article at hand, else unread articles. */
function next({ state, pane, count }: Context, by: number): Step {
  const type = pane === 'article' && state.find !== null ? 'next-hit' : 'next-unread';
  return act({ type, by: by * Math.max(1, count) });
}

const COMMANDS: Readonly<Record<CommandId, (context: Context) => Step>> = {
  down: (context) => lines(context, 1),
  up: (context) => lines(context, -1),
  space: (context) =>
    context.pane === 'list' || context.count > 1
      ? pages(context, 1)
      : act({ type: 'page-or-next' }),
  'page-down': (context) => pages(context, 1),
  'page-up': (context) => pages(context, -1),
  'half-down': (context) => pages(context, 0.5),
  'half-up': (context) => pages(context, -0.5),
  first: (context) => toRow(context, 0),
  last: (context) => toRow(context, Number.MAX_SAFE_INTEGER),
  open: () => act({ type: 'open' }),
  back: ({ pane }) => act({ type: pane === 'list' ? 'clear-filter' : 'close' }),
  'next-article': ({ count }) => act({ type: 'next-article', by: Math.max(1, count) }),
  'previous-article': ({ count }) => act({ type: 'next-article', by: -Math.max(1, count) }),
  search: ({ pane }) => act({ type: 'prompt', kind: pane === 'list' ? 'filter' : 'find' }),
  next: (context) => next(context, 1),
  previous: (context) => next(context, -1),
  read: (context) => toggle(context, 'read'),
  star: (context) => toggle(context, 'starred'),
  'read-all': markAllRead,
  remove,
  undo: () => cause({ type: 'undo' }),
  sort: () => act({ type: 'next-sort' }),
  browse: (context) => withUrl(context, 'browse'),
  copy: (context) => withUrl(context, 'copy'),
  edit,
  follow: () => act({ type: 'prompt', kind: 'link' }),
  'change-pane': () => act({ type: 'change-pane' }),
  'article-only': () => act({ type: 'article-only' }),
  help: () => act({ type: 'help', open: true }),
  redraw: () => cause({ type: 'redraw' }),
  suspend: () => cause({ type: 'suspend' }),
  leave: ({ pane }) =>
    pane === 'list' ? cause({ type: 'quit', interrupted: false }) : act({ type: 'close' }),
  quit: () => cause({ type: 'quit', interrupted: false }),
  interrupt: () => cause({ type: 'quit', interrupted: true }),
};

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
const WORKS_IN_HELP: readonly CommandId[] = ['quit', 'interrupt', 'redraw', 'suspend'];

function interpretHelp(state: State, id: CommandId | null): Step {
  const geometry = screenGeometry(state);
  const lowest = Math.max(0, helpLength(geometry.columns) - geometry.bodyRows);
  const scroll = id === null ? undefined : HELP_SCROLLS[id];
  if (id !== null && WORKS_IN_HELP.includes(id)) {
    return COMMANDS[id]({ state, pane: state.focus, count: 0 });
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

function interpretKey(state: State, key: string): Step {
  const pane = state.focus;
  if (state.helpTop !== null) return interpretHelp(state, findCommand(key, pane));
  if (/^\d$/.test(key)) return act({ type: 'digit', digit: key });
  const id = findCommand(key, pane);
  return id === null ? {} : COMMANDS[id]({ state, pane, count: Number(state.count) });
}

/** Reads one input in the light of the state. Pure. */
export function interpret(state: State, input: Input): Step {
  if (state.prompt !== null) {
    if (input.type === 'key' || input.type === 'paste') {
      return interpretPrompt(state, state.prompt, input);
    }
    return {};
  }
  switch (input.type) {
    case 'key':
      return interpretKey(state, input.name);
    case 'paste':
      return {};
    case 'wheel':
      return state.helpTop === null
        ? act(input)
        : interpretHelp(state, input.by === 1 ? 'down' : 'up');
    case 'click':
      return act(state.helpTop === null ? input : { type: 'help', open: false });
    default:
      return input satisfies never;
  }
}
