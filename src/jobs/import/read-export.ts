// Reads another program's export as batches of entries of feeds, the way that a fetch reads them.
import { join } from 'node:path';
import { type Fault, NewsprintError } from '../../core/errors.ts';
import { decodeText } from '../../intake/charset.ts';
import { readBookmarks } from '../../intake/exports/bookmarks.ts';
import type { SavedItem } from '../../intake/exports/saved-item.ts';
import { readSavedList } from '../../intake/exports/saved-lists.ts';
import type { Entry, Feed } from '../../intake/feed/entry.ts';
import { parseFeed } from '../../intake/feed/parse-feed.ts';
import { paragraphsOf } from '../../intake/feed/text-value.ts';
import { readBytes, tryReadBytes } from '../../library/files/read-text-file.ts';
import type { FoundExport } from './find-exports.ts';

/** Entries of one feed, or of none. */
export interface Batch {
  readonly feed: Feed;
  /** What is known of each entry beside it, by its place; a feed's own file says no more. */
  readonly items: readonly SavedItem[];
  /** The feed's; `null` where they are of none that can be followed. */
  readonly address: string | null;
}

export interface OpenExport {
  /** How many articles it has. */
  readonly count: number;
  /** What of it cannot be read. */
  readonly faults: readonly Fault[];
  readonly batches: () => Iterable<Batch>;
}

/** Of a list; larger ones are whole archives with their pictures. */
const LARGEST = 512 * 1024 * 1024;
const A_BATCH = 250;

/** Opens what is no database. @throws NewsprintError `unreadable` */
export function openList({ path, shown, kind }: FoundExport): OpenExport {
  const bytes = readBytes(path, shown, LARGEST);
  if (kind === 'feed') {
    const feed = parseFeed(bytes);
    const batch = { feed, items: [], address: null };
    const faults = feed.isCut ? [{ message: 'the feed is cut off before its end' }] : [];
    return { count: feed.entries.length, faults, batches: () => [batch] };
  }
  const text = decodeText(bytes);
  const list = kind === 'bookmarks' ? readBookmarks(text) : readSavedList(text, kind);
  if (list === null)
    throw new NewsprintError(`${shown}: it is cut off: no JSON`, { code: 'unreadable' });
  const { items, faults } = list;
  return {
    count: items.length,
    faults,
    batches: () => inBatches(items, kind === 'omnivore' ? path : null),
  };
}

/** @param path of Omnivore's metadata, beside which the texts lie */
function* inBatches(items: readonly SavedItem[], path: string | null): Iterable<Batch> {
  for (let at = 0; at < items.length; at += A_BATCH) {
    const some = items.slice(at, at + A_BATCH);
    const entries = some.map(({ entry }) => (path === null ? entry : withText(entry, path)));
    const feed = { title: null, site: null, lang: null, isCut: false, entries };
    yield { feed, items: some, address: null };
  }
}

/** With the page that Omnivore kept of it; a name never leads out of the folder. */
function withText(entry: Entry, path: string): Entry {
  const name = entry.guid ?? '';
  const bytes = /^$|[/\\\0]/.test(name)
    ? null
    : tryReadBytes(join(path, `../content/${name}.html`));
  return bytes === null ? entry : { ...entry, content: paragraphsOf(decodeText(bytes)) };
}
