// What each command of the table of keys comes to in a state.
import type { ArticleHead } from '../../core/article/article.ts';
import { formatCount } from '../../core/count.ts';
import { screenGeometry } from '../state/geometry.ts';
import { hasOtherUnread, isNarrowed, savedText } from '../state/listing.ts';
import { selectedHead, selectedRow, shownHead } from '../state/loaded-rows.ts';
import type { Fetch, Moved, State } from '../state/state.ts';
import { type CommandId, WHOLE_LIST } from './keymap.ts';
import { openAdding } from './start-adding.ts';
import { act, cause, type EffectOf, type Step, say } from './steps.ts';

/** A state with the count typed before the key; 0 for none. */
export interface Context {
  readonly state: State;
  readonly pane: Moved;
  readonly count: number;
  readonly key: string;
}

function move({ pane, count }: Context, type: 'move' | 'move-pages', by: number): Step {
  return act({ type, pane, by: by * Math.max(1, count) });
}

/** To a row counted from 1, or to the one given where there is no count. */
function toRow({ pane, count }: Context, row: number): Step {
  return act({ type: 'move-to', pane, to: count > 0 ? count - 1 : row });
}

const NO_URL = say('this article has no URL', 'warning');

function withUrl({ state }: Context, effect: 'browse' | 'copy'): Step {
  const head = shownHead(state);
  if (head === undefined) return {};
  return head.url === null ? NO_URL : cause({ type: effect, url: head.url });
}

function toggle({ state }: Context, field: 'read' | 'starred'): Step {
  const row = selectedRow(state);
  if (row === undefined) return {};
  const set = { [field]: !row.state[field] };
  return cause({ type: 'mark', changes: [{ id: row.head.id, set }], isAuto: false });
}

const NO_OTHERS = 'no other source is known to have this story';

/** A query that finds the article and others like it: by its author, else by its headline. */
function likeness({ authors: [author], title }: ArticleHead): string {
  const [key, value] = author === undefined ? ['title', title] : ['author', author];
  return `${key}:"${value.replaceAll('"', ' ')}"`;
}

/** `fetching 3 of 12 feeds… 5 new` */
export function fetchText({ done, of, added, waitsFor }: Fetch): string {
  if (of === 0) return waitsFor === null ? 'fetching…' : `waiting for ${waitsFor}…`;
  const news = added === 0 ? '' : ` ${added} new`;
  return `fetching ${done} of ${formatCount(of, 'feed')}…${news}`;
}

/** Begins to fetch, or says why not. @param only the addresses of some feeds; by default of all */
export function fetchStep(state: State, only?: readonly string[]): Step {
  return beginFetch(state, { type: 'fetch', ...(only !== undefined && { only }) });
}

function beginFetch({ canAdd, fetch }: State, effect: EffectOf<'fetch' | 'whole-text'>): Step {
  if (!canAdd) return say('this library is read-only: nothing can be fetched into it', 'warning');
  if (fetch !== null) return say(`already ${fetchText(fetch)}`);
  return { action: { type: 'fetching', done: 0, of: 0, added: 0, waitsFor: null }, effect };
}

/** The next hit while a find is on in the shown article, else the next unread article, or feed. */
function next({ state, pane, count }: Context, by: number): Step {
  const isFinding = pane === 'article' && state.find !== null;
  const isFeedRead = state.scope.kind === 'feed' && !hasOtherUnread(state);
  if (!isFinding && isFeedRead) return cause({ type: 'next-feed', by });
  return act({ type: isFinding ? 'next-hit' : 'next-unread', by: by * Math.max(1, count) });
}

/** What a link led to may have been in the list for as long as it was read. */
function leaveArticle({ visit }: State): Step {
  return { ...act({ type: 'close' }), ...(visit !== null && cause({ type: 'list-again' })) };
}

const OPEN_FEEDS: Step = { action: { type: 'open-feeds' }, effect: { type: 'count-feeds' } };

/** Columns that a key makes a pane wider by. */
const WIDTH_STEP = 4;

/** What each command leads to. */
export const COMMANDS: Readonly<Record<CommandId, (context: Context) => Step>> = {
  down: (context) => move(context, 'move', 1),
  up: (context) => move(context, 'move', -1),
  space: (context) =>
    context.pane !== 'article' || context.count > 1
      ? move(context, 'move-pages', 1)
      : act({ type: 'page-or-next' }),
  'page-down': (context) => move(context, 'move-pages', 1),
  'page-up': (context) => move(context, 'move-pages', -1),
  'half-down': (context) => move(context, 'move-pages', 0.5),
  'half-up': (context) => move(context, 'move-pages', -0.5),
  first: (context) => toRow(context, 0),
  last: (context) => toRow(context, Number.MAX_SAFE_INTEGER),
  open: () => act({ type: 'open' }),
  /** `Esc` takes away one thing at a time: first the hits of a find. `h` goes to the pane at the left. */
  back({ state, pane, key }) {
    if (pane === 'list') {
      const isBeside = key !== 'escape' && screenGeometry(state).feeds !== null;
      return isBeside ? OPEN_FEEDS : act({ type: 'widen' });
    }
    const isFinding = state.find?.words === null;
    return key === 'escape' && isFinding ? act({ type: 'clear-find' }) : leaveArticle(state);
  },
  'next-article': ({ count }) => act({ type: 'next-article', by: Math.max(1, count) }),
  'previous-article': ({ count }) => act({ type: 'next-article', by: -Math.max(1, count) }),
  'next-heading': ({ count }) => act({ type: 'next-heading', by: Math.max(1, count) }),
  'previous-heading': ({ count }) => act({ type: 'next-heading', by: -Math.max(1, count) }),
  contents: () => act({ type: 'open-contents' }),
  search: ({ pane }) => act({ type: 'prompt', kind: pane === 'article' ? 'find' : 'filter' }),
  next: (context) => next(context, 1),
  previous: (context) => next(context, -1),
  'next-feed': () => cause({ type: 'next-feed', by: 1 }),
  'previous-feed': () => cause({ type: 'next-feed', by: -1 }),
  read: (context) => toggle(context, 'read'),
  star: (context) => toggle(context, 'starred'),
  'read-all': () => cause({ type: 'mark-listed', part: WHOLE_LIST }),
  'read-part': () => act({ type: 'prompt', kind: 'mark' }),
  mute({ state }) {
    const head = selectedHead(state);
    return head === undefined ? {} : act({ type: 'prompt', kind: 'mute', text: likeness(head) });
  },
  editions({ state }) {
    const row = selectedRow(state);
    if (!row?.others) return say(NO_OTHERS);
    return act({ type: 'list-story', id: row.head.id });
  },
  'tell-apart'({ state }) {
    const row = selectedRow(state);
    if (!row?.others && row?.state.apart !== true) return say(NO_OTHERS);
    return cause({ type: 'tell-apart', row });
  },
  /** The name is asked for. */
  save: ({ state }) =>
    savedText(state) === ''
      ? say('no filter to save: / begins one')
      : act({ type: 'prompt', kind: 'save' }),
  remove({ state }) {
    const row = selectedRow(state);
    return row === undefined ? {} : cause({ type: 'remove', row });
  },
  undo: () => cause({ type: 'undo' }),
  add: ({ state }) => openAdding(state),
  fetch: ({ state }) => fetchStep(state),
  whole({ state }) {
    const head = selectedHead(state);
    if (head === undefined) return {};
    return head.url === null ? NO_URL : beginFetch(state, { type: 'whole-text', head });
  },
  feeds: () => OPEN_FEEDS,
  'next-saved': ({ count }) => act({ type: 'next-saved', by: Math.max(1, count) }),
  'previous-saved': ({ count }) => act({ type: 'next-saved', by: -Math.max(1, count) }),
  sort: () => act({ type: 'next-sort' }),
  turn: () => act({ type: 'turn-order' }),
  browse: (context) => withUrl(context, 'browse'),
  copy: (context) => withUrl(context, 'copy'),
  /** Of several files a count names another than the first. */
  enclosed({ state, count }) {
    const files = selectedHead(state)?.enclosures ?? [];
    const at = Math.max(1, count);
    const url = files[at - 1]?.url;
    if (files.length === 0) return say('nothing enclosed');
    if (url === undefined) return say(`no file ${at}: there are ${files.length}`, 'warning');
    if (at > 1 || files.length === 1) return cause({ type: 'browse', url });
    return cause({ type: 'browse', url, why: `1 of ${files.length}, 2p is the second` });
  },
  edit({ state }) {
    const head = selectedHead(state);
    return head === undefined ? {} : cause({ type: 'edit', head });
  },
  follow: () => act({ type: 'prompt', kind: 'link' }),
  'change-pane': () => act({ type: 'change-pane' }),
  'article-only': () => act({ type: 'article-only' }),
  narrower: ({ count }) => act({ type: 'widen-pane', by: -WIDTH_STEP * Math.max(1, count) }),
  wider: ({ count }) => act({ type: 'widen-pane', by: WIDTH_STEP * Math.max(1, count) }),
  help: () => act({ type: 'help', top: 0 }),
  redraw: () => cause({ type: 'redraw' }),
  suspend: () => cause({ type: 'suspend' }),
  leave({ state, pane }) {
    if (pane !== 'list') return leaveArticle(state);
    return isNarrowed(state) ? act({ type: 'widen' }) : cause({ type: 'quit', interrupted: false });
  },
  quit: () => cause({ type: 'quit', interrupted: false }),
  interrupt: () => cause({ type: 'quit', interrupted: true }),
};
