// An article of another program's export: its entry, and its marks there.
import { normalizeTags } from '../../core/article/tag.ts';
import { httpUrl } from '../../core/clean-url.ts';
import { type Fault, quoteValue } from '../../core/errors.ts';
import type { Entry } from '../feed/entry.ts';
import { parseFeedDate } from '../feed/feed-dates.ts';
import { readEntry } from '../feed/read-feed-tree.ts';
import { XmlElement } from '../feed/xml-element.ts';

/** Most tags of an item, for which a journal line has room. */
const MOST_TAGS = 200;

export interface SavedItem {
  readonly entry: Entry;
  /** When it was saved there, ISO 8601. */
  readonly added: string | null;
  readonly isRead: boolean;
  readonly isStarred: boolean;
  /** Normalized, each once. */
  readonly tags: readonly string[];
}

/** The items of a file, and those that cannot be read. */
export interface SavedList {
  readonly items: readonly SavedItem[];
  readonly faults: readonly Fault[];
}

/** The fields of an item as a format writes them; an empty one counts as missing. */
export interface SavedFields {
  readonly url: string;
  /** Its name there. */
  readonly name?: string;
  readonly title?: string;
  /** HTML of the article, and of notes and highlights. */
  readonly content?: string;
  readonly summary?: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly added?: string;
  readonly lang?: string;
  readonly tags?: readonly string[];
  readonly isRead?: boolean;
  readonly isStarred?: boolean;
}

/** With where they stand in the file, as messages begin. */
export interface PlacedFields extends SavedFields {
  readonly at: Fault;
}

/** Makes items of what was read; those whose address cannot be opened are faults. */
export function savedList(all: readonly PlacedFields[]): SavedList {
  const items = all.map(savedItem);
  const faults = all.filter((_, index) => items[index] === null);
  return {
    items: items.filter((item) => item !== null),
    faults: faults.map(({ url, at }) => {
      return { ...at, message: `${at.message}no web address: ${quoteValue(url)}` };
    }),
  };
}

function savedItem(fields: SavedFields): SavedItem | null {
  if (httpUrl(fields.url) === null) return null;
  const element = new XmlElement('entry');
  for (const [field, name] of ELEMENTS) element.add(name, fields[field]);
  for (const author of fields.authors ?? []) element.add('author', author);
  const entry = readEntry(element, null);
  const isNamed = entry.title !== null && entry.title !== fields.url;
  return {
    entry: isNamed ? entry : { ...entry, title: shortUrl(entry.url ?? '') },
    added: parseFeedDate(fields.added ?? ''),
    isRead: fields.isRead ?? false,
    isStarred: fields.isStarred ?? false,
    tags: normalizeTags(fields.tags ?? []).slice(0, MOST_TAGS),
  };
}

/** The elements of a feed's entry that say the same. */
const ELEMENTS = [
  ['name', 'guid'],
  ['url', 'link'],
  ['title', 'title'],
  ['content', 'content'],
  ['summary', 'summary'],
  ['published', 'published'],
  ['lang', 'language'],
] as const;

/** The headline of an item without one: its address. */
function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
