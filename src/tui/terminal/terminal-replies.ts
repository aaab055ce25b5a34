// Replies of a terminal to queries, and what it reports by itself.
import type { PictureTrait } from '../../text/pictures/picture-protocols.ts';
import { type Background, backgroundOf } from '../../text/themes.ts';

export type TerminalReply =
  | TerminalChange
  | PictureTrait
  /** The user has come to prefer dark or light colours. */
  | { readonly type: 'preference'; readonly is: Background }
  /** It knows Kitty's keyboard protocol. */
  | { readonly type: 'keyboard' }
  /** The last reply to a set of queries; and whether the terminal knows sixels. */
  | { readonly type: 'answered'; readonly hasSixel?: boolean };

/** A change that the reader has to follow. */
export type TerminalChange =
  | { readonly type: 'background'; readonly is: Background }
  /** Its window has the keyboard, or has not. */
  | { readonly type: 'focus'; readonly isIn: boolean };

/** The background (xterm's OSC 11), each channel in one to four digits. */
const COLOR = /^11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})(?:\/[\da-f]{1,4})?$/i;
/** The preferred colours (mode 2031). */
const PREFERENCE = /^\?997;([12])n$/;
/** Flags of Kitty's keyboard protocol. */
const KEYBOARD = /^\?\d{1,3}u$/;
/** Pixels of a cell, in reply to xterm's `16 t`. */
const CELL = /^6;(\d{1,4});(\d{1,4})t$/;
/** Its name (XTVERSION). */
const NAME = /^P>\|(.+)$/;
/** Pixels of the area for pictures (XTSMGRAPHICS). */
const AREA = /^\?2;0;(\d{1,5});(\d{1,5})S$/;
/** A terminal behind tmux knows Kitty's graphics. */
const PASSED = '_Gi=31;OK';
/** The device's attributes (DA1): 4 stands for sixels. */
const DEVICE = /^\?[\d;]*c$/;
const SIXEL = /[?;]4[;c]/;

/** The reply in a control sequence; `null` for a key. @param body what comes after `ESC [` */
export function sequenceReply(body: string): TerminalReply | null {
  const preference = PREFERENCE.exec(body)?.[1];
  if (preference !== undefined) {
    return { type: 'preference', is: preference === '1' ? 'dark' : 'light' };
  }
  if (body === 'I' || body === 'O') return { type: 'focus', isIn: body === 'I' };
  const [, height, width] = (CELL.exec(body) ?? []).map(Number);
  if (height && width) return { type: 'cell', width, height };
  if (KEYBOARD.test(body)) return { type: 'keyboard' };
  const [, wide, high] = (AREA.exec(body) ?? []).map(Number);
  if (wide && high) return { type: 'area', width: wide, height: high };
  return DEVICE.test(body) ? { type: 'answered', hasSixel: SIXEL.test(body) } : null;
}

/**
 * The reply in a control string; `null` for any other.
 * @param body its text: after `P` in a device control string, after `_` in an application's
 */
export function commandReply(body: string): TerminalReply | null {
  if (body === PASSED) return { type: 'passed' };
  const name = NAME.exec(body)?.[1];
  if (name !== undefined) return { type: 'name', name };
  const [, ...digits] = COLOR.exec(body) ?? [];
  if (digits.length === 0) return null;
  const channels = digits.map((hex) => Number.parseInt(hex, 16) / (16 ** hex.length - 1));
  return { type: 'background', is: backgroundOf(channels) };
}
