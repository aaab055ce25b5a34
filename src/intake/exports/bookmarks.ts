// Bookmarks as browsers export them (Netscape's format), and Pocket's old page, which is similar.
import { countOf } from '../../core/count.ts';
import { htmlLine } from '../feed/text-value.ts';
import { attributesIn } from '../feed/xml-tree.ts';
import { type SavedFields, type SavedList, savedList } from './saved-item.ts';

const START = /^\s*<!DOCTYPE NETSCAPE-Bookmark-file|<title>Pocket Export<\/title>/i;
/** Attributes, with all that is quoted on one line; else, where a quote has no end, up to the next sign. */
const VALUE = String.raw`=(?:\s*(?:"[^"\n]*"|'[^'\n]*')|(?!\s*["']))`;
const IN_TAG = `([^<>=]*(?:${VALUE}[^<>=]*){0,1000}|[^<>]*)`;
/**
 * The pieces of folders and bookmarks; the text after `DD` describes the bookmark before it. No piece
 * contains the next one, so that unclosed ones are scanned once.
 */
const PIECE = new RegExp(
  String.raw`<(a|h[1-6])\b${IN_TAG}>((?:[^<]|<(?!\/?(?:a|h[1-6]|d[dlt])\b))*)<\/\1\s*>|<(\/?)dl\b[^<>]*>|<dd>([^<]*)`,
  'gi',
);
/** Headings that are no folder: the title, and the browser's own places. */
const NO_FOLDER = /^h1|\b(?:personal_toolbar_folder|unfiled_bookmarks_folder)\s*=/i;
/** Addresses without a page behind them. */
const NO_PAGE = /^(?:place|javascript|about|chrome|edge|data|file):/i;

export function isBookmarks(text: string): boolean {
  return START.test(text);
}

/** Reads bookmarks; the folders around one are its tags. */
export function readBookmarks(text: string): SavedList {
  const found: SavedFields[] = [];
  const folders: string[] = [];
  let heading = '';
  let line = 1;
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    const [, tag = '', inTag = '', inner = '', slash, about = ''] = match;
    line += countOf(text.slice(end, match.index), '\n');
    end = match.index;
    if (/^a$/i.test(tag)) found.push(bookmark(inTag, inner, folders, line));
    else if (tag !== '') heading = folderName(tag, inTag, inner);
    else if (slash === '') folders.push(heading);
    else if (slash === '/') folders.pop();
    else Object.assign(found.at(-1) ?? {}, { item: { summary: htmlLine(about) } });
    if (/^h1 read\b/i.test(`${tag} ${inner}`)) folders.push(READ);
  }
  return savedList(found.filter(({ url }) => !NO_PAGE.test(url)));
}

/** Pocket's heading above what was read. */
const READ = '\0read';

function folderName(tag: string, inTag: string, inner: string): string {
  return NO_FOLDER.test(tag + inTag) ? '' : (htmlLine(inner) ?? '');
}

function bookmark(inTag: string, title: string, folders: readonly string[], line: number) {
  const values = attributesIn(inTag);
  const value = (name: string): string => values.get(name) ?? '';
  return {
    url: value('href'),
    title,
    added: value('add_date') || value('time_added'),
    tags: [...value('tags').split(','), ...folders.filter((name) => name !== READ)],
    isRead: folders.includes(READ),
    isStarred: false,
    at: { line, prefix: '' },
  };
}
