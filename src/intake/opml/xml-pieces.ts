// The pieces of an XML text, and which of XML's rules a piece breaks.
// Of the two readers of XML this one names every fault, for only a sound file is changed;
// feed/xml-tree.ts mends, for a feed is only read.
import { decodeXML } from 'entities/decode';

/** For the source of a pattern: an `&` that begins no entity of XML. */
export const LOOSE_AMPERSAND =
  '&(?!(?:amp|lt|gt|quot|apos|#\\d{1,6}|#x(?:10[\\da-fA-F]{4}|[\\da-fA-F]{1,5}));)';

/** A tag, or text between tags. */
export interface XmlPiece {
  readonly kind: (typeof KINDS)[number][0];
  readonly text: string;
  /** Where it begins, in UTF-16 units of the whole. */
  readonly start: number;
}

/** Most attributes of a tag; one with more is a `flood`, and ends the reading. */
const MOST_ATTRIBUTES = 1000;
const BARE = `[^<>"']*`;
const QUOTED = `(?:(?:"[^"]*"|'[^']*')${BARE})`;

/** A pattern for each kind of piece, without backtracking; `loose` is a `<` that begins nothing. */
const KINDS = [
  ['comment', '<!--[^]*?-->'],
  ['section', '<!\\[CDATA\\[[^]*?\\]\\]>'],
  ['instruction', '<\\?[^]*?\\?>'],
  ['doctype', '<!(?:DOCTYPE|doctype)\\s[^<>[]*(?:\\[[^<]*(?:<[!?][^<]*)*\\]\\s*)?>'],
  ['tag', `</?[^\\s<>/="'!?]${BARE}${QUOTED}{0,${MOST_ATTRIBUTES}}>`],
  ['flood', `<[^\\s<>/="'!?]${BARE}${QUOTED}{${MOST_ATTRIBUTES}}`],
  ['text', '[^<]+'],
  ['loose', '<'],
] as const;
const PIECES = new RegExp(KINDS.map(([, what]) => `(${what})`).join('|'), 'g');

/** The pieces of a text, also of a broken one. */
export function* xmlPieces(text: string): Generator<XmlPiece> {
  for (const { index, 0: piece, ...groups } of text.matchAll(PIECES)) {
    const [kind] = KINDS.find((_, at) => groups[at + 1] !== undefined) ?? ['loose' as const];
    yield { kind, text: piece, start: index };
  }
}

/** XML 1.0, 2.3 and 3.1. */
const NAME = '[\\p{L}_:][\\p{L}\\p{M}\\p{N}_:.\u00b7-]*';
const ATTRIBUTES = `(?:\\s+${NAME}\\s*=\\s*(?:"[^<"]*"|'[^<']*'))*`;
const TAG = `^<(?:/${NAME}\\s*|${NAME}${ATTRIBUTES}\\s*(?:/\\s*)?)>$`;

/** What is not allowed in pieces of some kinds, or in any (XML 1.0, 2.2 to 2.8). */
const BROKEN: readonly (readonly [kinds: string, what: RegExp, message: string])[] = [
  ['', /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/, 'a disallowed character'],
  // The missing part would follow it.
  ['loose', /(?<=<)/, "a '<' that begins no tag"],
  ['flood', /^/, `${MOST_ATTRIBUTES} attributes in one tag`],
  ['comment', /(?<!^<!)--(?!>$)/, "'--' in a comment"],
  ['text', /\]\]>/, "a loose ']]>'"],
  ['tag', new RegExp(`^(?!${TAG})`, 'u'), 'malformed tag'],
  ['tag,text', new RegExp(`${LOOSE_AMPERSAND}(?=[\\w.:#-]+;)`), 'undefined entity'],
  ['tag,text', new RegExp(LOOSE_AMPERSAND), "a loose '&': it is written &amp;"],
];

/** The first place in a piece that breaks a rule, in UTF-16 units; `null` where none does. */
export function brokenRule({ kind, text }: XmlPiece) {
  const rules = BROKEN.filter(([kinds]) => kinds === '' || kinds.split(',').includes(kind));
  const broken = rules.map(([, what, message]) => ({ at: text.search(what), message }));
  return broken.filter(({ at }) => at !== -1).sort((a, b) => a.at - b.at)[0] ?? null;
}

/** An attribute as it is written: white space, name, quoted value. */
export const ATTRIBUTE = /(?<!\s)\s+([^\s=<>/"']+)\s*=\s*("[^"]*"|'[^']*')/g;

/** The attributes of a tag; entities that the file declares are not expanded. */
export function attributePairs(tag: string): readonly (readonly [name: string, value: string])[] {
  return Array.from(tag.matchAll(ATTRIBUTE), ([, name = '', quoted = '']) => {
    // Line breaks in a value are spaces (XML 1.0, 3.3.3).
    return [name, decodeXML(quoted.slice(1, -1)).replace(/\r\n?|[\t\n]/g, ' ')] as const;
  });
}
