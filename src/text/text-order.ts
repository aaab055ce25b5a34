// What terminals do with text that runs from right to left, as far as their variables tell.
import type { TextOrder } from './bidi.ts';

/** When text is put in order here: where the terminal is known not to do it, always, or never. */
export const BIDI_CHOICES = ['auto', 'on', 'off'] as const;

/** Programs between this one and a terminal that is not known. */
const BETWEEN = ['TMUX', 'STY'];

/** Terminals by what they set, and the order in which each is to get its text. */
const TERMINALS: readonly (readonly [variable: string, value: RegExp, order: TextOrder])[] = [
  ['KONSOLE_VERSION', /./, 'read'],
  ['KITTY_WINDOW_ID', /./, 'runs'],
  ['TERM', /kitty/, 'runs'],
  ['ALACRITTY_WINDOW_ID', /./, 'seen'],
  ['TERM', /^alacritty/, 'seen'],
  ['XTERM_VERSION', /./, 'seen'],
];

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
  if (BETWEEN.some((name) => env[name])) return 'read';
  if (env['VTE_VERSION']) return takesOver ? 'seen' : 'read';
  return TERMINALS.find(([name, value]) => value.test(env[name] ?? ''))?.[2] ?? 'read';
}

/** Has a terminal order nothing (ECMA-48, 8.3.58, BDSM reset), and order again. */
export const [ORDER_NOTHING, ORDER_AGAIN] = ['\x1b[8l', '\x1b[8h'] as const;
