// What an input means while a line is being typed.

import { cleanLine } from '../core/clean.ts';
import { type EditedLine, editLine, insertText } from './edit-line.ts';
import type { Input } from './keys.ts';
import { isAmbiguous, pageLinks } from './page-links.ts';
import type { Prompt, State } from './state.ts';
import type { Step } from './step.ts';

const edit = (line: EditedLine): Step => ({ action: { type: 'prompt-text', line } });
const CANCEL: Step = { action: { type: 'prompt-cancel' } };

function linkCount({ page }: State): number {
  return pageLinks(page?.lines ?? []).length;
}

function noLink(state: State, text: string): Step {
  const note = `no link ${text} here: there are 1 to ${linkCount(state)}`;
  return { action: { type: 'prompt-cancel', note: { text: note, tone: 'warning' } } };
}

/** Follows the link of the number, or says that there is none. */
function followLink(state: State, text: string): Step {
  const url = pageLinks(state.page?.lines ?? [])[Number(text) - 1];
  return url === undefined ? noLink(state, text) : { ...CANCEL, effect: { type: 'browse', url } };
}

/** A number that can be no other is followed at once. */
function typeLink(state: State, line: EditedLine): Step {
  const links = linkCount(state);
  if (line.text === '') return edit(line);
  if (!/^\d+$/.test(line.text)) return {};
  return isAmbiguous(Number(line.text), links) ? edit(line) : followLink(state, line.text);
}

function typeIn(state: State, prompt: Prompt, line: EditedLine | null): Step {
  if (line === null) return {};
  return prompt.kind === 'link' ? typeLink(state, line) : edit(line);
}

/** Up and down go through what the prompt is about. */
function moveBy({ kind }: Prompt, by: number): Step {
  if (kind === 'find') return {};
  return { action: { type: kind === 'filter' ? 'move' : 'scroll', by } };
}

function movePages({ kind }: Prompt, by: number): Step {
  if (kind === 'find') return {};
  return { action: { type: kind === 'filter' ? 'move-pages' : 'scroll-pages', by } };
}

/** Reads a key or a paste into the prompt. */
export function interpretPrompt(
  state: State,
  prompt: Prompt,
  input: Extract<Input, { type: 'key' | 'paste' }>,
): Step {
  if (input.type === 'paste') {
    return typeIn(state, prompt, insertText(prompt, cleanLine(input.text)));
  }
  switch (input.name) {
    case 'enter':
      return prompt.kind === 'link' && prompt.text !== ''
        ? followLink(state, prompt.text)
        : { action: { type: 'prompt-enter' } };
    case 'escape':
      return CANCEL;
    case 'ctrl-c':
      return { effect: { type: 'quit', interrupted: true } };
    case 'ctrl-l':
      return { effect: { type: 'redraw' } };
    case 'ctrl-z':
      return { effect: { type: 'suspend' } };
    case 'up':
    case 'down':
      return moveBy(prompt, input.name === 'up' ? -1 : 1);
    case 'pageup':
    case 'pagedown':
      return movePages(prompt, input.name === 'pageup' ? -1 : 1);
    case 'backspace':
      return prompt.text === '' ? CANCEL : typeIn(state, prompt, editLine(prompt, input.name));
    default:
      return typeIn(state, prompt, editLine(prompt, input.name));
  }
}
