// A line of the page: spans of text in roles, and how each role looks.
import roles from './roles.json' with { type: 'json' };

/** How a text looks: its weight, its lines, its colour. */
export interface RoleLook {
  readonly weight?: 'bold' | 'dim';
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly reverse?: true;
  /** One of the theme's, or parameters of SGR (ECMA-48 §8.3.117). */
  readonly hue?: string | undefined;
  /** Parameters of SGR for the colour behind the text. */
  readonly behind?: string;
}

/** Words of a style beside colours. */
export const STYLE_LOOKS: ReadonlyMap<string, RoleLook> = /* @__PURE__ */ new Map<string, RoleLook>(
  [
    ['bold', { weight: 'bold' }],
    ['dim', { weight: 'dim' }],
    ['italic', { italic: true }],
    ['underline', { underline: true }],
    ['strike', { strike: true }],
    ['reverse', { reverse: true }],
  ],
);

/** What a piece of text is on the page; what has it, and its style, are in the file. */
export type Role = keyof typeof roles;

/** Looks that stand for those that roles have by themselves. */
export type OwnLooks = { readonly [Name in Role]?: RoleLook };

export function isRole(word: string): word is Role {
  return Object.hasOwn(roles, word);
}

export const ROLES: readonly Role[] = /* @__PURE__ */ Object.keys(roles).filter(isRole);

/** A look of several, of which the last counts; within what has a hue quiet text has none. */
export function joinLooks(looks: readonly RoleLook[]): RoleLook {
  const look: RoleLook = Object.assign({}, ...looks);
  return look.weight === 'dim' ? { hue: undefined, ...look } : look;
}

const wordsOf = (style: string): readonly string[] => style.match(/\S+/g) ?? [];

const LOOKS: OwnLooks = /* @__PURE__ */ Object.fromEntries(
  Object.entries(roles).map(([role, { style }]) => {
    return [role, joinLooks(wordsOf(style).map((word) => STYLE_LOOKS.get(word) ?? { hue: word }))];
  }),
);

/** Every role with its look in words and what has it, for the help. */
export function roleLooks() {
  return Object.entries(roles).map(([role, { of, style }]) => {
    return { role, look: wordsOf(style).join(', ') || 'plain', of };
  });
}

/** The looks of nested roles together; where two disagree the inner one wins. */
export function lookOf(roles: readonly Role[], own: OwnLooks = {}): RoleLook {
  return Object.assign({}, ...roles.map((role) => own[role] ?? LOOKS[role]));
}

/** A run of text with one look. */
export interface Span {
  /** Without newlines, tabs and controls. */
  readonly text: string;
  /** Outermost first. */
  readonly roles: readonly Role[];
  /** Where the span leads, whole even when the text wraps. */
  readonly href?: string;
  /** Where some of its paragraph runs from right to left: its level, and the paragraph's (UAX #9). */
  readonly bidi?: { readonly level: number; readonly base: number };
  /** Where it leaves room for a row of a picture. */
  readonly picture?: PictureRow;
  /** Where a picture may come. */
  readonly isAwaiting?: true;
  /** The SGR of a cell that is drawn: its text is ours. */
  readonly sgr?: string;
}

/** A picture on the page. */
export interface Picture {
  /** The path of its file. */
  readonly file: string;
  readonly columns: number;
  readonly rows: number;
  /** Its width over its height, in points. */
  readonly shape: number;
}

/** Rows of the page for a picture; `null` where it is not there yet. */
export interface PictureRoom {
  readonly rows: number;
  readonly picture: Picture | null;
}

/** One of its rows, from 0. */
export interface PictureRow {
  readonly of: Picture;
  readonly at: number;
}

/** One row of the page, never wider than the width it was laid out for. */
export interface Line {
  readonly spans: readonly Span[];
  /** Its top-level block in the body, from 0; −1 above the body, their number below it. */
  readonly paragraph: number;
  /** Of a heading of the body, from 1. */
  readonly level?: number;
}
