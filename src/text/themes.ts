// Themes: what the hues and the quiet voice of a look are, by the background that they stand on.

import type { OwnLooks } from './line.ts';
import named from './named-themes.json' with { type: 'json' };
import type { ColorDepth } from './quadrants.ts';
import { type NamedStyles, readStyles } from './styles.ts';

/** What is known of the colour behind the text. */
export type Background = 'dark' | 'light';

/** How text is coloured; `auto` goes by the background, as far as that is known. */
const PLAIN_THEMES = ['auto', 'terminal', 'dark', 'light', 'contrast', 'mono'] as const;
type NamedTheme = keyof typeof named;
const isNamed = (name: string): name is NamedTheme => Object.hasOwn(named, name);
export const THEMES = /* @__PURE__ */ [
  ...PLAIN_THEMES,
  ...Object.keys(named).filter(isNamed),
] as const;
export type Theme = (typeof THEMES)[number];

/** Parameters of SGR (ECMA-48 §8.3.117) for each part of a look that has a colour; '' for none. */
export interface Tints {
  /** Text that has no other colour. */
  readonly plain: string;
  readonly dim: string;
  readonly red: string;
  readonly magenta: string;
  /** Of roles that look otherwise. */
  readonly looks?: OwnLooks;
}

/** The terminal's own colours: no hue among them reads well in every palette. */
export const TERMINAL: Tints = { plain: '', dim: '2', red: '31', magenta: '35' };
const NONE: Tints = { plain: '', dim: '', red: '', magenta: '' };

/** Of 256 colours those that stand out by 4.5 : 1 from the backgrounds of the usual terminals. */
const READABLE: Readonly<Record<Background, Tints>> = {
  dark: { plain: '', dim: '38;5;249', red: '38;5;210', magenta: '38;5;183' },
  light: { plain: '', dim: '38;5;240', red: '38;5;124', magenta: '38;5;90' },
};
/** By 7 : 1, and nothing is quieter than the rest. */
const STRONG: Readonly<Record<Background, Tints>> = {
  dark: { plain: '38;5;231', dim: '', red: '38;5;217', magenta: '38;5;225' },
  light: { plain: '38;5;16', dim: '', red: '38;5;88', magenta: '38;5;54' },
};

/** What the user says beside the theme, and what the terminal can show of it. */
export interface OwnStyles {
  readonly styles: NamedStyles;
  readonly depth: ColorDepth;
}

const NO_STYLES: OwnStyles = { styles: {}, depth: 24 };

/** The colours of a theme on a background, as far as that is known, with the user's own styles. */
export function themeTints(
  theme: Theme,
  background: Background | null,
  { styles, depth }: OwnStyles = NO_STYLES,
): Tints {
  const base = isNamed(theme) ? {} : plainTints(theme, background);
  const all: NamedStyles = isNamed(theme) ? { ...named[theme], ...styles } : styles;
  const { tints, looks } = readStyles(all, depth);
  return { ...NONE, ...base, ...tints, looks };
}

function plainTints(theme: Exclude<Theme, NamedTheme>, background: Background | null): Tints {
  if (theme === 'mono') return NONE;
  if (theme === 'dark' || theme === 'light') return READABLE[theme];
  if (theme === 'terminal') return TERMINAL;
  if (theme === 'auto') return background === null ? TERMINAL : READABLE[background];
  return background === null ? NONE : STRONG[background];
}

/** From this relative luminance on (WCAG 2.2) black stands out more than white does. */
const MIDDLE = 0.179;

/** @param channels red, green and blue from 0 to 1, in sRGB */
export function backgroundOf(channels: readonly number[]): Background {
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > MIDDLE ? 'light' : 'dark';
}

/** What variables tell: rxvt, Konsole and others set the number of the background's colour last. */
export function knownBackground(
  env: Readonly<Record<string, string | undefined>>,
): Background | null {
  const number = /;(\d{1,2})$/.exec(env['COLORFGBG'] ?? '')?.[1];
  if (number !== undefined) return Number(number) < 7 || number === '8' ? 'dark' : 'light';
  return env['TERM'] === 'linux' ? 'dark' : null;
}
