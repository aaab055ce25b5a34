// An article of another program's export: its entry, and its marks there.
import { normalizeTags } from '../../core/article/tag.ts';
import { httpUrl } from '../../core/clean-url.ts';
import { type Fault, quoteValue } from '../../core/errors.ts';
import { type Entry, NO_ENTRY } from '../feed/entry.ts';
import { parseFeedDate } from '../feed/feed-dates.ts';
import { htmlLine, textToHtml } from '../feed/text-value.ts';

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
  readonly lang?: string | null;
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
  const { name = null, title = '', content = '', summary = '', authors = [], tags = [] } = fields;
  const url = httpUrl(fields.url);
  if (url === null) return null;
  const line = htmlLine(title);
  return {
    entry: {
      ...NO_ENTRY,
      guid: name,
      url,
      title: line === null || line === fields.url ? shortUrl(url) : line,
      authors: authors.flatMap((name) => htmlLine(name) ?? []),
      published: parseFeedDate(fields.published ?? ''),
      content: htmlOf(content),
      summary: htmlOf(summary),
      base: url,
      lang: fields.lang ?? null,
    },
    added: parseFeedDate(fields.added ?? ''),
    isRead: fields.isRead ?? false,
    isStarred: fields.isStarred ?? false,
    tags: normalizeTags(tags).slice(0, MOST_TAGS),
  };
}

/** The headline of an item without one: its address. */
function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

/** Leaves HTML as it is, and makes paragraphs of text. */
export function htmlOf(text: string): string | null {
  return /<[a-z!/]/i.test(text) ? text : textToHtml(text);
}
