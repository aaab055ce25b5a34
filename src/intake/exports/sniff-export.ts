// Which program's export bytes are, told by themselves; a file's name decides only where they cannot.
import { decodeText } from '../charset.ts';
import { parseNewsboatUrls } from '../opml/newsboat-urls.ts';
import { type SourceKind, sniffKind } from '../sniff.ts';
import { isBookmarks } from './bookmarks.ts';
import { csvFormat } from './csv-lists.ts';
import { jsonFormat } from './json-lists.ts';
import { isNewsboatConfig } from './newsboat-config.ts';

/** What an import takes, by name what it is called. */
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

/** Bytes at the start that are enough. */
export const EXPORT_START = 65_536;

/**
 * Tells what a file is.
 * @param start its first bytes
 * @param name the file's
 * @returns `null` for what is nothing that can be imported
 */
export function sniffExport(start: Uint8Array, name: string): ExportKind | null {
  if (Buffer.from(start.subarray(0, 15)).toString('latin1') === 'SQLite format 3') return 'cache';
  const text = decodeText(start);
  const list = jsonFormat(text) ?? csvFormat(text);
  if (list !== null) return list;
  const file = { text, name, kind: sniffKind(start, { name }) };
  return SIGNS.find(([, isSeen]) => isSeen(file))?.[0] ?? null;
}

type SeenFile = Readonly<{ text: string; name: string; kind: SourceKind }>;

/** What tells each of the others, in the order that it is asked. */
const SIGNS: readonly (readonly [ExportKind | null, (file: SeenFile) => boolean])[] = [
  ['bookmarks', ({ text }) => isBookmarks(text)],
  ['opml', ({ text }) => /<opml[\s>]/i.test(text.slice(0, 2000))],
  ['feed', ({ kind }) => kind === 'feed'],
  [null, ({ kind }) => kind === 'binary'],
  ['markdown', ({ name }) => /\.(?:md|markdown)$/i.test(name)],
  [null, ({ kind }) => kind === 'html'],
  ['config', ({ text, name }) => isNewsboatConfig(text, /(?:^|\/)config$/.test(name))],
  ['urls', ({ text }) => isNewsboatUrls(text)],
  ['markdown', ({ kind }) => kind === 'markdown'],
];

function isNewsboatUrls(text: string): boolean {
  const { feeds, left, queries } = parseNewsboatUrls(text);
  return feeds.length + queries.length > left.length;
}
