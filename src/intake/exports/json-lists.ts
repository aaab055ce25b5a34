// Saved articles as JSON: what wallabag exports, and the files of metadata in Omnivore's folder.
import { isObject, parseJson, textOf } from '../../core/json.ts';
import { languageTag } from '../facts/language.ts';
import { type SavedFields, type SavedList, savedList } from './saved-item.ts';

type Fields = Readonly<Record<string, unknown>>;

/** By the name of the format the keys that tell it. */
const FORMATS = {
  wallabag: ['is_archived', 'url', 'tags'],
  omnivore: ['slug', 'url', 'savedAt'],
} as const;

export type JsonFormat = keyof typeof FORMATS;

/** Which of the two a text begins as, however long it is; `null` for neither. */
export function jsonFormat(text: string): JsonFormat | null {
  if (!/^\s*\[\s*\{/.test(text)) return null;
  const has = (key: string): boolean => text.includes(`"${key}"`);
  return (['omnivore', 'wallabag'] as const).find((name) => FORMATS[name].every(has)) ?? null;
}

/**
 * Reads what wallabag exports; the figures of old versions are texts.
 * @returns `null` for what is no list in JSON
 */
export function readWallabag(text: string): SavedList | null {
  return readList(text, (fields) => ({
    url: textOf(fields['url']) || textOf(fields['given_url']),
    title: textOf(fields['title']),
    content: textOf(fields['content']),
    authors: lines(fields['published_by']),
    published: textOf(fields['published_at']),
    added: textOf(fields['created_at']),
    lang: languageTag(textOf(fields['language'])),
    tags: lines(fields['tags']),
    isRead: isSet(fields['is_archived']),
    isStarred: isSet(fields['is_starred']),
  }));
}

/**
 * Reads a file of Omnivore's metadata; the texts lie beside it, by the names of the articles.
 * @returns `null` for what is no list in JSON
 */
export function readOmnivore(text: string): SavedList | null {
  return readList(text, (fields) => ({
    url: textOf(fields['url']),
    title: textOf(fields['title']),
    name: textOf(fields['slug']),
    summary: textOf(fields['description']),
    authors: lines(fields['author']),
    published: textOf(fields['publishedAt']),
    added: textOf(fields['savedAt']),
    tags: lines(fields['labels']),
    isRead: /^archived$/i.test(textOf(fields['state'])) || Number(fields['readingProgress']) >= 100,
  }));
}

function readList(text: string, read: (fields: Fields) => SavedFields): SavedList | null {
  const all = parseJson(text);
  if (!Array.isArray(all)) return null;
  return savedList(all, (value: unknown, at) => ({
    fields: read(isObject(value) ? value : {}),
    where: { message: `number ${at + 1}: ` },
  }));
}

/** Several are a list, of texts or of things with a name, or stand between commas. */
function lines(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return textOf(value).split(',').filter(Boolean);
  return value.map((one: unknown) => textOf(isObject(one) ? (one['name'] ?? one['label']) : one));
}

function isSet(value: unknown): boolean {
  return value === true || value === 1 || value === '1';
}
