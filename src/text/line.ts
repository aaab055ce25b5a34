// A line of the page: spans of text in roles, and how each role looks.

/** How a text looks: its weight, its lines, its colour. */
interface Look {
  /** What has it, for the help. */
  readonly of: string;
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

export type RoleLook = Omit<Look, 'of'>;

/** Looks that stand for those that roles have by themselves. */
export type OwnLooks = { readonly [Name in Role]?: RoleLook };

/** Within what has a hue quiet text has none. */
const QUIET = { weight: 'dim', hue: undefined } as const;

/** The roles that a piece of text may have on the page. */
const LOOKS = {
  kicker: { of: 'the line above the headline', ...QUIET },
  headline: { of: 'the headline', weight: 'bold', hue: 'red' },
  deck: { of: 'the standfirst', italic: true },
  meta: { of: 'place, date, reading time', ...QUIET },
  summary: { of: 'summary points' },
  marker: { of: 'signs before them and before list items', hue: 'red' },
  rule: { of: 'lines and frames', ...QUIET },
  caption: { of: 'captions', ...QUIET },
  credit: { of: 'credits of pictures', ...QUIET, italic: true },
  heading: { of: 'headings within an article', weight: 'bold' },
  strong: { of: 'strong text', weight: 'bold' },
  emphasis: { of: 'emphasis', italic: true },
  deleted: { of: 'struck text', strike: true },
  code: { of: 'code', hue: 'magenta' },
  codeKeyword: { of: 'keywords and names in code', weight: 'bold' },
  codeString: { of: 'strings and numbers in code', hue: 'red' },
  codeComment: { of: 'comments in code', ...QUIET, italic: true },
  quote: { of: 'quotations', italic: true },
  link: { of: 'links', underline: true },
  note: { of: 'numbers of links, and asides', ...QUIET },
  unread: { of: 'the sign of an unread article', weight: 'bold', hue: 'red' },
  selected: { of: 'the selected row', reverse: true },
  hit: { of: 'what was searched for', reverse: true },
  currentHit: { of: 'the hit at hand', weight: 'bold', reverse: true, hue: 'magenta' },
  status: { of: 'the status line', ...QUIET },
  key: { of: 'names of keys', weight: 'bold' },
  warning: { of: 'what went wrong', weight: 'bold', hue: 'red' },
} as const satisfies Readonly<Record<string, Look>>;

export type Role = keyof typeof LOOKS;

export function isRole(word: string): word is Role {
  return Object.hasOwn(LOOKS, word);
}

export const ROLES: readonly Role[] = /* @__PURE__ */ Object.keys(LOOKS).filter(isRole);

/** Every role with its look in words and what has it, for the help. */
export function roleLooks() {
  return Object.entries<Look>(LOOKS).map(([role, { of, weight, hue, ...attributes }]) => {
    const words = [weight, ...Object.keys(attributes), hue].filter((word) => word !== undefined);
    return { role, look: words.join(', ') || 'plain', of };
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
