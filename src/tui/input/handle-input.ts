// What an input means in a state: an action for the reducer, an effect on the world, or both.

import { contentsTop, headingOf, pageHeadings } from '../state/contents.ts';
import { feedsLines, feedsTop } from '../state/feeds-state.ts';
import { bodyRow, isInside, screenGeometry } from '../state/geometry.ts';
import { isUntitled, shownPreview } from '../state/loaded-rows.ts';
import type { Moved, Preview, State } from '../state/state.ts';
import type { Input } from '../terminal/keys.ts';
import { handlePromptInput } from './handle-prompt-input.ts';
import { lowestHelpTop } from './help-lines.ts';
import { COMMANDS, type Context, FEEDS_COMMANDS } from './key-commands.ts';
import {
  ANYWHERE,
  type CommandId,
  deadKeyText,
  findCommand,
  findFeedsCommand,
  MOVES,
} from './keymap.ts';
import { takePaste } from './start-adding.ts';
import { act, cause, type Step, say } from './steps.ts';

type Click = Extract<Input, { type: 'click' }>;

/** What commands mean to whoever has the keys; one that is not here means nothing. */
type Meanings = Partial<typeof COMMANDS>;

/** Commands that mean what they mean everywhere. */
function same(...ids: readonly CommandId[]): Meanings {
  return Object.fromEntries(ids.map((id) => [id, COMMANDS[id]]));
}

/** Of keys that do nothing so many say so: who goes on is not helped by it. */
const MOST_DEAD = 40;

function obey(state: State, key: string, pane: Moved, meanings: Meanings): Step {
  const id = findCommand(key, pane);
  const meaning = id === null ? undefined : meanings[id];
  if (meaning !== undefined) return meaning({ state, pane, count: Number(state.count), key });
  // What a draft is asked for stands below it.
  const isQuiet = key === '' || [UNSEEN, PREVIEW, READING].includes(meanings);
  const isSaid = state.deadKeys.has(key) || state.deadKeys.size >= MOST_DEAD;
  return isQuiet || isSaid ? {} : act({ type: 'dead-key', key, why: deadKeyText(key, pane) });
}

/** Rows a turn of the wheel moves; of a list whose articles take two each, one article. */
const WHEEL_LINES = 3;

function turnWheel(pane: Moved, by: number, rows = WHEEL_LINES): Step {
  return act({ type: 'move', pane, by: by * rows });
}

function turnWheelOver(state: State, { by, column }: Extract<Input, { type: 'wheel' }>): Step {
  const { list, itemRows } = screenGeometry(state);
  return isInside(list, column)
    ? turnWheel('list', by, itemRows === 2 ? 1 : WHEEL_LINES)
    : turnWheel('article', by);
}

/** On a screen that shows nothing keys leave, suspend or redraw, and do nothing else. */
const UNSEEN = same('leave', ...ANYWHERE);

/** How many lines a key moves in the help or the list of headings, of a page and of all there are. */
const SCROLLS: Partial<Record<CommandId, (page: number, all: number) => number>> = {
  down: () => 1,
  up: () => -1,
  space: (page) => page,
  'page-down': (page) => page,
  'half-down': (page) => page,
  'page-up': (page) => -page,
  'half-up': (page) => -page,
  first: (_, all) => -all,
  last: (_, all) => all,
};

const closeHelp = (): Step => act({ type: 'help', top: null });

function handleHelpKey(state: State, top: number, key: string): Step {
  const id = findCommand(key, state.focus);
  const geometry = screenGeometry(state);
  const lowest = lowestHelpTop(state);
  const scroll = id === null ? undefined : SCROLLS[id];
  if (id !== null && ANYWHERE.includes(id)) return obey(state, key, state.focus, COMMANDS);
  if (id === 'search') return act({ type: 'prompt', kind: 'keys' });
  if (scroll === undefined) return closeHelp();
  const by = scroll(Math.max(1, geometry.bodyRows - 1), lowest);
  return act({ type: 'help', top: Math.max(0, Math.min(lowest, top + by)) });
}

function handleHelp(state: State, top: number, input: Input): Step {
  if (input.type === 'paste') return {};
  if (input.type === 'click') return closeHelp();
  if (input.type === 'wheel') return handleHelpKey(state, top, input.by === 1 ? 'down' : 'up');
  return handleHelpKey(state, top, input.name);
}

const CONTENTS_ENDS = ['escape', 'left', 'h', 'q', 'c'];

function handleContents(state: State, selected: number, input: Input): Step {
  const select = (to: number | null): Step => act({ type: 'contents', selected: to });
  if (input.type === 'wheel') return select(selected + input.by);
  if (input.type === 'click') return clickContents(state, selected, input);
  if (input.type !== 'key') return {};
  const { name } = input;
  const id = findCommand(name, 'article');
  if (id !== null && ANYWHERE.includes(id)) return obey(state, name, 'article', COMMANDS);
  if (['enter', 'right', 'l'].includes(name)) return act({ type: 'choose-heading' });
  if (CONTENTS_ENDS.includes(name)) return select(null);
  const isLetter = name.length === 1 && name !== 'j' && name !== 'k';
  if (isLetter) return select(headingOf(state, selected, name));
  const scroll = id === null ? undefined : SCROLLS[id];
  const all = pageHeadings(state).length;
  return scroll === undefined ? {} : select(selected + scroll(screenGeometry(state).bodyRows, all));
}

/** A click on a heading selects it, one on the selected heading goes there. */
function clickContents(state: State, selected: number, { column, row }: Click): Step {
  const geometry = screenGeometry(state);
  const at = bodyRow(geometry, row);
  const { length } = pageHeadings(state);
  const to = contentsTop(selected, length, geometry.bodyRows) + (at ?? length);
  if (to >= length || !isInside(geometry.article, column)) return {};
  return act(to === selected ? { type: 'choose-heading' } : { type: 'contents', selected: to });
}

function handleEnlarged(state: State, input: Input): Step {
  const key = input.type === 'key' ? input.name : '';
  const id = findCommand(key, 'article');
  if (id !== null && ANYWHERE.includes(id)) return obey(state, key, 'article', COMMANDS);
  return key !== '' || input.type === 'click' ? act({ type: 'end-enlarging' }) : {};
}

const STOP_READING: Step = { action: { type: 'end-adding' }, effect: { type: 'stop-adding' } };

/** One thing at a time: the hits of a find, what is being read or fetched, the draft. */
function letGo({ state, key }: Context): Step {
  if (key === 'escape' && state.find !== null) return act({ type: 'clear-find' });
  if (state.adding?.step === 'reading') return STOP_READING;
  if (shownPreview(state)?.isKeeping !== true) return act({ type: 'end-adding' });
  return { action: { type: 'keeping', isKeeping: false }, effect: { type: 'stop-adding' } };
}

function keep({ draft, isKeeping }: Preview): Step {
  if (isKeeping) return {};
  if (isUntitled(draft)) return act({ type: 'prompt', kind: 'headline' });
  return { action: { type: 'keeping', isKeeping: true }, effect: { type: 'keep-draft', draft } };
}

/** Takes the chosen piece out, or in, or gives the last one back. */
function correct({ state }: Context, isBack: boolean): Step {
  const preview = shownPreview(state);
  if (preview === null || preview.isKeeping) return {};
  if (isBack && preview.draft.corrections.length === 0) return say('nothing was put right yet');
  if (!isBack && preview.piece === null) return act({ type: 'next-piece', by: 1 });
  return cause({ type: 'correct', preview, piece: isBack ? null : preview.piece });
}

/** While a link of a draft is being read the draft is only read. */
const READING: Meanings = {
  ...same(...MOVES, ...ANYWHERE, 'search', 'help', 'browse', 'copy'),
  space: COMMANDS['page-down'],
  next: (context) => (context.state.find === null ? {} : COMMANDS.next(context)),
  previous: (context) => (context.state.find === null ? {} : COMMANDS.previous(context)),
  back: letGo,
  leave: letGo,
};

/** While a draft is on the screen it is read, put right, kept or let go. */
const PREVIEW: Meanings = {
  ...READING,
  ...same('follow', 'contents'),
  'change-pane': () => act({ type: 'left-out' }),
  'next-article': ({ count }) => act({ type: 'next-piece', by: Math.max(1, count) }),
  'previous-article': ({ count }) => act({ type: 'next-piece', by: -Math.max(1, count) }),
  remove: (context) => correct(context, false),
  undo: (context) => correct(context, true),
};

function handlePreview(state: State, preview: Preview, input: Input): Step {
  if (input.type === 'click') return {};
  if (input.type === 'paste') return say('first Enter or Esc for this page');
  if (input.type === 'wheel') return turnWheel('article', input.by);
  if (state.adding?.step === 'reading') return obey(state, input.name, 'article', READING);
  return input.name === 'enter' ? keep(preview) : obey(state, input.name, 'article', PREVIEW);
}

/** What keys mean in the feeds as they do in the list. */
const BESIDE_FEEDS = same(
  ...MOVES,
  ...ANYWHERE,
  'space',
  'undo',
  'sort',
  'turn',
  'help',
  'narrower',
  'wider',
);

/** While the feeds pane is on the screen it has the keys. */
function handleFeedsKey(state: State, key: string): Step {
  const id = findFeedsCommand(key);
  if (id === null) return obey(state, key, 'feeds', BESIDE_FEEDS);
  return FEEDS_COMMANDS[id]({ state, pane: 'feeds', count: Number(state.count), key });
}

/** A click on a row of feeds selects it, one on the selected row or beside them goes into its list. */
function clickPanes(state: State, click: Click): Step {
  const { column, row } = click;
  const geometry = screenGeometry(state);
  if (!isInside(geometry.feeds, column)) {
    if (state.feeds !== null) return act({ type: 'choose-feeds' });
    // The list's heading is the key of the feeds pane.
    const isHeading = row === 0 && isInside(geometry.list, column);
    return isHeading ? obey(state, 't', 'list', COMMANDS) : act(click);
  }
  const lines = feedsLines(state, geometry.bodyRows);
  const top = feedsTop(lines, state, geometry.bodyRows);
  const line = lines[top + (bodyRow(geometry, row) ?? lines.length)];
  if (line?.kind !== 'row') return {};
  const isChosen = line.index === state.feeds?.selected;
  return act(isChosen ? { type: 'choose-feeds' } : { type: 'click-feeds', index: line.index });
}

function handlePanes(state: State, input: Input): Step {
  const { feeds, focus, adding } = state;
  if (input.type === 'paste') return takePaste(state, input.text);
  if (input.type === 'wheel') {
    return feeds === null ? turnWheelOver(state, input) : turnWheel('feeds', input.by);
  }
  if (input.type === 'click') return clickPanes(state, input);
  if (feeds !== null) return handleFeedsKey(state, input.name);
  if (input.name === 'escape' && adding?.step === 'reading') return STOP_READING;
  return obey(state, input.name, focus, COMMANDS);
}

/** Reads one input in the light of the state. Pure. */
export function handleInput(state: State, input: Input): Step {
  const preview = shownPreview(state);
  const key = input.type === 'key' ? input.name : '';
  if (screenGeometry(state).tooSmall) return obey(state, key, 'list', UNSEEN);
  if (state.prompt !== null) return handlePromptInput(state, state.prompt, input);
  if (state.helpTop !== null) return handleHelp(state, state.helpTop, input);
  if (state.contents !== null) return handleContents(state, state.contents, input);
  if (state.enlarged !== null) return handleEnlarged(state, input);
  if (/^\d$/.test(key)) return act({ type: 'digit', digit: key });
  return preview === null ? handlePanes(state, input) : handlePreview(state, preview, input);
}
