// Which keys help now: the row at the very bottom.

import type { Span } from '../../text/line.ts';
import { fitSpans, span, spansWidth } from '../../text/spans.ts';
import { type CommandId, KEYS, keyLabel } from '../input/keymap.ts';
import { selectedHead, shownPreview } from '../state/loaded-rows.ts';
import type { Preview, Prompt, State } from '../state/state.ts';
import { Row } from './row.tsx';

/** Keys and what they do now. */
type Hint = readonly [keys: string, words: string];

function hint(id: CommandId, words: string): Hint {
  const key = KEYS.find((entry) => entry.id === id)?.keys[0] ?? '';
  return [keyLabel(key), words];
}

const BROWSE = hint('browse', 'browser');
const COPY = hint('copy', 'copy URL');
const SHOW_ALL: Hint = ['Esc', 'show all'];
const OPEN = hint('open', 'open');

const LIST_HINTS: readonly Hint[] = [
  hint('help', 'keys'),
  hint('leave', 'quit'),
  hint('search', 'filter'),
  hint('side', 'feeds, tags'),
  hint('next', 'next unread'),
  hint('read', 'read'),
  hint('star', 'star'),
  hint('remove', 'remove'),
  hint('undo', 'undo'),
  hint('add', 'add'),
  hint('fetch', 'fetch feeds'),
  hint('sort', 'sort'),
  hint('space', 'page'),
  BROWSE,
];

const EMPTY_HINTS: readonly Hint[] = [
  hint('add', 'add'),
  hint('fetch', 'fetch feeds'),
  hint('search', 'filter'),
  hint('help', 'keys'),
  hint('leave', 'quit'),
];

const ARTICLE_HINTS: readonly Hint[] = [
  hint('space', 'page'),
  hint('help', 'keys'),
  hint('leave', 'back'),
  hint('search', 'find'),
  hint('next', 'next unread'),
  hint('read', 'read'),
  hint('star', 'star'),
  ['J K', 'next, previous'],
  hint('follow', 'links'),
  BROWSE,
  COPY,
];

const FOUND_HINTS: readonly Hint[] = [
  ['n N', 'next, previous hit'],
  ['Esc', 'no hits'],
  hint('search', 'find'),
  hint('leave', 'back'),
  hint('help', 'keys'),
];

const FILTER_HIT_HINTS: readonly Hint[] = [
  ['n N', 'next, previous hit'],
  hint('space', 'page'),
  hint('leave', 'back'),
  ['J K', 'next, previous'],
  hint('search', 'find'),
  hint('read', 'read'),
  hint('star', 'star'),
  hint('help', 'keys'),
];

const CLEAR_LINE: Hint = ['Ctrl-U', 'empty the line'];

const PROMPT_HINTS: Readonly<Record<Prompt['kind'], readonly Hint[]>> = {
  filter: [['Enter', 'keep'], SHOW_ALL, ['', 'words  -word  "a phrase"  tag:  source:  is:unread']],
  find: [
    ['Enter', 'keep, then n N'],
    ['Esc', 'back'],
  ],
  link: [
    ['0-9', 'open the link'],
    ['↑ ↓', 'scroll'],
    ['Esc', 'back'],
  ],
  add: [
    ['Enter', 'fetch it'],
    ['Esc', 'back'],
    CLEAR_LINE,
    ['', 'a page you see: select all, copy, paste it here'],
  ],
  headline: [
    ['Enter', 'on to the preview'],
    ['Esc', 'discard'],
    ['↑ ↓', 'scroll'],
  ],
};

const PREVIEW_HINTS: readonly Hint[] = [
  hint('space', 'page'),
  hint('help', 'keys'),
  hint('search', 'find'),
  hint('leave', 'discard'),
];

const HELP_HINTS: readonly Hint[] = [
  ['Esc', 'close'],
  ['j k', 'scroll'],
];

const SIDE_HINTS: readonly Hint[] = [
  ['Enter', 'list it'],
  ['Esc', 'back'],
  hint('next', 'next unread'),
  hint('fetch', 'fetch feeds'),
  hint('search', 'filter'),
  hint('help', 'keys'),
];

const SAVED: Hint = ['[ ]', 'saved'];

function listHints({ filter, listed, saved }: State): readonly Hint[] {
  const all = filter.text === '' ? [] : [SHOW_ALL];
  const out = saved.length === 0 ? all : [...all, SAVED];
  return listed.length === 0 ? [...out, ...EMPTY_HINTS] : [OPEN, ...out, ...LIST_HINTS];
}

function previewHints({ draft, shown }: Preview): readonly Hint[] {
  const other = shown === 'article' ? 'what was left out' : 'the article';
  const leftOut = hint('change-pane', other);
  return draft.taken.dropped.length === 0 ? PREVIEW_HINTS : [leftOut, ...PREVIEW_HINTS];
}

function paneHints(state: State): readonly Hint[] {
  const { focus, find, listed } = state;
  if (focus === 'list' || listed.length === 0) return listHints(state);
  if (find === null) return ARTICLE_HINTS;
  return find.isFromFilter ? FILTER_HIT_HINTS : FOUND_HINTS;
}

function promptHints({ kind, text }: Prompt): readonly Hint[] {
  const hints = PROMPT_HINTS[kind];
  return text === '' ? hints.filter((one) => one !== CLEAR_LINE) : hints;
}

function currentHints(state: State): readonly Hint[] {
  if (state.helpTop !== null) return HELP_HINTS;
  if (state.prompt !== null) return promptHints(state.prompt);
  if (state.side !== null) return SIDE_HINTS;
  const preview = shownPreview(state);
  if (preview !== null) return previewHints(preview);
  const hints = paneHints(state);
  const hasUrl = selectedHead(state)?.url !== null;
  return hasUrl ? hints : hints.filter((one) => one !== BROWSE && one !== COPY);
}

/** The keys that help now: as many as fit, the most needed first. */
function hintSpans(state: State, width: number): readonly Span[] {
  const spans: Span[] = [];
  let room = width - 1;
  for (const [keys, words] of currentHints(state)) {
    const added = [span(keys, 'key'), span(keys === '' ? words : ` ${words}`, 'status')];
    const columns = spansWidth(added) + (spans.length === 0 ? 0 : 3);
    if (columns > room) break;
    if (spans.length > 0) spans.push(span('   '));
    spans.push(...added.filter(({ text }) => text !== ''));
    room -= columns;
  }
  return [span(' '), ...spans];
}

export interface KeyHintsProps {
  readonly state: State;
  readonly width: number;
}

/** Draws the row of keys that help now. */
export function KeyHints({ state, width }: KeyHintsProps) {
  return <Row spans={fitSpans(hintSpans(state, width), width)} />;
}
