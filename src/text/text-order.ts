// What terminals do with text that runs from right to left, as far as their variables tell.
import type { TextOrder } from './bidi.ts';
import { type KnownTerminal, knownTerminal } from './known-terminal.ts';

/** When text is put in order here: where the terminal is known not to do it, always, or never. */
export const BIDI_CHOICES = ['auto', 'on', 'off'] as const;

/** The order in which terminals are to get their text; in others it is as it is read. */
const ORDERS: { readonly [Name in KnownTerminal]?: TextOrder } = {
  kitty: 'words',
  alacritty: 'seen',
  foot: 'seen',
  xterm: 'seen',
};

/**
 * The order in which a terminal is to get its text.
 * @param takesOver whether this program has the whole screen, and can tell the terminal to order
 *   nothing; where it only prints, a terminal that does so is left to it
 */
export function textOrder(
  choice: (typeof BIDI_CHOICES)[number],
  env: Readonly<Record<string, string | undefined>>,
  takesOver: boolean,
): TextOrder {
  if (choice !== 'auto') return choice === 'on' ? 'seen' : 'read';
  const terminal = knownTerminal(env);
  if (terminal === null) return 'read';
  if (terminal === 'vte' && takesOver) return 'seen';
  return ORDERS[terminal] ?? 'read';
}

/** Has a terminal order nothing (ECMA-48, 8.3.58, BDSM reset), and order again. */
export const [ORDER_NOTHING, ORDER_AGAIN] = ['\x1b[8l', '\x1b[8h'] as const;
