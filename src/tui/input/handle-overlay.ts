// What an input means in what lies over the panes: the help, and the headings of an article.
import { clamp } from '../../core/clamp.ts';
import { type CommandId, isCommand } from '../../core/keys/key-table.ts';
import { contentsTop, headingOf, pageHeadings } from '../state/contents.ts';
import { bodyRow, isInside, screenGeometry } from '../state/geometry.ts';
import type { State } from '../state/state.ts';
import type { OtherInput } from '../terminal/keys.ts';
import { lowestHelpTop } from './help-lines.ts';
import type { KeyPress } from './key-press.ts';
import { act, type Outcome } from './outcome.ts';
import { runAnywhere } from './run-command.ts';

type Click = Extract<OtherInput, { type: 'click' }>;

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

const closeHelp = (): Outcome => act({ type: 'help', top: null });

function scrollHelp(state: State, top: number, id: CommandId): Outcome | null {
  const lowest = lowestHelpTop(state);
  const page = Math.max(1, screenGeometry(state).bodyRows - 1);
  const by = SCROLLS[id]?.(page, lowest);
  if (by === undefined) return null;
  return act({ type: 'help', top: clamp(top + by, 0, lowest) });
}

export function handleHelp(state: State, top: number, input: OtherInput): Outcome {
  if (input.type === 'paste') return {};
  if (input.type === 'click') return closeHelp();
  return scrollHelp(state, top, input.by === 1 ? 'down' : 'up') ?? {};
}

export function handleHelpKey(state: State, top: number, key: KeyPress): Outcome {
  const { command } = key;
  if (command === 'search') return act({ type: 'prompt', kind: 'keys' });
  const scrolled = isCommand(command) ? scrollHelp(state, top, command) : null;
  return runAnywhere(state, key) ?? scrolled ?? closeHelp();
}

const selectHeading = (to: number | null): Outcome => act({ type: 'contents', selected: to });

export function handleContents(state: State, selected: number, input: OtherInput): Outcome {
  if (input.type === 'wheel') return selectHeading(selected + input.by);
  return input.type === 'click' ? clickContents(state, selected, input) : {};
}

/** Commands that lead out of the list of headings. */
const CONTENTS_ENDS: readonly CommandId[] = ['back', 'left', 'leave', 'contents'];

/** Letters go to headings that begin with them, but for those that move or lead out. */
export function isHeadingLetter({ bindings }: State, key: string): boolean {
  const command = bindings.article.commands.get(key) ?? null;
  const isKept = isCommand(command) && ['down', 'up', ...CONTENTS_ENDS].includes(command);
  return key.length === 1 && !isKept && bindings.list.commands.get(key) !== 'open';
}

export function handleContentsKey(state: State, selected: number, key: KeyPress): Outcome {
  const { keys, command } = key;
  const isChosen = keys === 'enter' || state.bindings.list.commands.get(keys) === 'open';
  if (isChosen) return act({ type: 'choose-heading' });
  if (keys === 'escape') return selectHeading(null);
  if (isHeadingLetter(state, keys)) return selectHeading(headingOf(state, selected, keys));
  if (!isCommand(command)) return {};
  if (CONTENTS_ENDS.includes(command)) return selectHeading(null);
  const by = SCROLLS[command]?.(screenGeometry(state).bodyRows, pageHeadings(state).length);
  return runAnywhere(state, key) ?? (by === undefined ? {} : selectHeading(selected + by));
}

/** A click on a heading selects it, one on the selected heading goes there. */
function clickContents(state: State, selected: number, { column, row }: Click): Outcome {
  const geometry = screenGeometry(state);
  const at = bodyRow(geometry, row);
  const { length } = pageHeadings(state);
  const to = contentsTop(selected, length, geometry.bodyRows) + (at ?? length);
  if (to >= length || !isInside(geometry.article, column)) return {};
  return act(to === selected ? { type: 'choose-heading' } : { type: 'contents', selected: to });
}
