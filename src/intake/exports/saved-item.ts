// An article of another program's export: its entry, and its marks there.
import { normalizeTags } from '../../core/article/tag.ts';
import { type Fault, quoteValue } from '../../core/errors.ts';
import { groupBy } from '../../core/group-by.ts';
import type { JsonObject } from '../../core/json.ts';
import { httpUrl } from '../../core/url/clean-url.ts';
import type { Entry } from '../feed/entry.ts';
import { parseFeedDate } from '../feed/feed-dates.ts';
import { addItem } from '../feed/json-feed.ts';
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

/** What a format says of an item. */
export interface SavedFields {
  readonly url: string;
  /** Empty where there is none. */
  readonly title: string;
  /** What else it says of the article, as items of JSON Feed do. */
  readonly item?: JsonObject;
  readonly added: string;
  readonly tags: readonly string[];
  readonly isRead: boolean;
  readonly isStarred: boolean;
  /** Where it stands in the file; messages begin with the prefix. */
  readonly at: Pick<Fault, 'line'> & { readonly prefix: string };
}

/** Makes items of what was read; those whose address cannot be opened are faults. */
export function savedList(all: readonly SavedFields[]): SavedList {
  const opened = groupBy(all, ({ url }) => httpUrl(url) !== null);
  const faults = (opened.get(false) ?? []).map(({ url, at: { prefix, ...place } }) => {
    return { ...place, message: `${prefix}no web address: ${quoteValue(url)}` };
  });
  return { items: (opened.get(true) ?? []).map(savedItem), faults };
}

function savedItem({ url, title, item, added, tags, ...marks }: SavedFields): SavedItem {
  const entry = readEntry(addItem(new XmlElement('feed'), { url, title, ...item }), null);
  const isNamed = entry.title !== null && entry.title !== url;
  return {
    entry: isNamed ? entry : { ...entry, title: shortUrl(entry.url ?? '') },
    added: parseFeedDate(added),
    isRead: marks.isRead,
    isStarred: marks.isStarred,
    tags: normalizeTags(tags).slice(0, MOST_TAGS),
  };
}

/** The headline of an item without one: its address. */
function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
