// The modes of the terminal that the reader sets, each with what undoes it.
import { ORDER_AGAIN, ORDER_NOTHING } from '../../text/text-order.ts';

/** What sets it, and what undoes it. */
type Mode = readonly [on: string, off: string];

/** A private mode of DEC or xterm. */
function privateMode(number: number): Mode {
  return [`\x1b[?${number}h`, `\x1b[?${number}l`];
}

function switchedOff(number: number): Mode {
  const [on, off] = privateMode(number);
  return [off, on];
}

/** A command to the system the terminal is in (ECMA-48 §8.3.89). @param text without controls */
export function command(text: string): string {
  return `\x1b]${text}\x1b\\`;
}

const PASTE = privateMode(2004);
/** Clicks and the wheel. */
export const MOUSE: Mode = ['\x1b[?1000h\x1b[?1006h', '\x1b[?1006l\x1b[?1000l'];
/** Alternate screen, hidden cursor, no wrapping at the edge, clicks and wheel, bracketed paste. */
const SCREEN: readonly Mode[] = [
  privateMode(1049),
  // The title that was there is kept on the terminal's pile, where it has one, and else cleared.
  ['\x1b[22;2t', `${command('2;')}\x1b[23;2t`],
  ...[switchedOff(25), switchedOff(7), MOUSE],
  PASTE,
  // It tells when its window gets the keyboard, and loses it.
  privateMode(1004),
  // It tells when its colours are turned from dark to light, or back.
  privateMode(2031),
];
/** Kitty's: Esc comes as a sequence of its own, so that none is waited for behind it. */
export const PLAIN_ESCAPE: Mode = ['\x1b[>1u', '\x1b[<u'];
const CLEAR = '\x1b[2J\x1b[H';
/** A frame, a look and a hyperlink that were cut off are ended. */
const END_FRAME = '\x1b[?2026l\x1b[0m\x1b]8;;\x1b\\';

export interface Takeover {
  /** Text from right to left comes in the order in which it is seen. */
  readonly ordersText: boolean;
  /** Lines are only added: the screen stays as it is. */
  readonly addsLines: boolean;
  /** The window may show how far something is. */
  readonly showsProgress: boolean;
  readonly takesMouse: boolean;
  /** Pictures are to be shown as well as it can. */
  readonly asksPictures: boolean;
  /** It is at the other end of a network. */
  readonly isFar: boolean;
}

/** What is set of one terminal, and how all of it is undone, in the other order. */
export function createModes(how: Omit<Takeover, 'asksPictures' | 'isFar'>) {
  const { ordersText, addsLines, showsProgress, takesMouse } = how;
  const screen = SCREEN.filter((mode) => takesMouse || mode !== MOUSE);
  const modes: Mode[] = addsLines ? [PASTE] : screen;
  if (showsProgress && !addsLines) modes.push(['', command('9;4;0')]);
  if (ordersText && !addsLines) modes.push([ORDER_NOTHING, ORDER_AGAIN]);
  return {
    /** Has one more set from now on. @returns what sets it; '' where it is set already */
    add(mode: Mode): string {
      if (modes.includes(mode)) return '';
      modes.push(mode);
      return mode[0];
    },
    /** Has one undone, and not set any more. @returns what undoes it; '' where it is not set */
    drop(mode: Mode): string {
      const at = modes.indexOf(mode);
      if (at === -1) return '';
      modes.splice(at, 1);
      return mode[1];
    },
    enter: () => modes.map(([on]) => on).join('') + (addsLines ? '' : CLEAR),
    /** @param first what else is undone */
    leave(first: string) {
      const undone = modes.toReversed().map(([, off]) => off);
      return (addsLines ? '' : END_FRAME) + first + undone.join('');
    },
  };
}
