// What an input means in a state: an action for the reducer, an effect on the world, or both.

import { ownIndex } from '../../core/keys/bindings.ts';
import { INTERRUPT } from '../../core/keys/key-names.ts';
import { ANYWHERE, isFeedsCommand, SHARED } from '../../core/keys/key-table.ts';
import { feedsLines, feedsTop } from '../state/feeds-state.ts';
import { bodyRow, isInside, screenGeometry } from '../state/geometry.ts';
import { shownPreview } from '../state/loaded-rows.ts';
import type { Moved, State } from '../state/state.ts';
import type { Input, OtherInput } from '../terminal/keys.ts';
import { isChordLeft } from './chords.ts';
import {
  handleContents,
  handleContentsKey,
  handleHelp,
  handleHelpKey,
  isHeadingLetter,
} from './handle-overlay.ts';
import { handlePreview, handlePreviewKey, STOP_READING } from './handle-preview.ts';
import { handlePromptInput } from './handle-prompt-input.ts';
import { COMMANDS, FEEDS_COMMANDS } from './key-commands.ts';
import { deadKeyText, type KeyPress, keyPressOf, lookUpKey, placeOf } from './key-press.ts';
import { act, cause, type Outcome } from './outcome.ts';
import { pickCommands, runAnywhere, runCommand, turnWheel, WHEEL_LINES } from './run-command.ts';
import { takePaste } from './start-adding.ts';

type Click = Extract<Input, { type: 'click' }>;

/** Most keys in a session that are reported to do nothing. */
const MOST_DEAD = 40;

function dead(state: State, { keys }: KeyPress, pane: Moved): Outcome {
  if (keys === '' || state.deadKeys.has(keys) || state.deadKeys.size >= MOST_DEAD) return {};
  return act({ type: 'dead-key', key: keys, why: deadKeyText(state, keys, pane) });
}

function turnWheelOver(state: State, { by, column }: Extract<Input, { type: 'wheel' }>): Outcome {
  const { feeds, list, itemRows } = screenGeometry(state);
  if (state.feeds !== null && isInside(feeds, column)) return turnWheel('feeds', by);
  return isInside(list, column)
    ? turnWheel('list', by, itemRows === 2 ? 1 : WHEEL_LINES)
    : turnWheel('article', by);
}

/** On a screen that shows nothing keys leave, suspend or redraw, and do nothing else. */
const UNSEEN = pickCommands('leave', ...ANYWHERE);

const endEnlarging = (): Outcome => act({ type: 'end-enlarging' });

/** Commands that do the same in the feeds as in the list. */
const BESIDE_FEEDS = pickCommands(...SHARED);

function handleFeedsKey(state: State, key: KeyPress): Outcome {
  const { command } = key;
  if (isFeedsCommand(command))
    return FEEDS_COMMANDS[command]({ state, pane: 'feeds', count: Number(state.count) });
  return runCommand(state, key, 'feeds', BESIDE_FEEDS) ?? dead(state, key, 'feeds');
}

/** A click on a row of feeds selects it, one on the selected row or beside them goes into its list. */
function clickPanes(state: State, click: Click): Outcome {
  const { column, row } = click;
  const geometry = screenGeometry(state);
  if (!isInside(geometry.feeds, column)) {
    if (state.feeds !== null) return act({ type: 'choose-feeds' });
    const isHeading = row === 0 && isInside(geometry.list, column);
    return isHeading ? COMMANDS.feeds({ state, pane: 'list', count: 0 }) : act(click);
  }
  const lines = feedsLines(state, geometry.bodyRows);
  const top = feedsTop(lines, state, geometry.bodyRows);
  const line = lines[top + (bodyRow(geometry, row) ?? lines.length)];
  if (line?.kind !== 'row') return {};
  const isChosen = line.index === state.feeds?.selected;
  return act(isChosen ? { type: 'choose-feeds' } : { type: 'click-feeds', index: line.index });
}

function handlePanes(state: State, input: OtherInput): Outcome {
  if (input.type === 'paste') return takePaste(state, input.text);
  if (input.type === 'click') return clickPanes(state, input);
  return turnWheelOver(state, input);
}

function handlePanesKey(state: State, key: KeyPress): Outcome {
  const { feeds, focus, adding } = state;
  const own = ownIndex(key.command);
  if (own !== null) return cause({ type: 'own-command', at: own });
  if (feeds !== null) return handleFeedsKey(state, key);
  if (key.keys === 'escape' && adding?.step === 'reading') return STOP_READING;
  return runCommand(state, key, focus, COMMANDS) ?? dead(state, key, focus);
}

function handleKeyPress(state: State, key: KeyPress): Outcome {
  const preview = shownPreview(state);
  if (screenGeometry(state).tooSmall) return runCommand(state, key, 'list', UNSEEN) ?? {};
  if (state.helpTop !== null) return handleHelpKey(state, state.helpTop, key);
  if (state.contents !== null) return handleContentsKey(state, state.contents, key);
  if (state.enlarged !== null) return runAnywhere(state, key) ?? endEnlarging();
  return preview === null ? handlePanesKey(state, key) : handlePreviewKey(state, preview, key);
}

/** A digit is a count, unless it is bound or the count is of no use. */
function isCount(state: State, name: string): boolean {
  const { helpTop, contents, enlarged, chord, count } = state;
  if (!/^\d$/.test(name) || chord !== '' || screenGeometry(state).tooSmall) return false;
  if (helpTop !== null || contents !== null || enlarged !== null) return false;
  const { command, isBeginning } = lookUpKey(state, placeOf(state), name);
  return count !== '' || (command === null && !isBeginning);
}

/** A key that has a meaning of its own where a heading is chosen, or a draft is kept. */
function isAnswer(state: State, { keys }: KeyPress): boolean {
  const isAsked = state.contents !== null || state.adding?.step === 'preview';
  if (isAsked && (keys === 'enter' || keys === 'escape')) return true;
  if (state.contents !== null) return isHeadingLetter(state, keys);
  return keys === 'escape' && state.adding?.step === 'reading';
}

function handleKey(state: State, name: string): Outcome {
  if (isCount(state, name)) return act({ type: 'digit', digit: name });
  const key = lookUpKey(state, placeOf(state), name);
  if (state.chord !== '' && isChordLeft(state, key, name)) return {};
  if (key.isBeginning && !isAnswer(state, key)) return act({ type: 'chord', keys: key.keys });
  return handleKeyPress(state, key);
}

/** What a chord means that does not go on: what its keys mean by themselves, if anything. */
function endChord(state: State): Outcome {
  const { chord: keys, bindings } = state;
  const command = bindings[placeOf(state)].commands.get(keys);
  return command === undefined ? {} : handleKeyPress(state, { keys, command, isBeginning: false });
}

function handleOther(state: State, input: OtherInput): Outcome {
  const { helpTop, contents, enlarged } = state;
  if (screenGeometry(state).tooSmall) return {};
  if (helpTop !== null) return handleHelp(state, helpTop, input);
  if (contents !== null) return handleContents(state, contents, input);
  if (enlarged !== null) return input.type === 'click' ? endEnlarging() : {};
  return shownPreview(state) === null ? handlePanes(state, input) : handlePreview(input);
}

/** Reads one input in the light of the state. Pure. */
export function handleInput(state: State, input: Input): Outcome {
  if (input.type === 'key' && input.name === INTERRUPT) {
    return cause({ type: 'quit', interrupted: true });
  }
  if (state.prompt !== null && !screenGeometry(state).tooSmall) {
    return handlePromptInput(state, state.prompt, input);
  }
  if (input.type === 'chord-end') return endChord(state);
  if (input.type === 'command') return handleKeyPress(state, keyPressOf(input.id));
  return input.type === 'key' ? handleKey(state, input.name) : handleOther(state, input);
}
