// The one table of sequences: what whole pieces of a terminal's bytes are as keys and mouse events.
import { withAlt } from '../../core/keys/key-names.ts';
import type { Input } from './keys.ts';
import named from './sequence-keys.json' with { type: 'json' };

/**
 * Keys by the letter their sequence ends in, of which the small ones are rxvt's with Shift or Ctrl, or
 * by the number in `CSI 5 ~`.
 */
const KEYS: Readonly<Record<string, string>> = named.sequences;
/** Keys by their code point where a terminal sends that (kitty's `CSI u`, xterm's `CSI 27 ~`). */
const CODES: Readonly<Record<number, string>> = named.codes;

/** A number or a letter, modifiers and the kind of event: 1 pressed, 2 repeated, 3 let go. */
const LETTERED = /^1?(?:;?(?<held>\d{1,3})(?::[12])?)?(?<key>[A-Za-z])$/;
const NUMBERED = /^(?<key>\d)(?:;(?<held>\d{1,3})(?::[12])?)?[~^$@]$/;
/** `CSI code:shifted:base ; modifiers:event ; text u`. */
const KITTY = /^(\d{1,7})(?::(\d{0,7}))?(?::\d{0,7})?(?:;(\d{0,3})(?::([12]))?(?:;(\d{1,7}))?)?u$/;
/** `CSI 27 ; modifiers ; code ~`, xterm's modifyOtherKeys. */
const OTHER = /^27;(\d{1,3});(\d{1,7})~$/;
/** xterm's mode 1006. */
const MOUSE = /^<(\d{1,4});(\d{1,5});(\d{1,5})([Mm])$/;

const SHIFT = 1;
const ALT = 2;
const CTRL = 4;
const SUPER = 8;
const HYPER = 16;
const META = 32;
/** What no person types: bidi controls, line separators, the BOM, and bytes that were no UTF-8. */
const UNTYPED = /[\x80-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]/;

function keyInput(name: string): Input {
  return { type: 'key', name };
}

/** The key of a character; `null` for none. */
function characterName(character: string): string | null {
  const named = CODES[character.codePointAt(0) ?? 0];
  if (named !== undefined) return named;
  if (character === '\n') return 'enter';
  if (character >= ' ') return UNTYPED.test(character) ? null : character;
  return `ctrl-${String.fromCharCode(character.charCodeAt(0) + 96)}`;
}

/** The keys of a run of characters: held keys and quick typists send several at once. */
export function characterInputs(text: string): readonly Input[] {
  return Array.from(text, characterName)
    .filter((name) => name !== null)
    .map(keyInput);
}

/** The same with Alt. */
export function altInput(input: Input): Input {
  return input.type === 'key' ? keyInput(withAlt(input.name)) : input;
}

/** ESC and a character in one: a key with Alt, or two of someone who left a prompt and went on at once. */
export function escapedInputs(text: string): readonly Input[] {
  return characterInputs(text).map(altInput);
}

function mouseInputs([, button, x, y, end]: RegExpExecArray): readonly Input[] {
  const place = { column: Math.max(0, Number(x) - 1), row: Math.max(0, Number(y) - 1) };
  if (end === 'm') return [];
  if (button === '64' || button === '65') {
    return [{ type: 'wheel', by: button === '64' ? -1 : 1, ...place }];
  }
  return button === '0' ? [{ type: 'click', ...place }] : [];
}

/** Whether a code point is a character: neither half a pair nor of kitty's keys without one. */
function isCharacter(code: number): boolean {
  return code > 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xf8ff) && code !== 127;
}

/** @param modifiers as terminals send them, one more than the sum of their bits */
function codeInputs(code: number, modifiers: number, shifted: number): readonly Input[] {
  const held = Math.max(0, modifiers - 1);
  const named = CODES[code];
  if ((held & (SUPER | HYPER | META)) !== 0) return [];
  const inputs = named === undefined ? typedInputs(code, held, shifted) : namedInputs(named, held);
  return (held & ALT) === 0 ? inputs : inputs.map(altInput);
}

/** @param held the modifiers, a bit each */
function namedInputs(named: string, held: number): readonly Input[] {
  const name = named === 'tab' && (held & SHIFT) !== 0 ? 'shift-tab' : named;
  return (held & CTRL) === 0 ? [keyInput(name)] : [];
}

function typedInputs(code: number, held: number, shifted: number): readonly Input[] {
  if (!isCharacter(code) || !isCharacter(shifted)) return [];
  const character = String.fromCodePoint(code);
  if ((held & CTRL) !== 0) {
    // As the same key is without the protocol: Ctrl-J is Enter, Ctrl-H Backspace.
    return /^[a-z]$/i.test(character) ? characterInputs(String.fromCharCode(code & 31)) : [];
  }
  const isUpper = (held & SHIFT) !== 0 && shifted === code;
  return characterInputs(isUpper ? character.toUpperCase() : String.fromCodePoint(shifted));
}

function kittyInputs([, code, shifted, modifiers, , text]: RegExpExecArray): readonly Input[] {
  const held = Number(modifiers || 1);
  const isShifted = ((held - 1) & SHIFT) !== 0;
  return codeInputs(Number(code), held, Number(text || (isShifted && shifted) || code));
}

/**
 * What a control sequence means; nothing for one that is no key here, such as Ctrl-F2, a report of
 * the focus or an answer.
 * @param body what comes after `ESC [`, or the letter after `ESC O`
 */
export function sequenceInputs(body: string): readonly Input[] {
  const mouse = MOUSE.exec(body);
  if (mouse !== null) return mouseInputs(mouse);
  const kitty = KITTY.exec(body);
  if (kitty !== null) return kittyInputs(kitty);
  const other = OTHER.exec(body);
  if (other !== null) return codeInputs(Number(other[2]), Number(other[1]), Number(other[2]));
  const { key = '', held = '1' } = (LETTERED.exec(body) ?? NUMBERED.exec(body))?.groups ?? {};
  const name = KEYS[key];
  if (name === undefined) return [];
  const isAlt = ((Number(held) - 1) & ALT) !== 0;
  return [keyInput(isAlt ? withAlt(name) : name)];
}
