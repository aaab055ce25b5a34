// Turns what Ink hears from the terminal into keys, pastes and mouse events, one by one.

import type { Key } from 'ink';

/** Ink's own reading of a key. */
export type InkKey = Partial<Key>;

/** One thing a reader did. Rows and columns count from 0. */
export type Input =
  | { readonly type: 'key'; readonly name: string }
  /** Its lines end with `\n`; `null` where it is larger than 10 MiB. */
  | { readonly type: 'paste'; readonly text: string | null }
  | { readonly type: 'wheel'; readonly by: 1 | -1; readonly column: number; readonly row: number }
  | { readonly type: 'click'; readonly column: number; readonly row: number };

/** Reads a chunk as Ink hands it over. */
export type DecodeInput = (input: string, key: InkKey) => readonly Input[];

/** Hands over the oldest paste that was not taken yet. */
export type TakePaste = () => string | null;

/** Stands among the keys in the place of a paste. */
export const PASTE_MARK = '\x1b[200~';
/** The same as Ink hands it over, also where an ESC was pending before it. */
const MARKED = /^\x1b?\[200~$/;
/** SGR mouse report (xterm's mode 1006) without its ESC, which Ink takes away. */
const MOUSE = /^\[<(\d{1,4});(\d{1,5});(\d{1,5})([Mm])$/;

const NAMED = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageDown', 'pagedown'],
  ['pageUp', 'pageup'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
] as const satisfies readonly (readonly [keyof InkKey, string])[];

/** A character of a run as a key: held keys and quick typists send several in one chunk. */
function characterName(character: string): string | null {
  switch (character) {
    case '\r':
    case '\n':
      return 'enter';
    case '\t':
      return 'tab';
    case ' ':
      return 'space';
    case '\b':
    case '\x7f':
      return 'backspace';
    case '\x1b':
      return 'escape';
    default:
      if (character >= ' ') return /[\x80-\x9f]/.test(character) ? null : character;
      return `ctrl-${String.fromCharCode(character.charCodeAt(0) + 96)}`;
  }
}

function keyInput(name: string): Input {
  return { type: 'key', name };
}

function characterInputs(text: string): readonly Input[] {
  return Array.from(text, characterName)
    .filter((name) => name !== null)
    .map(keyInput);
}

function mouseInputs(match: RegExpExecArray): readonly Input[] {
  const [button = 0, column = 1, row = 1] = match.slice(1, 4).map(Number);
  const place = { column: Math.max(0, column - 1), row: Math.max(0, row - 1) };
  if (match[4] === 'm') return [];
  if (button === 64 || button === 65) {
    return [{ type: 'wheel', by: button === 64 ? -1 : 1, ...place }];
  }
  return button === 0 ? [{ type: 'click', ...place }] : [];
}

function keyInputs(input: string, key: InkKey): readonly Input[] {
  const mouse = MOUSE.exec(input);
  if (mouse !== null) return mouseInputs(mouse);
  const named = NAMED.find(([property]) => key[property]);
  if (named !== undefined) return [keyInput(named[1])];
  if (key.tab) return [keyInput(key.shift ? 'shift-tab' : 'tab')];
  if (key.ctrl) return input === '' ? [] : [keyInput(`ctrl-${input}`)];
  // ESC and a key in one chunk: someone left a prompt and went on at once.
  if (key.meta) return [keyInput('escape'), ...characterInputs(input)];
  // An escape sequence nobody here knows, such as F5.
  return /^[[O][\d;<>?=]*[ -/]*[@-~]$/.test(input) && input.length > 2
    ? []
    : characterInputs(input);
}

/** Makes the decoder of one reader. */
export function createDecoder(takePaste: TakePaste): DecodeInput {
  return (input, key) => {
    if (!MARKED.test(input)) return keyInputs(input, key);
    const text = takePaste();
    return text === '' ? [] : [{ type: 'paste', text }];
  };
}

/** The character a key types into a line of text; `null` for the other keys. */
export function typedText(name: string): string | null {
  if (name === 'space') return ' ';
  return Array.from(name).length === 1 ? name : null;
}
