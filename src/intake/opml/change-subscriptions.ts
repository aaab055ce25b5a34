// Removes subscriptions from an OPML file or changes them, and leaves all else as it is.
import {
  formatOpml,
  localName,
  type OpmlElement,
  type OpmlFile,
  OWN_NAMESPACE,
  prefixesAt,
} from './outline-file.ts';
import {
  addressName,
  folderName,
  folderNames,
  isFolder,
  outlineUrl,
} from './read-subscriptions.ts';
import { editTag, type Values } from './start-tag.ts';
import { feedUrl, formatKeep, type Keep, shownUrl } from './subscription.ts';

/** Before the names of this program's own attributes. */
const OWN = `{${OWN_NAMESPACE}}`;

/** The text without the feeds of these addresses, wherever in it they stand. */
export function removeSubscriptions(file: OpmlFile, urls: readonly string[]): string {
  return reviseSubscriptions(file, new Map(urls.map((url) => [url, null])));
}

/** What may be said anew; what is absent stays as it is. */
export interface Revision {
  readonly url?: string;
  readonly title?: string;
  /** All its categories, between commas; `null` for none. */
  readonly category?: string | null;
  /** Further tags, as categories. */
  readonly tags?: readonly string[];
  readonly full?: boolean;
  /** `null` keeps all. */
  readonly keep?: Keep | null;
  readonly id?: string;
}

/**
 * The text with what is said anew of feeds, by their addresses.
 * @param revisions `null` removes a feed; what stands in its outline stays
 */
export function reviseSubscriptions(
  file: OpmlFile,
  revisions: ReadonlyMap<string, Revision | null>,
): string {
  const byUrl = new Map(Array.from(revisions, ([url, one]) => [shownUrl(url), one] as const));
  return formatOpml(file, (element, tag) => {
    const url = localName(element) === 'outline' ? feedUrl(outlineUrl(element) ?? '') : null;
    const revision = url === null ? undefined : byUrl.get(shownUrl(url));
    if (!revision) return revision === undefined ? tag : null;
    return editTag(tag, revisedValues(element, revision), new Map(prefixesAt(element)));
  });
}

/** The text with another name for the folder of a path. @param path as `Subscription.folders` has it */
export function renameFolders(file: OpmlFile, path: string, name: string): string {
  return formatOpml(file, (element, tag) => {
    const isMeant = isFolder(element) && folderPathOf(element) === path;
    const attributes = ['text', 'title'].filter((key) => element.attributes.has(key));
    return isMeant
      ? editTag(
          tag,
          attributes.map((key) => [key, name]),
        )
      : tag;
  });
}

function folderPathOf(element: OpmlElement): string {
  return [...folderNames(element), folderName(element)].join('/');
}

function revisedValues(outline: OpmlElement, revision: Revision): Values {
  const { url, title, tags, full, keep, id } = revision;
  const known = outline.attributes.get('category') ?? '';
  const values = {
    [addressName(outline) ?? 'xmlUrl']: url,
    ...{ title, text: title },
    category: tags === undefined ? revision.category : [known, ...tags].filter(Boolean).join(','),
    [`${OWN}full`]: full === false ? null : full && 'true',
    [`${OWN}keep`]: keep && formatKeep(keep),
    [`${OWN}id`]: id,
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}
