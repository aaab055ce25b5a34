// Removes subscriptions from an OPML file or changes them, and leaves all else as it is.
import { escapeAttribute, formatAttributes } from './escape-attribute.ts';
import { formatKeep, type Keep } from './keep.ts';
import { type OpmlElement, type OpmlFile, OWN_NAMESPACE } from './outline-file.ts';
import { ownNames } from './own-names.ts';
import { outlineUrl } from './read-subscriptions.ts';
import { applySplices, indentAt, lineStart, type Splice } from './splice.ts';
import { feedUrl, shownUrl } from './subscription.ts';

/** Before the names of this program's own attributes. */
const OWN = `{${OWN_NAMESPACE}}`;

/** The text without the feeds of these addresses, wherever in it they stand. */
export function removeSubscriptions(file: OpmlFile, urls: readonly string[]): string {
  const gone = new Set(urls.map(shownUrl));
  return cutOutlines(
    file.text,
    file.outlines.filter((outline) => gone.has(shownUrlOf(outline) ?? '')),
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
  const splices = file.outlines.flatMap((outline) => {
    const revision = byUrl.get(shownUrlOf(outline) ?? '');
    return revision === undefined ? [] : revise(file, outline, revision);
  });
  return applySplices(file.text, splices);
}

function shownUrlOf(outline: OpmlElement): string | null {
  const url = feedUrl(outlineUrl(outline) ?? '');
  return url === null ? null : shownUrl(url);
}

/** The text without outlines and their lines; of one that holds others only its own tags go. */
function cutOutlines(text: string, outlines: readonly OpmlElement[]): string {
  const splices = outlines.flatMap(({ start, openEnd, closeStart, end, children }) => {
    if (children.length === 0) return [cutLine(text, start, end)];
    return [cutLine(text, start, openEnd), cutLine(text, closeStart, end)];
  });
  return applySplices(text, splices);
}

function cutLine(text: string, start: number, end: number): Splice {
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 200));
  if (after === null || indentAt(text, start) === null) return { start, end, text: '' };
  return { start: lineStart(text, start), end: end + after[0].length, text: '' };
}

function revise(file: OpmlFile, outline: OpmlElement, revision: Revision): readonly Splice[] {
  const { url, title, tags, full, keep, id } = revision;
  return setAttributes(file, outline, {
    [urlName(outline)]: url,
    title,
    text: title,
    category: tags && withCategories(outline, tags),
    [`${OWN}full`]: full === false ? null : full && 'true',
    [`${OWN}keep`]: keep && formatKeep(keep),
    [`${OWN}id`]: id,
  });
}

function withCategories({ attributes }: OpmlElement, tags: readonly string[]): string {
  return [attributes.get('category') ?? '', ...tags].filter(Boolean).join(',');
}

function urlName({ attributes }: OpmlElement): string {
  const name = [...attributes.keys()].find((key) => key.toLowerCase() === 'xmlurl');
  return name ?? (attributes.has('url') ? 'url' : 'xmlUrl');
}

/**
 * Attributes in an outline's tag, by `name` or, where they are this program's own, `{namespace}name`:
 * values are replaced, `null` removes one, what is new comes at the end.
 */
function setAttributes(
  file: OpmlFile,
  outline: OpmlElement,
  values: Readonly<Record<string, string | null | undefined>>,
): readonly Splice[] {
  const { prefix, declaration, declare } = ownNames(file, outline);
  const named = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [[key.replace(OWN, prefix), value] as const],
  );
  const isOwn = named.some(([key, value]) => value !== null && key.startsWith(prefix));
  const { start, openEnd: end } = outline;
  const text = editTag(file.text.slice(start, end), new Map(named), isOwn ? declaration : '');
  return [...(isOwn && declare !== null ? [declare] : []), { start, end, text }];
}

const ATTRIBUTE = /\s+([^\s=>/"']+)\s*=\s*("[^"]*"|'[^']*')/g;

/**
 * A start tag with other values, by their names as they stand there; `null` takes one out.
 * @param declaration what comes before those that are new
 */
export function editTag(
  tag: string,
  values: ReadonlyMap<string, string | null>,
  declaration = '',
): string {
  const missing = new Map(values);
  const edited = tag.replace(ATTRIBUTE, (whole: string, name: string, quoted: string) => {
    const value = missing.get(name);
    if (value === undefined) return whole;
    missing.delete(name);
    if (value === null) return '';
    return `${whole.slice(0, -quoted.length)}"${escapeAttribute(value)}"`;
  });
  const added = formatAttributes(missing);
  return added === '' ? edited : edited.replace(/\s*\/?>$/, (end) => declaration + added + end);
}
