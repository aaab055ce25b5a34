// What an input means while a draft is on the screen.
import { cleanLine } from '../../core/clean.ts';
import { ANYWHERE, MOVES } from '../../core/keys/key-table.ts';
import { insertText } from '../state/edit-line.ts';
import { isUntitled, shownPreview } from '../state/loaded-rows.ts';
import { pieceText } from '../state/preview-pieces.ts';
import type { Preview, State } from '../state/state.ts';
import type { OtherInput } from '../terminal/keys.ts';
import { COMMANDS, type Context, step } from './key-commands.ts';
import type { KeyPress } from './key-press.ts';
import { act, answer, cause, type Outcome } from './outcome.ts';
import { type Commands, pickCommands, runCommand, turnWheel } from './run-command.ts';

export const STOP_READING: Outcome = {
  action: { type: 'end-adding' },
  effect: { type: 'stop-adding' },
};

/** What is being read or fetched, or the draft. */
function letGo({ state }: Context): Outcome {
  if (state.adding?.step === 'reading') return STOP_READING;
  if (shownPreview(state)?.isKeeping !== true) return act({ type: 'end-adding' });
  return { action: { type: 'keeping', isKeeping: false }, effect: { type: 'stop-adding' } };
}

function keep({ draft, isKeeping }: Preview): Outcome {
  if (isKeeping) return {};
  if (isUntitled(draft)) return act({ type: 'prompt', kind: 'headline' });
  return { action: { type: 'keeping', isKeeping: true }, effect: { type: 'keep-draft', draft } };
}

/** Takes the chosen piece out, or in, or gives the last one back. */
function correct({ state }: Context, isBack: boolean): Outcome {
  const preview = shownPreview(state);
  if (preview === null || preview.isKeeping) return {};
  if (isBack && preview.draft.corrections.length === 0) return answer('nothing was put right yet');
  if (!isBack && preview.piece === null) return act({ type: 'next-piece', by: 1 });
  return cause({ type: 'correct', preview, piece: isBack ? null : preview.piece });
}

/** A line with the chosen piece, or the headline as it is, to make the headline of. */
function retitle({ state }: Context): Outcome {
  const preview = shownPreview(state);
  if (preview === null || preview.isKeeping) return {};
  const { draft, piece } = preview;
  const text = piece === null ? draft.taken.article.title : pieceText(preview, piece);
  const line = insertText({ text: '', cursor: 0 }, cleanLine(text));
  return act({ type: 'prompt', kind: 'retitle', text: line.text });
}

/** While a link of a draft is being read the draft is only read. */
const READING: Commands = {
  ...pickCommands(...MOVES, ...ANYWHERE, 'search', 'help', 'browse', 'copy'),
  space: COMMANDS['page-down'],
  next: (context) => (context.state.find === null ? {} : COMMANDS.next(context)),
  previous: (context) => (context.state.find === null ? {} : COMMANDS.previous(context)),
  /** One thing at a time: first the hits of a find. */
  back: (context) => (context.state.find === null ? letGo(context) : act({ type: 'clear-find' })),
  left: letGo,
  leave: letGo,
};

/** While a draft is on the screen it is read, put right, kept or let go. */
const PREVIEW: Commands = {
  ...READING,
  ...pickCommands('follow', 'contents'),
  'change-pane': () => act({ type: 'left-out' }),
  'next-article': step('next-piece', 1),
  'previous-article': step('next-piece', -1),
  remove: (context) => correct(context, false),
  undo: (context) => correct(context, true),
  edit: retitle,
};

/** Commands that do something while a draft is on the screen. */
export const PREVIEW_COMMANDS: readonly string[] = Object.keys(PREVIEW);

export function handlePreview(input: OtherInput): Outcome {
  if (input.type === 'click') return {};
  if (input.type === 'paste') return answer('first Enter or Esc for this page');
  return turnWheel('article', input.by);
}

/** Enter and Esc answer a draft whatever else is bound. */
export function handlePreviewKey(state: State, preview: Preview, key: KeyPress): Outcome {
  const isReading = state.adding?.step === 'reading';
  if (key.keys === 'enter' && !isReading) return keep(preview);
  const named: KeyPress = key.keys === 'escape' ? { ...key, command: 'back' } : key;
  // What a draft is asked for stands below it: no other key says why it does nothing.
  return runCommand(state, named, 'article', isReading ? READING : PREVIEW) ?? {};
}
