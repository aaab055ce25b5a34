// What an input means while a line is being typed.

import { cleanLine } from '../core/clean.ts';
import { graphemes } from '../text/width.ts';
import type { Input } from './keys.ts';
import { typedText } from './keys.ts';
import { isAmbiguous, pageLinks } from './page-links.ts';
import type { Prompt, State } from './state.ts';
import type { Step } from './step.ts';

/** A longer line is no query anyone types. */
const LONGEST_TEXT = 500;

const type = (text: string): Step => ({ action: { type: 'prompt-text', text } });
const CANCEL: Step = { action: { type: 'prompt-cancel' } };

/** Follows the link of the number, or says that there is none. */
function followLink(state: State, text: string): Step {
  const links = pageLinks(state.page?.lines ?? []);
  const url = links[Number(text) - 1];
  return url === undefined ? CANCEL : { ...CANCEL, effect: { type: 'browse', url } };
}

function typeLink(state: State, text: string): Step {
  const links = pageLinks(state.page?.lines ?? []).length;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > links) return {};
  return isAmbiguous(number, links) ? type(text) : followLink(state, text);
}

function typeText(state: State, prompt: Prompt, added: string): Step {
  const text = `${prompt.text}${added}`.slice(0, LONGEST_TEXT);
  return prompt.kind === 'link' ? typeLink(state, text) : type(text);
}

function erase({ text }: Prompt, kept: string): Step {
  return text === '' ? CANCEL : type(kept);
}

/** Reads a key or a paste into the prompt. */
export function interpretPrompt(
  state: State,
  prompt: Prompt,
  input: Extract<Input, { type: 'key' | 'paste' }>,
): Step {
  if (input.type === 'paste') return typeText(state, prompt, cleanLine(input.text));
  switch (input.name) {
    case 'enter':
      return prompt.kind === 'link' && prompt.text !== ''
        ? followLink(state, prompt.text)
        : { action: { type: 'prompt-enter' } };
    case 'escape':
      return CANCEL;
    case 'ctrl-c':
      return { effect: { type: 'quit', interrupted: true } };
    case 'backspace':
      return erase(prompt, graphemes(prompt.text).slice(0, -1).join(''));
    case 'ctrl-u':
      return type('');
    case 'ctrl-w':
      return type(prompt.text.replace(/\S+\s*$/, ''));
    case 'ctrl-l':
      return { effect: { type: 'redraw' } };
    case 'ctrl-z':
      return { effect: { type: 'suspend' } };
    case 'up':
    case 'down':
      return prompt.kind === 'filter'
        ? { action: { type: 'move', by: input.name === 'up' ? -1 : 1 } }
        : {};
    default: {
      const text = typedText(input.name);
      return text === null ? {} : typeText(state, prompt, text);
    }
  }
}
