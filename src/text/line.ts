// A line of the page: spans of text in roles, and how each role looks.
import roles from './roles.json' with { type: 'json' };

/** The look of a text: its weight, its lines, its colour. */
export interface RoleLook {
  readonly weight?: 'bold' | 'dim';
  readonly italic?: true;
  readonly underline?: true;
  readonly strike?: true;
  readonly reverse?: true;
  /** A colour of the theme, or SGR parameters (ECMA-48 §8.3.117). */
  readonly hue?: string | undefined;
  /** SGR parameters of the background. */
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

/** The role of a text on the page; `roles.json` describes each, with its style. */
export type Role = keyof typeof roles;

/** Looks that replace the usual ones of roles. */
export type OwnLooks = { readonly [Name in Role]?: RoleLook };

export function isRole(word: string): word is Role {
  return Object.hasOwn(roles, word);
}

export const ROLES: readonly Role[] = /* @__PURE__ */ Object.keys(roles).filter(isRole);

/** Joins looks, of which the last counts; within a coloured text dim text is not dimmed. */
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

/** Every role with its look and its use in words, for the help. */
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
  /** The link's target, whole even where the text wraps. */
  readonly href?: string;
  /** In a paragraph with text from right to left: its level, and the paragraph's (UAX #9). */
  readonly bidi?: { readonly level: number; readonly base: number };
  /** The row of a picture that it leaves room for. */
  readonly picture?: PictureRow;
  /** Whether a picture may still come there. */
  readonly isAwaiting?: true;
  /** The SGR parameters of a drawn cell. */
  readonly sgr?: string;
}

/** A picture on the page. */
export interface Picture {
  /** The path of its file. */
  readonly file: string;
  readonly columns: number;
  readonly rows: number;
  /** Its width divided by its height, in pixels. */
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
  /** The level of a heading of the body, from 1. */
  readonly level?: number;
}
