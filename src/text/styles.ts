// Styles in words, `bold #c0392b on 236`, as the user and themes name them for roles.
import { isRole, ROLES, type Role, type RoleLook } from './line.ts';
import { type ColorDepth, nearestColor } from './quadrants.ts';

/** The parts of a look that have a colour of the theme's. */
export const TINT_NAMES = ['plain', 'dim', 'red', 'magenta'] as const;
export type TintName = (typeof TINT_NAMES)[number];

/** What a style can be named for. */
export const STYLED = [...TINT_NAMES, ...ROLES] as const;

/** Styles by what they are for. */
export type NamedStyles = { readonly [Name in TintName | Role]?: string };

/** Names of the first eight colours; with `bright-` before them those of the next eight. */
const COLORS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;
const WEIGHTS = ['bold', 'dim'] as const;
const LINES = ['italic', 'underline', 'strike', 'reverse'] as const;

/** What a style is made of, beside numbers and `#rrggbb`. */
export const STYLE_WORDS: readonly string[] = [...WEIGHTS, ...LINES, 'on', ...COLORS];

/** The parameters of SGR for a colour, behind the text or of it; `null` for what is none. */
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

/**
 * A style as a look; the word that is none of a style where there is one.
 * @param depth of the terminal: with fewer colours the nearest stands for one of 24 bits
 */
export function parseStyle(style: string, depth: ColorDepth): RoleLook | string {
  const look: { -readonly [Key in keyof RoleLook]: RoleLook[Key] } = {};
  let isBehind = false;
  for (const word of style.toLowerCase().match(/\S+/g) ?? []) {
    const weight = WEIGHTS.find((one) => one === word);
    const line = LINES.find((one) => one === word);
    // These two are the theme's to say.
    const tint = isBehind ? undefined : (['red', 'magenta'] as const).find((one) => one === word);
    if (weight !== undefined) look.weight = weight;
    else if (line !== undefined) look[line] = true;
    else if (tint !== undefined) look.hue = tint;
    else if (word !== 'on') {
      const codes = colorCodes(word, isBehind, depth);
      if (codes === null) return word;
      look[isBehind ? 'behind' : 'hue'] = codes;
    }
    isBehind = word === 'on';
  }
  // Within what has a hue quiet text has none.
  return look.weight === 'dim' ? { hue: undefined, ...look } : look;
}

/** What of named styles are looks of roles, and what are colours of the theme. */
export function readStyles(styles: NamedStyles, depth: ColorDepth) {
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
