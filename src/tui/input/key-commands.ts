// What each command of the tables of keys comes to in a state.

import type { ArticleHead } from '../../core/article/article.ts';
import type { CommandId, FeedsCommandId } from '../../core/keys/key-table.ts';
import { firstKey, withKeys } from '../../core/keys/key-texts.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import { selectedRowOfFeeds } from '../state/feeds-state.ts';
import { fetchText } from '../state/fetch-text.ts';
import { screenGeometry } from '../state/geometry.ts';
import { findUnread, isStepBack, savedText } from '../state/listing.ts';
import { selectedHead, selectedRow, shownHead } from '../state/loaded-rows.ts';
import type { Moved, State } from '../state/state.ts';
import { act, answer, cause, type EffectOf, type Outcome } from './outcome.ts';
import { WHOLE_LIST } from './read-parts.ts';
import { openAdding } from './start-adding.ts';

/** A state with the count typed before the key; 0 for none. */
export interface Context {
  readonly state: State;
  readonly pane: Moved;
  readonly count: number;
}

function move({ pane, count }: Context, type: 'move' | 'move-pages', by: number): Outcome {
  return act({ type, pane, by: by * Math.max(1, count) });
}

type Steps =
  | 'next-article'
  | 'next-heading'
  | 'next-saved'
  | 'next-feeds'
  | 'next-piece'
  | 'next-hit'
  | 'next-unread'
  | 'widen-pane';

/** So many times as the count says, once without one. */
export function step(type: Steps, by: number): (context: Pick<Context, 'count'>) => Outcome {
  return ({ count }) => act({ type, by: by * Math.max(1, count) });
}

/** To a row counted from 1, or to the one given where there is no count. */
function toRow({ pane, count }: Context, row: number): Outcome {
  return act({ type: 'move-to', pane, to: count > 0 ? count - 1 : row });
}

const NO_URL = answer('this article has no URL', 'warning');

function withUrl({ state }: Context, effect: 'browse' | 'copy'): Outcome {
  const head = shownHead(state);
  if (head === undefined) return {};
  return head.url === null ? NO_URL : cause({ type: effect, url: head.url });
}

/** Does a thing to the selected article; nothing where there is none. */
function onSelected(outcomeOf: (row: ArticleRow, state: State) => Outcome) {
  return ({ state }: Context): Outcome => {
    const row = selectedRow(state);
    return row === undefined ? {} : outcomeOf(row, state);
  };
}

function toggle({ head: { id }, state }: ArticleRow, field: 'read' | 'starred'): Outcome {
  const changes = [{ id, set: { [field]: !state[field] } }];
  return cause({ type: 'mark', changes, isAuto: false });
}

interface Enclosed {
  readonly head: ArticleHead;
  readonly url: string;
  /** Which of how many it is, from 1. */
  readonly at: number;
  readonly of: number;
}

/** Of several files a count names another than the first. */
function onEnclosed(
  { state, count }: Context,
  outcomeOf: (enclosed: Enclosed) => Outcome,
): Outcome {
  const head = selectedHead(state);
  const files = head?.enclosures ?? [];
  const at = Math.max(1, count);
  const url = files[at - 1]?.url;
  if (head === undefined || files.length === 0) return answer('nothing enclosed');
  if (url === undefined) return answer(`no file ${at}: there are ${files.length}`, 'warning');
  return outcomeOf({ head, url, at, of: files.length });
}

const NO_OTHERS = 'no other source is known to have this story';

/** A query that finds the article and others like it: by its author, else by its headline. */
function likeness({ authors: [author], title }: ArticleRow['head']): string {
  const [key, value] = author === undefined ? ['title', title] : ['author', author];
  return `${key}:"${value.replaceAll('"', ' ')}"`;
}

function beginFetch({ canAdd, fetch }: State, effect: EffectOf<'fetch' | 'full-text'>): Outcome {
  if (!canAdd)
    return answer('this library is read-only: nothing can be fetched into it', 'warning');
  if (fetch !== null) return answer(`already ${fetchText(fetch)}`);
  return { action: { type: 'fetching', done: 0, of: 0, added: 0, waitsFor: null }, effect };
}

/** The next hit while a find is on in the shown article, else the next unread article, or feed. */
function next({ state, pane, count }: Context, by: number): Outcome {
  const isFinding = pane === 'article' && state.find !== null;
  const isFeedRead = state.scope.kind === 'feed' && findUnread(state, 1) === null;
  if (!isFinding && isFeedRead) return cause({ type: 'next-feed', by });
  return step(isFinding ? 'next-hit' : 'next-unread', by)({ count });
}

/** What a link led to may have been in the list for as long as it was read. */
function leaveArticle({ visit }: State): Outcome {
  return { ...act({ type: 'close' }), ...(visit !== null && cause({ type: 'list-again' })) };
}

const OPEN_FEEDS: Outcome = { action: { type: 'open-feeds' }, effect: { type: 'count-feeds' } };

/** Columns that a key makes a pane wider by. */
const WIDTH_STEP = 4;

export const COMMANDS: Readonly<Record<CommandId, (context: Context) => Outcome>> = {
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
  /** One thing at a time: first the hits of a find. */
  back({ state, pane }) {
    if (pane === 'list') return act({ type: 'widen' });
    return state.find?.words === null ? act({ type: 'clear-find' }) : leaveArticle(state);
  },
  left({ state, pane }) {
    if (pane !== 'list') return leaveArticle(state);
    return screenGeometry(state).feeds === null ? act({ type: 'widen' }) : OPEN_FEEDS;
  },
  'next-article': step('next-article', 1),
  'previous-article': step('next-article', -1),
  'next-heading': step('next-heading', 1),
  'previous-heading': step('next-heading', -1),
  contents: () => act({ type: 'open-contents' }),
  enlarge: () => act({ type: 'enlarge' }),
  captions: () => cause({ type: 'fold-captions' }),
  search: ({ pane }) => act({ type: 'prompt', kind: pane === 'article' ? 'find' : 'filter' }),
  next: (context) => next(context, 1),
  previous: (context) => next(context, -1),
  'next-feed': () => cause({ type: 'next-feed', by: 1 }),
  'previous-feed': () => cause({ type: 'next-feed', by: -1 }),
  read: onSelected((row) => toggle(row, 'read')),
  star: onSelected((row) => toggle(row, 'starred')),
  'read-all': () => cause({ type: 'mark-listed', part: WHOLE_LIST }),
  'read-part': () => act({ type: 'prompt', kind: 'mark' }),
  mute: onSelected(({ head }) => act({ type: 'prompt', kind: 'mute', text: likeness(head) })),
  editions: onSelected(({ head: { id }, others }) =>
    others ? act({ type: 'list-story', id }) : answer(NO_OTHERS),
  ),
  'tell-apart': onSelected((row) =>
    row.others || row.state.apart ? cause({ type: 'tell-apart', row }) : answer(NO_OTHERS),
  ),
  save: ({ state }) =>
    savedText(state) === ''
      ? answer(withKeys(state.bindings, 'no filter to save: {search} begins one'))
      : act({ type: 'prompt', kind: 'save' }),
  remove: onSelected((row) => cause({ type: 'remove', row })),
  undo: () => cause({ type: 'undo' }),
  add: ({ state }) => openAdding(state),
  fetch: ({ state }) => beginFetch(state, { type: 'fetch' }),
  whole: onSelected(({ head }, state) =>
    head.url === null ? NO_URL : beginFetch(state, { type: 'full-text', head }),
  ),
  feeds: () => OPEN_FEEDS,
  'next-saved': step('next-saved', 1),
  'previous-saved': step('next-saved', -1),
  sort: () => act({ type: 'next-sort' }),
  turn: () => act({ type: 'turn-order' }),
  browse: (context) => withUrl(context, 'browse'),
  copy: (context) => withUrl(context, 'copy'),
  enclosed: (context) =>
    onEnclosed(context, ({ url, at, of }) => {
      const opened = { type: 'browse', url, isEnclosed: true } as const;
      if (at > 1 || of === 1) return cause(opened);
      const key = firstKey(context.state.bindings, 'enclosed');
      return cause({ ...opened, why: `1 of ${of}, 2${key} is the second` });
    }),
  download: (context) =>
    onEnclosed(context, ({ head, url, at }) => cause({ type: 'download', head, url, at })),
  edit: onSelected(({ head }) => cause({ type: 'edit', head })),
  pipe: ({ state }) =>
    selectedHead(state) === undefined
      ? {}
      : act({ type: 'prompt', kind: 'pipe', text: state.asked.pipe?.[0] ?? '' }),
  follow: () => act({ type: 'prompt', kind: 'link' }),
  'change-pane': () => act({ type: 'change-pane' }),
  'article-only': () => act({ type: 'article-only' }),
  narrower: step('widen-pane', -WIDTH_STEP),
  wider: step('widen-pane', WIDTH_STEP),
  help: () => act({ type: 'help', top: 0 }),
  redraw: () => cause({ type: 'redraw' }),
  suspend: () => cause({ type: 'suspend' }),
  leave({ state, pane }) {
    if (pane !== 'list') return leaveArticle(state);
    return isStepBack(state) ? act({ type: 'widen' }) : cause({ type: 'quit', interrupted: false });
  },
  quit: () => cause({ type: 'quit', interrupted: false }),
  interrupt: () => cause({ type: 'quit', interrupted: true }),
};

function ifWritable({ canAdd }: State, outcome: Outcome): Outcome {
  return canAdd
    ? outcome
    : answer('this library is read-only: its feeds stay as they are', 'warning');
}

const choose = (): Outcome => act({ type: 'choose-feeds' });

export const FEEDS_COMMANDS: Readonly<Record<FeedsCommandId, (context: Context) => Outcome>> = {
  choose,
  unfold({ state }) {
    const { kind, query } = selectedRowOfFeeds(state);
    const isFolded = kind === 'folder' && state.folded.has(query);
    return isFolded ? act({ type: 'fold', isFolded: false }) : choose();
  },
  fold: () => act({ type: 'fold', isFolded: true }),
  'give-up': () => ({ action: { type: 'close-feeds' }, effect: { type: 'list-again' } }),
  'next-news': step('next-feeds', 1),
  'previous-news': step('next-feeds', -1),
  'news-only': () => act({ type: 'news-only' }),
  seek: () => act({ type: 'seek-feed' }),
  'fetch-one'({ state }) {
    const { kind, feeds } = selectedRowOfFeeds(state);
    const isOfFeeds = kind === 'feed' || kind === 'folder';
    return beginFetch(state, { type: 'fetch', ...(isOfFeeds && { only: feeds }) });
  },
  'feeds-read': () => cause({ type: 'mark-listed', part: WHOLE_LIST }),
  'follow-feed': ({ state }) => ifWritable(state, act({ type: 'prompt', kind: 'follow' })),
  'edit-feed': ({ state }) => ifWritable(state, act({ type: 'edit-feed' })),
  unfollow({ state }) {
    const { kind, name, feeds } = selectedRowOfFeeds(state);
    const [url] = feeds;
    if (kind !== 'feed' || url === undefined) return answer('this is no feed');
    return ifWritable(state, cause({ type: 'unfollow', url, name }));
  },
  why({ state }) {
    const { kind, history } = selectedRowOfFeeds(state);
    if (history !== '') return answer(history, 'warning');
    return answer(kind === 'feed' ? 'nothing is wrong with this feed' : 'this is no feed');
  },
};
