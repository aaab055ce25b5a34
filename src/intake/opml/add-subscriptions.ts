// Puts subscriptions into an OPML file, in their folders, and leaves all else as it is.
import { NewsprintError } from '../../core/errors.ts';
import { mergeFiles } from './merge-files.ts';
import { localName, type OpmlFile, OWN_NAMESPACE, parseOpml } from './outline-file.ts';
import { folderKey } from './read-subscriptions.ts';
import { editTag, type Values } from './start-tag.ts';
import { formatKeep, type NewSubscription, shownUrl } from './subscription.ts';

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
 * The text with the subscriptions at the ends of their folders, which are made where they are not.
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
  const declaration = added.some(({ full, keep }) => full || keep !== null) ? DECLARATION : '';
  const text = `<opml${declaration}>${end}${step}<body>${body}${end}${step}</body>${end}</opml>`;
  return mergeFiles({ base: null, one: file, other: parseOpml(text) });
}

const DECLARATION = ` xmlns:newsprint="${OWN_NAMESPACE}"`;

/** Feeds, then folders. @param gap before each of them */
function formatOutlines(feeds: readonly NewSubscription[], gap: string, step: string): string {
  const folders = new Map<string, { readonly name: string; readonly inner: NewSubscription[] }>();
  const lines = feeds.map((feed) => {
    const [name, ...rest] = feed.path;
    if (name === undefined) return gap + formatFeed(feed);
    const folder = folders.get(folderKey(name)) ?? { name, inner: [] };
    folders.set(folderKey(name), folder);
    folder.inner.push({ ...feed, path: rest });
    return '';
  });
  const deeper = Array.from(folders.values(), ({ name, inner }) => {
    const open = editTag('<outline>', [['text', name]]);
    return `${gap}${open}${formatOutlines(inner, gap + step, step)}${gap}</outline>`;
  });
  return [...lines, ...deeper].join('');
}

function formatFeed(feed: NewSubscription): string {
  const { url, title, site, tags, full, keep, others = new Map<string, string>() } = feed;
  const attributes = new Map<string, string | null>([
    ['type', 'rss'],
    ['text', title ?? shownUrl(url)],
    ['title', title],
    ['xmlUrl', url],
    ['htmlUrl', site],
    ['category', tags.length === 0 ? null : tags.join(',')],
  ]);
  const rest = [...others].filter(([name]) => !attributes.has(name));
  const own: Values = [
    ['newsprint:full', full ? 'true' : null],
    ['newsprint:keep', keep && formatKeep(keep)],
  ];
  return editTag('<outline/>', [...attributes, ...rest, ...own]);
}
