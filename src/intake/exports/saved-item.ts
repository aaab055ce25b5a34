// What another program had of an article: the entry that it is, and how it was marked there.
import { normalizeTag } from '../../core/article/tag.ts';
import { httpUrl } from '../../core/clean-url.ts';
import { type Problem, quoteValue } from '../../core/errors.ts';
import type { Entry } from '../feed/entry.ts';
import { parseFeedDate } from '../feed/feed-dates.ts';
import { htmlLine, textToHtml } from '../feed/text-value.ts';

/** An item of more tags has something else for them; a line of the journal has room for so many. */
const MOST_TAGS = 200;

export interface SavedItem {
  readonly entry: Entry;
  /** When it was saved there, ISO 8601. */
  readonly added: string | null;
  readonly isRead: boolean;
  readonly isStarred: boolean;
  /** In our spelling, each once. */
  readonly tags: readonly string[];
}

/** What one file has, and what of it cannot be read. */
export interface SavedList {
  readonly items: readonly SavedItem[];
  readonly faults: readonly Fault[];
}

/** What is wrong with an item, and in which line where that is known. */
export type Fault = Omit<Problem, 'path'>;

/** What a format says of an item, each as it writes it; what is empty is not said. */
export interface SavedFields {
  readonly url: string;
  /** What it is called there. */
  readonly name?: string;
  readonly title?: string;
  /** HTML: of the article, and of what was written or picked about it. */
  readonly content?: string;
  readonly summary?: string;
  readonly authors?: readonly string[];
  readonly published?: string;
  readonly updated?: string;
  readonly added?: string;
  readonly lang?: string | null;
  readonly tags?: readonly string[];
  readonly isRead?: boolean;
  readonly isStarred?: boolean;
}

/** @returns `null` where its address is none that can be opened */
export function savedItem(fields: SavedFields): SavedItem | null {
  const { name = null, title = '', content = '', summary = '', authors = [], tags = [] } = fields;
  const url = httpUrl(fields.url);
  if (url === null) return null;
  const line = htmlLine(title);
  const entry: Entry = {
    guid: name,
    url,
    title: line === null || line === fields.url ? shortUrl(url) : line,
    authors: authors.flatMap((name) => htmlLine(name) ?? []),
    published: parseFeedDate(fields.published ?? ''),
    updated: parseFeedDate(fields.updated ?? ''),
    content: htmlOf(content),
    summary: htmlOf(summary),
    base: url,
    tags: [],
    lang: fields.lang ?? null,
    comments: null,
    pictures: [],
    enclosures: [],
    exported: null,
  };
  return {
    entry,
    added: parseFeedDate(fields.added ?? ''),
    isRead: fields.isRead ?? false,
    isStarred: fields.isStarred ?? false,
    tags: [...new Set(tags.map(normalizeTag))].filter((tag) => tag !== '').slice(0, MOST_TAGS),
  };
}

/** Without a headline the address is one. */
function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}

/** HTML stays as it is, and text becomes paragraphs. */
export function htmlOf(text: string): string | null {
  return /<[a-z!/]/i.test(text) ? text : textToHtml(text);
}

/** Reads what stands in each place; what is no item is named with it. */
export function savedList<Place>(
  all: readonly Place[],
  read: (place: Place, at: number) => { readonly fields: SavedFields; readonly where: Fault },
): SavedList {
  const items: SavedItem[] = [];
  const faults: Fault[] = [];
  for (const [at, place] of all.entries()) {
    const { fields, where } = read(place, at);
    const item = savedItem(fields);
    if (item !== null) items.push(item);
    else
      faults.push({
        ...where,
        message: `${where.message}no web address: ${quoteValue(fields.url)}`,
      });
  }
  return { items, faults };
}
