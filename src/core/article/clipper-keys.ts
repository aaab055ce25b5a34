// Front matter as clippers write it, Obsidian's Web Clipper first: read where our own keys say nothing.
import { cleanLine } from '../clean.ts';
import { FRONT_MATTER_KEYS, type Known } from './front-matter-keys.ts';
import type { YamlNode } from './yaml.ts';

/** By the names that clippers have for them, our keys. */
const SAME: Readonly<Record<string, string>> = {
  author: 'authors',
  description: 'deck',
  created: 'added',
  date_saved: 'added',
  date_published: 'published',
  site: 'source',
};

/** Reads a key that is not ours. @returns whether it said something */
export function readClipperKey(name: string, node: YamlNode, into: Known): boolean {
  const ours = Object.hasOwn(SAME, name) ? SAME[name] : undefined;
  const known = FRONT_MATTER_KEYS.find(({ key }) => key === ours);
  if (known === undefined || !isEmpty(into[known.field])) return false;
  // What is wrong in another's key is no problem of this file: it stays as it is.
  known.read(node, into, () => {});
  return !isEmpty(into[known.field]);
}

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** `[[Name]]` or `[[Page|Name]]`: a link to a note of that name. */
const NOTE = /^\[\[(?:[^\]|]*\|)?([^\]|]+)\]\]$/;

/** A `source` that is an address is where the article is from, and an author's note is no name. */
export function asClipped(into: Known): void {
  if (into.url === null && /^https?:\/\/\S+$/i.test(into.source ?? '')) {
    into.url = into.source;
    into.source = null;
  }
  into.authors = into.authors.map((name) => cleanLine(NOTE.exec(name)?.[1] ?? name));
}
