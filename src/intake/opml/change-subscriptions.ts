// Removes subscriptions from an OPML file or changes them, and leaves all else as it is.
import { escapeAttribute } from './escape-attribute.ts';
import { formatKeep, type Keep } from './keep.ts';
import type { OpmlElement, OpmlFile } from './outline-file.ts';
import { ownNames } from './own-names.ts';
import { outlineUrl } from './read-subscriptions.ts';
import { applySplices, indentAt, lineStart, type Splice } from './splice.ts';
import { feedUrl, shownUrl } from './subscription.ts';

/** The text without the feeds of these addresses, wherever in it they stand. */
export function removeSubscriptions(file: OpmlFile, urls: readonly string[]): string {
  const gone = new Set(urls.map(shownUrl));
  const outlines = file.outlines.filter((outline) => gone.has(shownUrlOf(outline) ?? ''));
  return applySplices(
    file.text,
    outlines.flatMap((outline) => cut(file.text, outline)),
  );
}

/** What may be said anew; what is absent stays as it is. */
export interface Revision {
  readonly url?: string;
  readonly title?: string;
  /** Further tags, as categories. */
  readonly tags?: readonly string[];
  readonly full?: boolean;
  /** `null` keeps all. */
  readonly keep?: Keep | null;
  readonly id?: string;
}

/** The text with what is said anew of feeds, by their addresses. */
export function reviseSubscriptions(
  file: OpmlFile,
  revisions: ReadonlyMap<string, Revision>,
): string {
  const byUrl = new Map(Array.from(revisions, ([url, one]) => [shownUrl(url), one] as const));
  const splices = new Map<string, Splice>();
  for (const outline of file.outlines) {
    const revision = byUrl.get(shownUrlOf(outline) ?? '');
    for (const one of revision === undefined ? [] : revise(file, outline, revision)) {
      splices.set(`${one.start} ${one.text}`, one);
    }
  }
  return applySplices(file.text, [...splices.values()]);
}

function shownUrlOf(outline: OpmlElement): string | null {
  const url = feedUrl(outlineUrl(outline) ?? '');
  return url === null ? null : shownUrl(url);
}

/** The outline with its line; of one that holds others only its own tags. */
export function cut(text: string, outline: OpmlElement): readonly Splice[] {
  const { start, openEnd, closeStart, end, children } = outline;
  if (children.length === 0) return [cutLine(text, start, end)];
  return [cutLine(text, start, openEnd), cutLine(text, closeStart, end)];
}

function cutLine(text: string, start: number, end: number): Splice {
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 200));
  if (after === null || indentAt(text, start) === null) return { start, end, text: '' };
  return { start: lineStart(text, start), end: end + after[0].length, text: '' };
}

function revise(file: OpmlFile, outline: OpmlElement, revision: Revision): readonly Splice[] {
  const { url, title, tags, full, keep, id } = revision;
  const plain: Record<string, string | null | undefined> = {
    ...(url === undefined ? {} : { [urlName(outline)]: url }),
    ...(title === undefined ? {} : { title, text: title }),
    ...(tags === undefined ? {} : { category: withCategories(outline, tags) }),
  };
  const own: Record<string, string | null | undefined> = {
    ...(full === undefined ? {} : { full: full ? 'true' : null }),
    ...(keep === undefined ? {} : { keep: keep && formatKeep(keep) }),
    ...(id === undefined ? {} : { id }),
  };
  const splices = setAttributes(file.text, outline, plain);
  if (Object.keys(own).length === 0) return splices;
  const { prefix, declaration, declare } = ownNames(file, outline);
  const named = Object.entries(own).map(([name, value]) => [`${prefix}${name}`, value] as const);
  const isSet = named.some(([, value]) => value !== null);
  return [
    ...splices,
    ...setAttributes(file.text, outline, Object.fromEntries(named), isSet ? declaration : ''),
    ...(isSet && declare !== null ? [declare] : []),
  ];
}

function withCategories({ attributes }: OpmlElement, tags: readonly string[]): string {
  return [attributes.get('category') ?? '', ...tags].filter(Boolean).join(',');
}

function urlName({ attributes }: OpmlElement): string {
  const name = [...attributes.keys()].find((key) => key.toLowerCase() === 'xmlurl');
  return name ?? (attributes.has('url') ? 'url' : 'xmlUrl');
}

const ATTRIBUTE = /\s+([^\s=>/"']+)\s*=\s*("[^"]*"|'[^']*')/g;

/** Attributes in an outline's tag: values are replaced, attributes removed or put at the end. */
export function setAttributes(
  text: string,
  { name, start, openEnd }: OpmlElement,
  values: Readonly<Record<string, string | null | undefined>>,
  declaration = '',
): readonly Splice[] {
  const splices: Splice[] = [];
  const missing = new Map(Object.entries(values));
  const from = start + 1 + name.length;
  let last = from;
  for (const { 0: whole, 1: key = '', 2: quoted = '', index } of text
    .slice(from, openEnd)
    .matchAll(ATTRIBUTE)) {
    const at = from + index;
    last = at + whole.length;
    const value = missing.get(key);
    if (value === undefined) continue;
    missing.delete(key);
    const begin = value === null ? at : last - quoted.length;
    const put = value === null ? '' : `"${escapeAttribute(value)}"`;
    splices.push({ start: begin, end: last, text: put });
  }
  const added = [...missing].flatMap(([key, value]) =>
    typeof value === 'string' ? [` ${key}="${escapeAttribute(value)}"`] : [],
  );
  if (added.length === 0) return splices;
  return [...splices, { start: last, end: last, text: declaration + added.join('') }];
}
