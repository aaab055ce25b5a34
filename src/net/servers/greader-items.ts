// What servers with Google Reader's API answer → feeds and entries.
import { type JsonObject, objectOf, objectsOf, textOf } from '../../core/json.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import noFolderNames from './no-folder-names.json' with { type: 'json' };
import type { ServerEntry, ServerFeed } from './server.ts';

export const LABEL_PREFIX = 'user/-/label/';
export const ITEM = 'tag:google.com,2005:reader/item/';
/** What servers call the folder of feeds that are in none, in the languages that they have. */
const NO_FOLDER: ReadonlySet<string> = new Set(noFolderNames);

/** Lists have IDs as numbers, entries as 16 digits in hex: one of them is read as the other by some. */
export function bareId(value: unknown): string {
  const id = textOf(value);
  if (!/^-?\d+$/.test(id)) return id.replace(ITEM, '');
  return BigInt.asUintN(64, BigInt(id)).toString(16).padStart(16, '0');
}

export function readFeed(feed: JsonObject): ServerFeed {
  const { id, url, title, htmlUrl, categories } = feed;
  const folder = textOf(objectsOf(categories)[0]?.['label']);
  return {
    id: textOf(id),
    url: textOf(url),
    site: textOf(htmlUrl),
    title: narrowSigns(textOf(title)),
    folder: NO_FOLDER.has(folder) ? '' : folder,
  };
}

export function readItem(entry: JsonObject): Pick<ServerEntry, 'feed' | 'item'> {
  const { id, guid, title, author, published, origin, enclosure, categories } = entry;
  const first = (list: unknown): unknown => objectsOf(list)[0]?.['href'];
  const html = (value: unknown): unknown => objectOf(value)['content'];
  const attachments = objectsOf(enclosure).map((file) => {
    return { url: file['href'], mime_type: file['type'], size_in_bytes: file['length'] };
  });
  const date = new Date(1000 * Number(published));
  const isDated = date.getTime() > 0;
  const item = {
    id: textOf(guid) || textOf(id),
    url: textOf(first(entry['canonical']) ?? first(entry['alternate'])),
    // Plain text, but for entities.
    title: narrowSigns(textOf(title).replaceAll('<', '&lt;'), escapeHtml),
    content_html: html(entry['content']) ?? html(entry['summary']),
    ...(isDated && { date_published: date.toISOString() }),
    authors: [{ name: narrowSigns(textOf(author)) }],
    tags: ownTags(categories),
    attachments,
  };
  return { feed: textOf(objectOf(origin)['streamId']), item };
}

/** Those of its feed: what is the user's, folders, labels and marks, begins with the user. */
function ownTags(categories: unknown): readonly string[] {
  if (!Array.isArray(categories)) return [];
  return categories.map(textOf).filter((name) => name !== '' && !name.startsWith('user/'));
}

const WIDE_SIGNS = /[＂＆，／；＜＞？＼＾]/gu;
/** Letters and figures that such signs stand between by right. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}０-９Ａ-Ｚａ-ｚ]/u;

/** FreshRSS widens signs of HTML and of addresses: outside of East Asian text they were as usual. */
function narrowSigns(text: string, write = (sign: string): string => sign): string {
  if (EAST_ASIAN.test(text)) return text;
  return text.replace(WIDE_SIGNS, (sign) => write(sign.normalize('NFKC')));
}
