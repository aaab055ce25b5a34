// Adds, changes and removes subscriptions in an OPML file, and leaves all else as it is.
import { NewsprintError } from '../../core/errors.ts';
import { groupBy } from '../../core/group-by.ts';
import { formatRetention, type Retention } from '../../core/retention.ts';
import { mergeFiles } from './merge-files.ts';
import {
  formatOpml,
  localName,
  type OpmlElement,
  type OpmlFile,
  OWN_NAMESPACE,
  parseOpml,
  prefixesAt,
} from './outline-file.ts';
import {
  addressName,
  folderKey,
  folderName,
  folderNames,
  isFolderOutline,
  outlineUrl,
} from './read-subscriptions.ts';
import { editTag, type Values } from './start-tag.ts';
import { feedUrl, type NewSubscription, shownUrl } from './subscription.ts';

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

/**
 * The text with subscriptions added at the ends of their folders; missing folders are made.
 * @throws NewsprintError `failed` for a file that has no place for them
 */
export function addSubscriptions(file: OpmlFile, added: readonly NewSubscription[]): string {
  if (added.length === 0) return file.text;
  if (file.root === null || localName(file.root) !== 'opml') {
    throw new NewsprintError('it is no OPML file');
  }
  const end = file.text.includes('\r\n') ? '\r\n' : '\n';
  const step = /[\r\n]([ \t]+)\S/.exec(file.text)?.[1] ?? '  ';
  const body = formatOutlines(added, `${end}${step}${step}`, step);
  const declaration = body.includes(' newsprint:') ? DECLARATION : '';
  const text = `<opml${declaration}>${end}${step}<body>${body}${end}${step}</body>${end}</opml>`;
  return mergeFiles({ base: null, one: file, other: parseOpml(text) });
}

const DECLARATION = ` xmlns:newsprint="${OWN_NAMESPACE}"`;

/** Feeds, then folders. @param gap before each of them */
function formatOutlines(feeds: readonly NewSubscription[], gap: string, step: string): string {
  const own = feeds.filter(({ path }) => path.length === 0);
  const others = feeds.filter(({ path }) => path.length > 0);
  const folders = groupBy(others, ({ path: [name = ''] }) => folderKey(name));
  const texts = Array.from(folders.values(), (inner) => {
    const open = editTag('<outline>', [['text', inner[0]?.path[0] ?? null]]);
    const deeper = inner.map((feed) => ({ ...feed, path: feed.path.slice(1) }));
    return `${gap}${open}${formatOutlines(deeper, gap + step, step)}${gap}</outline>`;
  });
  return [...own.map((feed) => gap + formatFeed(feed)), ...texts].join('');
}

function formatFeed(feed: NewSubscription): string {
  const { url, title, site, tags, full, keep, server, others = [] } = feed;
  return editTag('<outline/>', [
    ['type', 'rss'],
    ['text', title ?? shownUrl(url)],
    ['title', title],
    ['xmlUrl', url],
    ['htmlUrl', site],
    ['category', tags.join(',') || null],
    ...others,
    ['newsprint:full', full ? 'true' : null],
    ['newsprint:keep', keep && formatRetention(keep)],
    ['newsprint:server', server ?? null],
  ]);
}

/** Namespace of this program's own attributes. */
const OWN = `{${OWN_NAMESPACE}}`;

/** The text without the feeds of these addresses. */
export function removeSubscriptions(file: OpmlFile, urls: readonly string[]): string {
  return reviseSubscriptions(file, new Map(urls.map((url) => [url, null])));
}

/** New values of a subscription; absent ones stay as they are. */
export interface Revision {
  readonly url?: string;
  readonly title?: string;
  /** All its categories, between commas; `null` for none. */
  readonly category?: string | null;
  /** Further tags, as categories. */
  readonly tags?: readonly string[];
  readonly full?: boolean;
  /** `null` keeps all. */
  readonly keep?: Retention | null;
  readonly id?: string;
  /** `null` makes it a feed of our own. */
  readonly server?: string | null;
}

/**
 * The text with feeds revised.
 * @param revisions by address; `null` removes a feed, and what is within its outline stays
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
    const names = [...folderNames(element), folderName(element)];
    if (!isFolderOutline(element) || names.join('/') !== path) return tag;
    const named = ['text', 'title'].filter((key) => element.attributes.has(key));
    const values = named.map((key) => [key, name] as const);
    return editTag(tag, values);
  });
}

function revisedValues(outline: OpmlElement, revision: Revision): Values {
  const { url, title, tags, full, keep, id, server } = revision;
  const known = outline.attributes.get('category') ?? '';
  const values = {
    [addressName(outline) ?? 'xmlUrl']: url,
    title,
    text: title,
    category: tags === undefined ? revision.category : [known, ...tags].filter(Boolean).join(','),
    [`${OWN}full`]: full === false ? null : full && 'true',
    [`${OWN}keep`]: keep && formatRetention(keep),
    [`${OWN}id`]: id,
    [`${OWN}server`]: server,
  };
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
}
