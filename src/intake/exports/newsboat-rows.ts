// Rows of newsboat's cache.db as entries of feeds.
import { httpUrl } from '../../core/url/clean-url.ts';
import type { Entry, Feed } from '../feed/entry.ts';
import { readEntry } from '../feed/read-feed-tree.ts';
import { htmlLine, plainHtml } from '../feed/text-value.ts';
import { XmlElement } from '../feed/xml-element.ts';
import type { SavedItem } from './saved-item.ts';

/** Columns of the table `rss_item`; of an older newsboat's some are empty. */
export const NEWSBOAT_COLUMNS = [
  ...(['guid', 'title', 'author', 'url', 'pubDate', 'content', 'unread', 'flags'] as const),
  ...(['base', 'content_mime_type', 'enclosure_url', 'enclosure_type'] as const),
] as const;

export type NewsboatRow = Readonly<Record<(typeof NEWSBOAT_COLUMNS)[number], string>>;

/** A row as an item: what was flagged has a star, and a tag for each flag. */
export function newsboatItem(row: NewsboatRow): SavedItem {
  const flags = new Set(row.flags.replace(/[^a-z]/gi, '').toLowerCase());
  return {
    entry: newsboatEntry(row),
    added: null,
    isRead: row.unread === '0',
    isStarred: flags.size > 0,
    tags: Array.from(flags, (flag) => `flag-${flag}`),
  };
}

/** It keeps one text, whichever that was: a short one is an excerpt, as in a fetch. */
function newsboatEntry(row: NewsboatRow): Entry {
  const entry = new XmlElement('entry');
  // Of an item without guid and address it makes one of the title.
  const isMade = row.url === '' && htmlLine(row.guid) === htmlLine(row.title);
  entry.add('guid', isMade ? '' : row.guid, { ispermalink: 'false' });
  entry.add('title', row.title);
  entry.add('link', row.url);
  entry.add('author', row.author);
  entry.add('published', timeOf(row.pubDate));
  const isText = /^text\/plain/i.test(row.content_mime_type);
  const text = isText ? plainHtml(row.content) : row.content;
  entry.add('summary', text, { 'xml:base': row.base });
  entry.add('enclosure', '', { url: row.enclosure_url, type: row.enclosure_type });
  return readEntry(entry, null);
}

/** Seconds since 1970, as newsboat keeps the time; 0 where the feed says none. */
function timeOf(seconds: string): string | null {
  const ms = Number(seconds) * 1000;
  return ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString().replace('.000Z', 'Z') : null;
}

/** The rows of one feed as that. */
export function newsboatFeed(title: string, site: string, items: readonly SavedItem[]): Feed {
  const entries = items.map(({ entry }) => entry);
  return { title: htmlLine(title), site: httpUrl(site), lang: null, isCut: false, entries };
}
