// JSON Feed 1 and 1.1 → a feed.
import type { Enclosure } from '../../core/article/enclosure.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import { httpUrl } from '../../core/clean-url.ts';
import { type JsonObject, objectOf, objectsOf, parseJson, textOf } from '../../core/json.ts';
import { tryOr } from '../../core/try-or.ts';
import { languageTag } from '../facts/language.ts';
import {
  type Entry,
  type EntryPicture,
  exportedFields,
  type Feed,
  LONGEST_GUID,
  MOST_ENTRIES,
} from './entry.ts';
import { joinFiles, readFile } from './entry-enclosures.ts';
import { textBase } from './feed-addresses.ts';
import { parseFeedDate } from './feed-dates.ts';
import { personNames } from './people.ts';
import { escapeHtml, htmlLine, textToHtml } from './text-value.ts';

const VERSION = /^https?:\/\/(?:www\.)?jsonfeed\.org\//;

/** @returns `null` where the text is no JSON or has no list of items */
export function readJsonFeed(text: string, url: string | null): Feed | null {
  const { value, isCut } = mendJson(text);
  const { items, version, title, language, home_page_url, feed_url } = objectOf(value);
  if (!Array.isArray(items) && !VERSION.test(textOf(version))) return null;
  const site = httpUrl(textOf(home_page_url), url);
  const base = url ?? httpUrl(textOf(feed_url)) ?? site;
  const lang = languageTag(textOf(language));
  const entries = objectsOf(items).slice(0, MOST_ENTRIES);
  return {
    title: htmlLine(textOf(title)),
    site,
    lang,
    isCut,
    entries: entries.map((item) => readItem(item, base, lang)),
  };
}

function readItem(item: JsonObject, base: string | null, lang: string | null): Entry {
  const said = (name: string): string => textOf(item[name]);
  const address = (name: string) => httpUrl(said(name), base);
  const url = address('url') ?? address('external_url') ?? httpUrl(said('id'));
  const { authors, author, tags } = item;
  const people = [...listOf(authors), author].map((one) => objectOf(one)['name'] ?? one);
  const files = objectsOf(item['attachments']);
  return {
    guid: cleanLine(said('id')).slice(0, LONGEST_GUID) || null,
    url,
    title: htmlLine(said('title')),
    authors: personNames(people.map(textOf)),
    published: parseFeedDate(said('date_published')),
    updated: parseFeedDate(said('date_modified')),
    summary: textToHtml(escapeHtml(said('summary'))),
    content: cleanText(said('content_html')).trim() || textToHtml(escapeHtml(said('content_text'))),
    base: textBase(url, base),
    tags: listOf(tags)
      .map((tag) => cleanLine(textOf(tag).slice(0, 200)))
      .filter(Boolean),
    lang: languageTag(said('language')) ?? lang,
    comments: null,
    pictures: picturesOf([item['image'], item['banner_image'], ...imagesIn(files)], base),
    enclosures: joinFiles(files.map((file) => readAttachment(file, base))),
    exported: exportedFields(textOf(objectOf(item['_newsprint'])['head'])),
  };
}

function imagesIn(files: readonly JsonObject[]): readonly unknown[] {
  return files.flatMap(({ mime_type, url }) => (/^image\//i.test(textOf(mime_type)) ? [url] : []));
}

function picturesOf(sources: readonly unknown[], base: string | null): readonly EntryPicture[] {
  const urls = sources.map((source) => httpUrl(textOf(source), base)).filter((src) => src !== null);
  return [...new Set(urls)].slice(0, 20).map((src) => ({ src, caption: null, credit: null }));
}

function readAttachment(file: JsonObject, base: string | null): Enclosure | null {
  const said = (name: string): string => textOf(file[name]);
  const named = {
    url: said('url'),
    type: said('mime_type'),
    length: said('size_in_bytes'),
    duration: said('duration_in_seconds'),
    title: said('title'),
  };
  return readFile(named, base);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * Parses JSON; where that fails, once more with what is wrong in it mended.
 * @returns the value, `undefined` for none, and whether the text ends within it
 */
function mendJson(text: string): { readonly value: unknown; readonly isCut: boolean } {
  const bare = text.replace(/^[\ufeff\s]+/, '');
  const value = parseJson(bare);
  if (value !== undefined) return { value, isCut: false };
  const { mended, isCut } = tryOr(() => mendText(bare), { mended: '', isCut: false });
  return { value: parseJson(mended), isCut };
}

const DEEPEST = 100;
/** A string, also one without its end; a sign; a word. Commas say nothing that these do not. */
const TOKENS = /"([^"\\]*(?:\\[\s\S]?[^"\\]*)*)"?|([{}[\]:])|[^\s,:{}[\]"]+/g;
const ENDS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** What stands last, with what it needs before another value, and before an end. */
const OPEN = { next: '', end: '' };
const VALUE = { next: ',', end: '' };
const NAME = { next: ':null,', end: ':null' };
const COLON = { next: '', end: 'null' };

/** The first value of a text, written anew. */
function mendText(text: string): { readonly mended: string; readonly isCut: boolean } {
  const open: string[] = [];
  let mended = '';
  let last = OPEN;
  for (const token of text.matchAll(TOKENS)) {
    const step = stepTo(token, last, open.at(-1));
    if (step === null) continue;
    mended += step.text;
    if (step.last === OPEN) open.push(ENDS[token[0]] ?? '');
    if (token[0] === open.at(-1)) open.pop();
    last = step.last;
    if (open.length === 0 || open.length > DEEPEST) break;
  }
  return { mended: mended + last.end + open.toReversed().join(''), isCut: open.length > 0 };
}

/**
 * What a token adds, and what stands last then; `null` for one that means nothing where it stands.
 * @param opened the sign that ends what is open
 */
function stepTo([token, string, sign]: RegExpExecArray, last: typeof OPEN, opened = '') {
  const isName = opened === '}' && last !== COLON;
  if (sign === undefined) {
    const text = last.next + formatValue(token, string, isName);
    return { text, last: isName ? NAME : VALUE };
  }
  if (sign === ':') return last === NAME ? { text: sign, last: COLON } : null;
  if (sign in ENDS) return isName ? null : { text: last.next + sign, last: OPEN };
  return sign === opened ? { text: last.end + sign, last: VALUE } : null;
}

/** Told by a pattern: JSON.parse takes ten times as long to refuse a word. */
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const ESCAPE = /\\(?:u([\da-f]{4})|([\s\S]?))/gi;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };

/** Line ends and other controls may stand in a string as they are; words without quotes are one. */
function formatValue(token: string, string: string | undefined, isName: boolean): string {
  if (string === undefined) {
    return isName || !LITERAL.test(token) ? JSON.stringify(token) : token;
  }
  const plain = string.replace(ESCAPE, (_, code?: string, sign = '') =>
    code === undefined ? (ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
  return JSON.stringify(plain);
}
