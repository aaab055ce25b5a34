// The people a feed names: names out of `jane@example.org (Jane Doe)`, `Doe, J., Li, A.` and the like.
import { cleanLine } from '../../core/clean.ts';
import { casedPattern, pattern } from '../words/pattern.ts';
import { lineValue } from './text-value.ts';
import type { XmlElement } from './xml-element.ts';

/** A paper of physicists has some thousand authors. */
const MOST = 5000;
const LONGEST_LINE = 20_000;
/** A line with an address in it. */
const LONGEST_ADDRESSED = 1000;
const LONGEST = 120;
const ADDRESS = /[^\s()<>,;:"]{1,64}@[^\s()<>,;:"]{1,255}/;
/** `Li, A.`, `van Ek, J.-P.`: a surname, and initials behind it; no `Li, Jr.`. */
const INVERTED = /^[^,;]{2,40}, ?(?!(?:[JS]r|Dr)\.)\p{Lu}\p{Ll}?\.(?:[\s-]?\p{Lu}\p{Ll}?\.)*$/u;
const AND = pattern`${['and', 'short and', 'together with']}|&`;
const BEHIND_INITIALS = casedPattern`(?<=\p{L}\.)(?:[,;]\s*|\s(?=${AND}\s))(?:${AND}\s)?`;
const BETWEEN_NAMES = casedPattern`[,;]\s*(?:${AND}\s)?|\s${AND}\s`;
/** What stands between commas in prose begins with small letters, or is longer. */
const LIKE_NAME = /^(?:\p{Ll}{1,4} ){0,3}[^\p{Ll}\d].{0,47}$/u;

/** What programs call them, the surest name first. */
const NAMES = 'author dc:creator dc:author itunes:author googleplay:author managingeditor'.split(
  ' ',
);

/** The authors of an entry or a feed, each once. */
export function authorsOf(element: XmlElement): readonly string[] {
  const all = NAMES.map((name) => element.all(name).flatMap((one) => namesIn(lineOf(one))));
  const names = all.find(({ length }) => length > 0) ?? [];
  return [...new Set(names)].slice(0, MOST);
}

function lineOf(element: XmlElement): string {
  const said = element.children.length > 0 ? element.first('name') : element;
  return lineValue(said, LONGEST_LINE) ?? '';
}

/** Whether a name is written with the surname first; its comma ends no name. */
export function isInverted(name: string): boolean {
  return INVERTED.test(name);
}

/**
 * The names in a line, with an address or without; of an address alone none. A few names in a line are one,
 * whatever stands between them.
 */
function namesIn(line: string): readonly string[] {
  const clean = line.length > LONGEST_ADDRESSED ? line : withoutAddress(line);
  if (clean === '' || /^https?:/i.test(clean)) return [];
  const inverted = clean.split(BEHIND_INITIALS());
  if (inverted.every(isInverted)) return inverted;
  if (clean.length <= LONGEST) return [clean];
  const names = clean.split(BETWEEN_NAMES());
  return names.every((one) => LIKE_NAME.test(one)) ? names : [];
}

function withoutAddress(line: string): string {
  const bracketed = /^[^()]*@[^()]*\(([^()]+)\)\s*$/.exec(line)?.[1];
  const name = (bracketed ?? line.replace(ADDRESS, ''))
    .replace(/\bmailto:|[<>()"]|^\s*by\s+/gi, ' ')
    .replace(/^[\s,;:|-]+|[\s,;:|-]+$/g, '');
  return cleanLine(name);
}
