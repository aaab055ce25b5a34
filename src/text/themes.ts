// Themes and styles: the colours of text, dim text and single roles on a background.

import { type ColorDepth, nearestColor } from './colors.ts';
import {
  isRole,
  joinLooks,
  type OwnLooks,
  ROLES,
  type Role,
  type RoleLook,
  STYLE_LOOKS,
} from './line.ts';
import named from './named-themes.json' with { type: 'json' };

/** The kind of the terminal's background. */
export type Background = 'dark' | 'light';

/** Built-in themes; `auto` depends on the background, as far as that is known. */
const PLAIN_THEMES = ['auto', 'terminal', 'dark', 'light', 'contrast', 'mono'] as const;
type NamedTheme = keyof typeof named;
const isNamed = (name: string): name is NamedTheme => Object.hasOwn(named, name);
export const THEMES = /* @__PURE__ */ [
  ...PLAIN_THEMES,
  ...Object.keys(named).filter(isNamed),
] as const;
export type Theme = (typeof THEMES)[number];

/** SGR parameters (ECMA-48 §8.3.117) of each colour of a theme; '' for the terminal's own. */
export interface Tints {
  /** Text without another colour. */
  readonly plain: string;
  readonly dim: string;
  readonly red: string;
  readonly magenta: string;
  /** Looks of roles that the user changed. */
  readonly looks?: OwnLooks;
}

/** The terminal's own colours, not all of which are readable in every palette. */
export const TERMINAL: Tints = { plain: '', dim: '2', red: '31', magenta: '35' };
const NONE: Tints = { plain: '', dim: '', red: '', magenta: '' };

/** Of 256 colours, with a contrast of 4.5 : 1 to the backgrounds of common terminals. */
const READABLE: Readonly<Record<Background, Tints>> = {
  dark: { plain: '', dim: '38;5;249', red: '38;5;210', magenta: '38;5;183' },
  light: { plain: '', dim: '38;5;240', red: '38;5;124', magenta: '38;5;90' },
};
/**
 * For an unknown background: 3 : 1 to all of those, dark and light. No colour has more than 3.3 : 1 to
 * all.
 */
const EITHER: Tints = { plain: '', dim: '38;5;102', red: '38;5;167', magenta: '38;5;134' };
/** With 7 : 1, and no dim text. */
const STRONG: Readonly<Record<Background, Tints>> = {
  dark: { plain: '38;5;231', dim: '', red: '38;5;217', magenta: '38;5;225' },
  light: { plain: '38;5;16', dim: '', red: '38;5;88', magenta: '38;5;54' },
};

/** The user's own styles, and the terminal's depth of colour. */
export interface OwnStyles {
  readonly styles: NamedStyles;
  readonly depth: ColorDepth;
}

const NO_STYLES: OwnStyles = { styles: {}, depth: 24 };

/**
 * The colours of a theme on a background, as far as that is known, with the user's own styles.
 * @param theme an unknown one counts as `auto`
 */
export function themeTints(
  theme: string,
  background: Background | null,
  { styles, depth }: OwnStyles = NO_STYLES,
): Tints {
  const base = isNamed(theme) ? {} : plainTints(theme, background);
  const all: NamedStyles = isNamed(theme) ? { ...named[theme], ...styles } : styles;
  const { tints, looks } = readStyles(all, depth);
  return { ...NONE, ...base, ...tints, looks };
}

function plainTints(theme: string, background: Background | null): Tints {
  if (theme === 'mono') return NONE;
  if (theme === 'dark' || theme === 'light') return READABLE[theme];
  if (theme === 'terminal') return TERMINAL;
  if (theme === 'contrast') return background === null ? NONE : STRONG[background];
  return background === null ? EITHER : READABLE[background];
}

/** From this relative luminance on (WCAG 2.2) black has more contrast than white. */
const MIDDLE = 0.179;

/** @param channels red, green and blue from 0 to 1, in sRGB */
export function backgroundOf(channels: readonly number[]): Background {
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > MIDDLE ? 'light' : 'dark';
}

/** From the environment: rxvt, Konsole and others set the background's number last. */
export function knownBackground(
  env: Readonly<Record<string, string | undefined>>,
): Background | null {
  const number = /;(\d{1,2})$/.exec(env['COLORFGBG'] ?? '')?.[1];
  if (number !== undefined) return Number(number) < 7 || number === '8' ? 'dark' : 'light';
  return env['TERM'] === 'linux' ? 'dark' : null;
}

/** Names of a theme's colours. */
const TINT_NAMES = ['plain', 'dim', 'red', 'magenta'] as const;
type TintName = (typeof TINT_NAMES)[number];

/** Names that a style can be set for. */
export const STYLED = [...TINT_NAMES, ...ROLES] as const;

type NamedStyles = { readonly [Name in TintName | Role]?: string };

/** Names of the first eight colours; with `bright-` before it a name means one of the next eight. */
const COLORS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;
/** Words of a style, beside numbers and `#rrggbb`. */
export const STYLE_WORDS: readonly string[] = [...STYLE_LOOKS.keys(), 'on', ...COLORS];

/** The SGR parameters of a foreground or background colour; `null` where the word is none. */
function colorCodes(word: string, isBehind: boolean, depth: ColorDepth): string | null {
  const ground = isBehind ? 48 : 38;
  const name = COLORS.findIndex((color) => word === color || word === `bright-${color}`);
  if (name !== -1) return String(ground - 8 + name + (word.startsWith('bright-') ? 60 : 0));
  if (/^\d{1,3}$/.test(word) && Number(word) < 256) return `${ground};5;${Number(word)}`;
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(word)?.slice(1);
  if (hex === undefined) return null;
  const [red = 0, green = 0, blue = 0] = hex.map((part) => Number.parseInt(part, 16));
  if (depth === 24) return `${ground};2;${red};${green};${blue}`;
  return `${ground};5;${nearestColor([red, green, blue])}`;
}

/** The look of a word of a style; `null` where it is none. */
function wordLook(word: string, isBehind: boolean, depth: ColorDepth): RoleLook | null {
  // The theme decides on these two.
  if (!isBehind && (word === 'red' || word === 'magenta')) return { hue: word };
  const codes = colorCodes(word, isBehind, depth);
  if (codes === null) return STYLE_LOOKS.get(word) ?? null;
  return isBehind ? { behind: codes } : { hue: codes };
}

/**
 * A style as a look; the wrong word where there is one.
 * @param depth of the terminal: with fewer colours the nearest replaces one of 24 bits
 */
export function parseStyle(style: string, depth: ColorDepth): RoleLook | string {
  const looks: RoleLook[] = [];
  let isBehind = false;
  for (const word of style.toLowerCase().match(/\S+/g) ?? []) {
    const own = word === 'on' ? {} : wordLook(word, isBehind, depth);
    if (own === null) return word;
    looks.push(own);
    isBehind = word === 'on';
  }
  return joinLooks(looks);
}

/** Splits named styles into looks of roles and colours of the theme. */
function readStyles(styles: NamedStyles, depth: ColorDepth) {
  const tints: { [Name in TintName]?: string } = {};
  const looks: { [Name in Role]?: RoleLook } = {};
  for (const [name, style] of Object.entries(styles)) {
    const look = parseStyle(style, depth);
    if (typeof look === 'string') continue;
    const tint = TINT_NAMES.find((one) => one === name);
    if (tint !== undefined) tints[tint] = look.hue ?? '';
    else if (isRole(name)) looks[name] = look;
  }
  return { tints, looks };
}
