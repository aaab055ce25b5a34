// Puts subscriptions into an OPML file, in their folders, and leaves all else as it is.
import { normalizeTag } from '../../core/article/tag.ts';
import { NewsprintError } from '../../core/errors.ts';
import { formatAttributes } from './escape-attribute.ts';
import { formatKeep, type Keep } from './keep.ts';
import type { OpmlElement, OpmlFile } from './outline-file.ts';
import { type OwnNames, ownNames } from './own-names.ts';
import { folderName, isFolder } from './read-subscriptions.ts';
import { applySplices, indentAt, lineEnd, lineStart, type Splice } from './splice.ts';
import { shownUrl } from './subscription.ts';

/** A feed that is to be followed. */
export interface NewSubscription {
  readonly url: string;
  readonly title: string | null;
  readonly site: string | null;
  /** The names of the folders it comes into, the outermost first; each becomes a tag. */
  readonly folders: readonly string[];
  /** Further tags. */
  readonly tags: readonly string[];
  readonly full: boolean;
  readonly keep: Keep | null;
  /** What another's file says of it beside that: `description`, `language`. */
  readonly others?: ReadonlyMap<string, string>;
}

/** Of feeds that are named twice one, in the first folder, with the names of the others as tags. */
export function eachOnce(feeds: readonly NewSubscription[]): readonly NewSubscription[] {
  const byUrl = new Map<string, NewSubscription>();
  for (const feed of feeds) {
    const key = shownUrl(feed.url);
    const known = byUrl.get(key);
    const tags = new Set([...(known?.tags ?? []), ...feed.folders, ...feed.tags]);
    byUrl.set(key, known === undefined ? feed : { ...known, tags: [...tags] });
  }
  return [...byUrl.values()];
}

/** A file without subscriptions. */
export const EMPTY_OPML = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:newsprint="urn:newsprint:opml">
  <head>
    <title>Subscriptions</title>
  </head>
  <body>
  </body>
</opml>
`;

/** What comes into a folder. */
interface Coming {
  readonly feeds: NewSubscription[];
  readonly folders: Map<string, { readonly name: string; readonly coming: Coming }>;
}

/**
 * The text with the subscriptions at the ends of their folders, which are made where they are not.
 * @throws NewsprintError `failed` for a file that has no place for them
 */
export function addSubscriptions(file: OpmlFile, added: readonly NewSubscription[]): string {
  if (added.length === 0) return file.text;
  const { parent, isBody } = findBody(file);
  const byFolder = new Map<OpmlElement, Coming>();
  const find = folderFinder(parent);
  for (const feed of added) {
    const { folder, missing } = find(feed.folders);
    const coming = byFolder.get(folder) ?? newComing();
    byFolder.set(folder, coming);
    put(coming, missing, feed);
  }
  const splices = [...byFolder].flatMap(([folder, coming]) => {
    const names = ownNames(file, folder);
    const filled = fill(file.text, folder, (layout) => {
      const lines = comingLines(coming, isBody ? layout : deeper(layout), names);
      return isBody ? lines : [`${layout.indent}<body>`, ...lines, `${layout.indent}</body>`];
    });
    return names.declare && hasOwn(coming) ? [names.declare, filled] : [filled];
  });
  return applySplices(file.text, splices);
}

/** The body, or the root of a file that has none yet. */
function findBody({ root }: OpmlFile): { readonly parent: OpmlElement; readonly isBody: boolean } {
  if (root === null || localName(root) !== 'opml') {
    throw new NewsprintError('it is no OPML file');
  }
  const body = root.children.find((child) => localName(child) === 'body');
  return body === undefined ? { parent: root, isBody: false } : { parent: body, isBody: true };
}

export function localName({ name }: OpmlElement): string {
  return name.replace(/^.*:/, '');
}

function newComing(): Coming {
  return { feeds: [], folders: new Map() };
}

/** Follows the names of folders as far as there are folders; two spellings of a tag are one. */
function folderFinder(body: OpmlElement) {
  const known = new Map<OpmlElement, ReadonlyMap<string, OpmlElement>>();
  const childFolders = (element: OpmlElement): ReadonlyMap<string, OpmlElement> => {
    const found = known.get(element) ?? foldersOf(element);
    known.set(element, found);
    return found;
  };
  return (names: readonly string[]) => {
    let folder = body;
    for (const [at, name] of names.entries()) {
      const next = childFolders(folder).get(folderKey(name));
      if (next === undefined) return { folder, missing: names.slice(at) };
      folder = next;
    }
    return { folder, missing: [] };
  };
}

function foldersOf({ children }: OpmlElement): ReadonlyMap<string, OpmlElement> {
  const folders = new Map<string, OpmlElement>();
  for (const child of children) {
    const key = isFolder(child) ? folderKey(folderName(child)) : '';
    if (key !== '' && !folders.has(key)) folders.set(key, child);
  }
  return folders;
}

export function folderKey(name: string): string {
  return normalizeTag(name) || name;
}

function put(coming: Coming, [name, ...inner]: readonly string[], feed: NewSubscription): void {
  if (name === undefined) {
    coming.feeds.push(feed);
    return;
  }
  const key = folderKey(name);
  const folder = coming.folders.get(key) ?? { name, coming: newComing() };
  coming.folders.set(key, folder);
  put(folder.coming, inner, feed);
}

function hasOwn({ feeds, folders }: Coming): boolean {
  const isOwn = feeds.some(({ full, keep }) => full || keep !== null);
  return isOwn || [...folders.values()].some(({ coming }) => hasOwn(coming));
}

/** How lines are set in an element. */
interface Layout {
  readonly indent: string;
  readonly step: string;
}

function deeper({ indent, step }: Layout): Layout {
  return { indent: indent + step, step };
}

function comingLines(coming: Coming, layout: Layout, names: OwnNames): readonly string[] {
  const { indent } = layout;
  const folders = [...coming.folders.values()].flatMap(({ name, coming: inner }) => [
    `${indent}<outline${formatAttributes([['text', name]])}>`,
    ...comingLines(inner, deeper(layout), names),
    `${indent}</outline>`,
  ]);
  return [...coming.feeds.map((feed) => `${indent}${formatFeed(feed, names)}`), ...folders];
}

function formatFeed(feed: NewSubscription, { prefix, declaration }: OwnNames): string {
  const { url, title, site, tags, full, keep, others = new Map<string, string>() } = feed;
  const own: readonly (readonly [string, string | null])[] = [
    [`${prefix}full`, full ? 'true' : null],
    [`${prefix}keep`, keep && formatKeep(keep)],
  ];
  const declare = full || keep ? declaration : '';
  const attributes = new Map<string, string | null>([
    ['type', 'rss'],
    ['text', title ?? shownUrl(url)],
    ['title', title],
    ['xmlUrl', url],
    ['htmlUrl', site],
    ['category', tags.length === 0 ? null : tags.join(',')],
  ]);
  const rest = [...others].filter(([name]) => !attributes.has(name));
  return `<outline${declare}${formatAttributes([...attributes, ...rest, ...own])}/>`;
}

/** Puts lines at the end of an element; one that is written `<x/>` gets an end tag. */
function fill(
  text: string,
  element: OpmlElement,
  lines: (layout: Layout) => readonly string[],
): Splice {
  const layout = layoutIn(text, element);
  const end = lineEnd(text);
  const outer = indentAt(text, element.start) ?? '';
  const put = lines(layout).join(end);
  const { openEnd, closeStart, name } = element;
  if (element.end === openEnd) {
    const start = text.lastIndexOf('/', openEnd - 1);
    return { start, end: openEnd, text: `>${end}${put}${end}${outer}</${name}>` };
  }
  if (indentAt(text, closeStart) === null) {
    return { start: closeStart, end: closeStart, text: `${end}${put}${end}${outer}` };
  }
  const start = lineStart(text, closeStart);
  return { start, end: start, text: `${put}${end}` };
}

/** As the element's own children are set. */
function layoutIn(text: string, element: OpmlElement): Layout {
  const outer = indentAt(text, element.start) ?? '';
  const sample = element.children.map(({ start }) => indentAt(text, start)).find(Boolean);
  const isDeeper = sample?.startsWith(outer) === true && sample.length > outer.length;
  const step = isDeeper ? sample.slice(outer.length) : outer.includes('\t') ? '\t' : '  ';
  return { indent: isDeeper ? sample : outer + step, step };
}
