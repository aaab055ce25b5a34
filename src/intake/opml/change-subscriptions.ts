// Removes subscriptions from an OPML file or changes them, and leaves all else as it is.
import { formatKeep, type Keep } from './keep.ts';
import { type OpmlElement, type OpmlFile, OWN_NAMESPACE, prefixesAt } from './outline-file.ts';
import { addressName, outlineUrl } from './read-subscriptions.ts';
import { editTag, writtenValues } from './start-tag.ts';
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
    return revision === undefined ? [] : [revise(file.text, outline, revision)];
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

/** What goes, with its line where nothing else stands on it. */
function cutLine(text: string, start: number, end: number): Splice {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const after = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end, end + 200));
  const isAlone = after !== null && text.slice(lineStart, start).trim() === '';
  return isAlone
    ? { start: lineStart, end: end + after[0].length, text: '' }
    : { start, end, text: '' };
}

function revise(text: string, outline: OpmlElement, revision: Revision): Splice {
  const { url, title, tags, full, keep, id } = revision;
  const values = {
    [addressName(outline) ?? 'xmlUrl']: url,
    ...{ title, text: title },
    category: tags && withCategories(outline, tags),
    [`${OWN}full`]: full === false ? null : full && 'true',
    [`${OWN}keep`]: keep && formatKeep(keep),
    [`${OWN}id`]: id,
  };
  const said = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const { start, openEnd: end } = outline;
  const written = writtenValues(said, new Map(prefixesAt(outline)));
  return { start, end, text: editTag(text.slice(start, end), written) };
}

function withCategories({ attributes }: OpmlElement, tags: readonly string[]): string {
  return [attributes.get('category') ?? '', ...tags].filter(Boolean).join(',');
}

/** What comes instead of a part of a text. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes the changes, which do not overlap; all else stays as it is. */
function applySplices(text: string, splices: readonly Splice[]): string {
  let [changed, at] = ['', 0];
  for (const { start, end, text: put } of splices.toSorted((a, b) => a.start - b.start)) {
    changed += text.slice(at, start) + put;
    at = end;
  }
  return changed + text.slice(at);
}
