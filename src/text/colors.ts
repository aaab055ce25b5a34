// Colours of a terminal: how many it has, and the nearest of those to any colour.
import { clamp } from '../core/clamp.ts';
import { knownTerminal } from './known-terminal.ts';

/** 24 bits a colour, or 8: one of 256 colours. */
export type ColorDepth = 24 | 8;

export type Color = readonly [red: number, green: number, blue: number];

const ALL = /^(?:truecolor|24bit)$/;

/** How many bits a colour has in this terminal. */
export function colorDepth(env: Readonly<Record<string, string | undefined>>): ColorDepth {
  return ALL.test(env['COLORTERM'] ?? '') || knownTerminal(env) !== null ? 24 : 8;
}

/** The steps of each channel among 256 colours, from colour 16 on. */
const STEPS = [0, 95, 135, 175, 215, 255] as const;

/** The step below a value or the one above it: the higher the threshold, the more often the lower one. */
function step(value: number, threshold: number): number {
  const below = STEPS.findLastIndex((one) => one <= value);
  const [low = 0, high = 256] = STEPS.slice(below);
  return (value - low) / (high - low) > threshold ? below + 1 : below;
}

/** One of the 216 of 256 colours that are a cube. @param threshold 0 to 1, of each channel */
export function cubeColor(color: Color, threshold: number): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => step(value, threshold));
  return 16 + 36 * red + 6 * green + blue;
}

/** The nearest of the 256 colours that no palette changes: the cube, and 24 greys from 232 on. */
export function nearestColor(color: Color): number {
  const [red, green, blue] = color;
  const grey = clamp(Math.round(((red + green + blue) / 3 - 8) / 10), 0, 23);
  const far = (to: (value: number) => number) =>
    color.reduce((sum, value) => sum + (value - to(value)) ** 2, 0);
  const isGrey = far(() => 8 + 10 * grey) < far((value) => STEPS[step(value, 0.5)] ?? 0);
  return isGrey ? 232 + grey : cubeColor(color, 0.5);
}
