// Which program's export a file is, by its first bytes; its name counts only where they do not tell.
import { decodeText } from '../charset.ts';
import { type SourceKind, sniffKind, withoutFromLine } from '../sniff.ts';
import { isBookmarks } from './bookmarks.ts';
import { isNewsboatConfig } from './newsboat-config.ts';
import { isNewsboatUrls } from './newsboat-urls.ts';
import { listKind } from './saved-lists.ts';

/** The kinds of files that can be imported, each with its name for the user. */
export const EXPORTS = {
  cache: 'newsboat’s articles',
  urls: 'newsboat’s feeds',
  config: 'newsboat’s settings',
  opml: 'OPML',
  pocket: 'Pocket’s list',
  instapaper: 'Instapaper’s list',
  reader: 'Readwise Reader’s list',
  wallabag: 'wallabag’s articles',
  omnivore: 'Omnivore’s articles',
  bookmarks: 'bookmarks',
  feed: 'a feed',
  markdown: 'Markdown',
} as const;

export type ExportKind = keyof typeof EXPORTS;

/** Bytes at the start of a file that are looked at. */
export const EXPORT_START = 65_536;

/**
 * @param start the file's first bytes
 * @returns `null` for a file that cannot be imported
 */
export function sniffExport(start: Uint8Array, name: string): ExportKind | null {
  if (Buffer.from(start.subarray(0, 15)).toString('latin1') === 'SQLite format 3') return 'cache';
  const text = decodeText(start);
  return listKind(text) ?? otherExport(text, name, sniffKind(start, { name }));
}

/** The kind of a text that is neither JSON nor CSV. */
function otherExport(text: string, name: string, kind: SourceKind): ExportKind | null {
  if (isBookmarks(text)) return 'bookmarks';
  if (/<opml[\s>]/i.test(text.slice(0, 2000))) return 'opml';
  if (kind === 'feed') return 'feed';
  if (kind === 'binary') return null;
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (kind === 'html' || isMail(text)) return null;
  if (isNewsboatConfig(text, /(?:^|\/)config$/.test(name))) return 'config';
  if (isNewsboatUrls(text)) return 'urls';
  return kind === 'markdown' ? 'markdown' : null;
}

/** What a text is that lists articles or feeds, and is none; `null` for others. */
export function listedIn(text: string): ExportKind | null {
  const start = text.slice(0, EXPORT_START);
  if (isBookmarks(start)) return 'bookmarks';
  return listKind(start) ?? (/^\s*(?:<\?xml[^>]*>\s*)?<opml\b/i.test(start) ? 'opml' : null);
}

/** What a file that cannot be imported is, in words; `null` where they would tell nothing. */
export function foreignKind(start: Uint8Array): string | null {
  const text = decodeText(start);
  if (isMail(text)) return 'mail';
  return /^PK\x03\x04.{26}mimetypeapplication\/epub/s.test(Buffer.from(start).toString('latin1'))
    ? 'an EPUB'
    : null;
}

/** Fields at the start of a message (RFC 5322 §2.2). */
const MAIL_FIELDS = /^(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)+/;

/** Whether a text begins as a message does, with the two fields that each has (RFC 5322 §3.6). */
function isMail(text: string): boolean {
  const [fields = ''] = MAIL_FIELDS.exec(withoutFromLine(text)) ?? [];
  return /^From:/im.test(fields) && /^Date:/im.test(fields);
}
