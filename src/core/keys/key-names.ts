// The names of keys: as the terminal's decoder gives them, as people write them, and chords of several.
import { quoteValue } from '../errors.ts';
import { meant } from '../nearest.ts';

/** Of the keys that type nothing: how they are shown, and what else they are called. */
const NAMED: Readonly<Record<string, readonly [label: string, ...others: readonly string[]]>> = {
  enter: ['Enter', 'return'],
  escape: ['Esc', 'escape'],
  tab: ['Tab'],
  'shift-tab': ['Shift-Tab'],
  space: ['Space'],
  backspace: ['Backspace'],
  up: ['↑', 'up'],
  down: ['↓', 'down'],
  left: ['←', 'left'],
  right: ['→', 'right'],
  pageup: ['PgUp', 'pageup', 'ppage'],
  pagedown: ['PgDn', 'pagedown', 'npage'],
  home: ['Home'],
  end: ['End'],
};

const CALLED: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  Object.entries(NAMED).flatMap(([key, names]) =>
    names.map((name) => [name.toLowerCase(), key] as const),
  ),
);

/** Letters that a terminal sends with Ctrl as another key of its own. */
const SAME_AS: Readonly<Record<string, string>> = {
  h: 'backspace',
  i: 'tab',
  j: 'enter',
  m: 'enter',
};

/** The key that ends the program whatever else is bound. */
export const INTERRUPT = 'ctrl-c';

const ALT = 'alt-';

/** A key held with Alt; Esc is no other key with it, and what ends the program does so with it. */
export function withAlt(key: string): string {
  return key === 'escape' || key === INTERRUPT ? key : `${ALT}${key}`;
}

/** The key that is held with Alt; `null` for one that is not. */
export function keyBehindAlt(key: string): string | null {
  return key.startsWith(ALT) ? key.slice(ALT.length) : null;
}

function parseKey(text: string): string | null {
  const [, ctrl = '', held] = /^(ctrl-|c-)?(?:alt-|m-)(.+)$/is.exec(text) ?? [];
  if (held !== undefined) {
    const key = parseKey(`${ctrl}${held}`);
    return key === null || key === 'escape' || key.startsWith(ALT) ? null : withAlt(key);
  }
  const called = CALLED.get(text.toLowerCase());
  if (called !== undefined) return called;
  const [, letter] = /^(?:ctrl-|c-|\^)([a-z])$/i.exec(text) ?? [];
  if (letter !== undefined) return SAME_AS[letter.toLowerCase()] ?? `ctrl-${letter.toLowerCase()}`;
  const [, capital] = /^shift-([a-z])$/i.exec(text) ?? [];
  if (capital !== undefined) return capital.toUpperCase();
  // The classes of Unicode take milliseconds to compile.
  return /^[!-~]$/.test(text) || /^[^\p{C}\p{M}]$/u.test(text) ? text : null;
}

const KEY_NAMES = /* @__PURE__ */ [
  ...Object.values(NAMED).flatMap((names) => names.filter((name) => name.length > 1)),
  ...Array.from('ABDEFGKLNOPQRSTUVWXYZ', (letter) => `Ctrl-${letter}`),
];

/** A key or a chord, the names of its keys with a space between, or why a text is none. */
type ParsedKeys = { readonly keys: string } | { readonly problem: string };

/** `n`, `Ctrl-X s`, `g g` → `n`, `ctrl-x s`, `g g`. */
export function parseKeys(text: string): ParsedKeys {
  const words = text.normalize('NFC').split(/\s+/).filter(Boolean);
  if (words.length === 0) return { problem: 'no key in the quotation marks' };
  const keys = words.map(parseKey);
  const odd = words[keys.indexOf(null)];
  if (odd !== undefined) {
    return { problem: `unknown key ${quoteValue(odd)}${meant(odd, KEY_NAMES)}` };
  }
  if (keys.includes(INTERRUPT))
    return { problem: `${quoteValue(text)} cannot be bound: Ctrl-C quits` };
  if (keys.includes('escape', 1)) {
    return { problem: `${quoteValue(text)} cannot be bound: Esc ends what was begun` };
  }
  return { keys: keys.join(' ') };
}

function labelOf(key: string): string {
  const held = keyBehindAlt(key);
  if (held !== null) return `Alt-${labelOf(held)}`;
  if (key.length === 1) return key;
  return NAMED[key]?.[0] ?? key.replace(/-.$|^./g, (letter) => letter.toUpperCase());
}

/** A key or a chord as people write it: `Ctrl-D`, `PgDn`, `j`, `g g`. */
export function keyLabel(keys: string): string {
  return keys.split(' ').map(labelOf).join(' ');
}
