// What a terminal says of itself.
import type { PictureTrait } from '../../text/pictures/picture-ways.ts';
import { type Background, backgroundOf } from '../../text/themes.ts';

export type Report =
  | TerminalChange
  | PictureTrait
  /** Its user prefers dark or light colours by now. */
  | { readonly type: 'preference'; readonly is: Background }
  /** It knows Kitty's keyboard protocol. */
  | { readonly type: 'keyboard' }
  /** All that was asked before is answered, as far as it can be; and whether it knows sixels. */
  | { readonly type: 'answered'; readonly hasSixel?: boolean };

/** What is another by now, as far as the reader knew. */
export type TerminalChange =
  | { readonly type: 'background'; readonly is: Background }
  /** Its window has the keyboard, or has not. */
  | { readonly type: 'focus'; readonly isIn: boolean };

/** Of the background (xterm's OSC 11), each channel in one to four digits. */
const COLOR = /^11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})(?:\/[\da-f]{1,4})?$/i;
/** What is preferred, as it tells by mode 2031. */
const PREFERENCE = /^\?997;([12])n$/;
/** Which of the protocol is in use. */
const KEYBOARD = /^\?\d{1,3}u$/;
/** Points of a cell, as xterm's 16 t is answered. */
const CELL = /^6;(\d{1,4});(\d{1,4})t$/;
/** Its name (XTVERSION). */
const NAME = /^P>\|(.+)$/;
/** Points of what pictures may have of the screen, as xterm tells (XTSMGRAPHICS). */
const AREA = /^\?2;0;(\d{1,5});(\d{1,5})S$/;
/** Kitty's graphics are known, in answer to the question that is passed through tmux. */
const PASSED = '_Gi=31;OK';
/** Which device it is (DA1): 4 stands for sixels. */
const DEVICE = /^\?[\d;]*c$/;
const SIXEL = /[?;]4[;c]/;

/** What a control sequence reports; `null` for a key. @param body what comes after `ESC [` */
export function sequenceReport(body: string): Report | null {
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
 * What a command reports; `null` for what was not asked.
 * @param body its text, of a device's behind P, of an application's behind _
 */
export function commandReport(body: string): Report | null {
  if (body === PASSED) return { type: 'passed' };
  const name = NAME.exec(body)?.[1];
  if (name !== undefined) return { type: 'name', name };
  const [, ...digits] = COLOR.exec(body) ?? [];
  if (digits.length === 0) return null;
  const channels = digits.map((hex) => Number.parseInt(hex, 16) / (16 ** hex.length - 1));
  return { type: 'background', is: backgroundOf(channels) };
}
