// The people a feed names: names out of `jane@example.org (Jane Doe)` and the like.
import { cleanLine } from '../../core/clean.ts';
import { lineValue } from './text-value.ts';
import type { XmlElement } from './xml-element.ts';

const MOST = 20;
const LONGEST = 120;
const ADDRESS = /[^\s()<>,;:"]{1,64}@[^\s()<>,;:"]{1,255}/;

/** The authors of an entry or a feed, each once. */
export function authorsOf(element: XmlElement): readonly string[] {
  const named = element
    .all('author')
    .map((author) => lineValue(author.first('name')) ?? lineOf(author));
  const others = [
    'dc:creator',
    'dc:author',
    'itunes:author',
    'googleplay:author',
    'managingeditor',
  ];
  const found = others.map((name) => element.all(name).map(lineOf));
  const all = [named, ...found].map((texts) => texts.map((text) => personName(text ?? '')));
  const first = all
    .map((names) => names.filter((name) => name !== null))
    .find((names) => names.length > 0);
  return [...new Set(first ?? [])].slice(0, MOST);
}

function lineOf(element: XmlElement): string | null {
  return element.children.length > 0 ? null : lineValue(element);
}

/** The name of a person written with or without an address; `null` for an address alone. */
export function personName(text: string): string | null {
  const line = cleanLine(text.slice(0, 1000));
  const bracketed = /^[^()]*@[^()]*\(([^()]+)\)\s*$/.exec(line)?.[1];
  const name = (bracketed ?? line.replace(ADDRESS, ''))
    .replace(/\bmailto:|[<>()"]|^\s*by\s+/gi, ' ')
    .replace(/^[\s,;:|-]+|[\s,;:|-]+$/g, '');
  const clean = cleanLine(name);
  return clean === '' || clean.length > LONGEST || /^https?:/i.test(clean) ? null : clean;
}
