// Rows of newsboat's cache.db as entries of feeds.
import { httpUrl } from '../../core/clean-url.ts';
import { type Entry, type Feed, NO_ENTRY } from '../feed/entry.ts';
import { joinFiles, readFile } from '../feed/entry-enclosures.ts';
import { escapeHtml, htmlLine, textToHtml } from '../feed/text-value.ts';
import { htmlOf, type SavedItem } from './saved-item.ts';

/** Columns of the table `rss_item`; of an older newsboat's some are empty. */
export const NEWSBOAT_COLUMNS = [
  ...(['guid', 'title', 'author', 'url', 'pubDate', 'content', 'unread', 'flags'] as const),
  ...(['base', 'content_mime_type', 'enclosure_url', 'enclosure_type'] as const),
] as const;

export type NewsboatRow = Readonly<Record<(typeof NEWSBOAT_COLUMNS)[number], string>>;

/** A row as an item: what was flagged has a star, and a tag for each flag. */
export function newsboatItem(row: NewsboatRow): SavedItem {
  const flags = [...new Set(row.flags.replace(/[^a-z]/gi, ''))];
  return {
    entry: newsboatEntry(row),
    added: null,
    isRead: row.unread === '0',
    isStarred: flags.length > 0,
    tags: [...new Set(flags.map((flag) => `flag-${flag.toLowerCase()}`))],
  };
}

function newsboatEntry(row: NewsboatRow): Entry {
  const { guid, author, content, content_mime_type: type } = row;
  const url = httpUrl(row.url);
  const file = {
    url: row.enclosure_url,
    type: row.enclosure_type,
    length: '',
    duration: '',
    title: '',
  };
  return {
    ...NO_ENTRY,
    guid: guid.trim() || null,
    url,
    title: htmlLine(row.title),
    authors: [htmlLine(author)].filter((name) => name !== null),
    published: timeOf(row.pubDate),
    // It keeps one text, whichever that was: a short one is an excerpt, as in a fetch.
    summary: /^text\/plain/i.test(type) ? textToHtml(escapeHtml(content)) : htmlOf(content),
    base: httpUrl(row.base) ?? url,
    enclosures: joinFiles([readFile(file, null)]),
  };
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
