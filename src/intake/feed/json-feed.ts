// JSON Feed 1 and 1.1 → a feed.
import type { Enclosure } from '../../core/article/enclosure.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import { httpUrl } from '../../core/clean-url.ts';
import { isObject, parseJson, textOf } from '../../core/json.ts';
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

type Fields = Readonly<Record<string, unknown>>;

const VERSION = /^https?:\/\/(?:www\.)?jsonfeed\.org\//;

/** @returns `null` where the text is no JSON or has no list of items */
export function readJsonFeed(text: string, url: string | null): Feed | null {
  const { value, isCut } = mendJson(text);
  const feed = fieldsOf(value);
  const items = feed?.['items'];
  const isVersion = VERSION.test(textOf(feed?.['version']));
  if (feed === null || !(Array.isArray(items) || isVersion)) return null;
  const site = httpUrl(textOf(feed['home_page_url']), url);
  const base = url ?? httpUrl(textOf(feed['feed_url'])) ?? site;
  const lang = languageTag(textOf(feed['language']));
  const entries = listOf(items).slice(0, MOST_ENTRIES).map(fieldsOf);
  return {
    title: htmlLine(textOf(feed['title'])),
    site,
    lang,
    isCut,
    entries: entries.filter((item) => item !== null).map((item) => readItem(item, base, lang)),
  };
}

function readItem(item: Fields, base: string | null, lang: string | null): Entry {
  const external = httpUrl(textOf(item['external_url']), base);
  const text = textOf(item['content_text']);
  const html = cleanText(textOf(item['content_html'])).trim();
  const summary = textOf(item['summary']);
  const url = httpUrl(textOf(item['url']), base) ?? external ?? httpUrl(textOf(item['id']));
  return {
    guid: cleanLine(textOf(item['id'])).slice(0, LONGEST_GUID) || null,
    url,
    title: htmlLine(textOf(item['title'])),
    authors: authorsOf(item),
    published: parseFeedDate(textOf(item['date_published'])),
    updated: parseFeedDate(textOf(item['date_modified'])),
    summary: textToHtml(escapeHtml(summary)),
    content: html || textToHtml(escapeHtml(text)),
    base: textBase(url, base),
    tags: listOf(item['tags'])
      .map((tag) => cleanLine(textOf(tag).slice(0, 200)))
      .filter(Boolean),
    lang: languageTag(textOf(item['language'])) ?? lang,
    comments: null,
    pictures: picturesOf(item, base),
    enclosures: enclosuresOf(item, base),
    exported: exportedFields(textOf(fieldsOf(item['_newsprint'])?.['head'])),
  };
}

function authorsOf(item: Fields): readonly string[] {
  const people = [...listOf(item['authors']), item['author']].map(
    (author) => fieldsOf(author)?.['name'] ?? author,
  );
  return personNames(people.map(textOf));
}

function picturesOf(item: Fields, base: string | null): readonly EntryPicture[] {
  const attached = listOf(item['attachments'])
    .map(fieldsOf)
    .filter((one) => /^image\//i.test(textOf(one?.['mime_type'])))
    .map((one) => textOf(one?.['url']));
  const sources = [textOf(item['image']), textOf(item['banner_image']), ...attached];
  const urls = sources.map((source) => httpUrl(source, base)).filter((src) => src !== null);
  return [...new Set(urls)].slice(0, 20).map((src) => ({ src, caption: null, credit: null }));
}

function enclosuresOf(item: Fields, base: string | null): readonly Enclosure[] {
  const attached = listOf(item['attachments']).map((one) => {
    const said = (name: string): string => textOf(fieldsOf(one)?.[name]);
    const file = {
      url: said('url'),
      type: said('mime_type'),
      length: said('size_in_bytes'),
      duration: said('duration_in_seconds'),
      title: said('title'),
    };
    return readFile(file, base);
  });
  return joinFiles(attached);
}

function fieldsOf(value: unknown): Fields | null {
  return isObject(value) ? value : null;
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
