// JSON Feed 1 and 1.1 → the elements by which Atom and RSS say the same.

import { type JsonObject, objectOf, objectsOf, parseJson, textOf } from '../../core/json.ts';
import { tryOr } from '../../core/try-or.ts';
import { httpUrl } from '../../core/url/clean-url.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { MOST_ENTRIES } from './entry.ts';
import names from './feed-names.json' with { type: 'json' };
import { paragraphsOf, plainHtml } from './text-value.ts';
import { XmlElement } from './xml-element.ts';
import type { XmlTree } from './xml-tree.ts';

const VERSION = /^https?:\/\/(?:www\.)?jsonfeed\.org\//;

/** @returns `null` where the text is no JSON or has no list of items */
export function parseJsonFeed(text: string): XmlTree | null {
  const bare = text.replace(/^[\ufeff\s]+/, '');
  const strict = parseJson(bare);
  const loose = strict === undefined ? tryOr(() => parseLoose(bare), null) : null;
  const said = objectOf(strict ?? loose?.value);
  const { items, version, feed_url } = said;
  if (!Array.isArray(items) && !VERSION.test(textOf(version))) return null;
  const root = new XmlElement('');
  const feed = root.add('feed');
  for (const [key, name] of Object.entries(names.json.feed)) feed.add(name, said[key]);
  addAuthors(feed, said);
  for (const item of objectsOf(items).slice(0, MOST_ENTRIES)) addItem(feed, item);
  return { root, isCut: loose?.isCut ?? false, url: httpUrl(textOf(feed_url)) };
}

/** Adds an item to a feed. @returns its element */
export function addItem(feed: XmlElement, item: JsonObject): XmlElement {
  const entry = feed.add('entry');
  for (const [key, name] of Object.entries(names.json.item)) entry.add(name, item[key]);
  const { content_html, content_text, summary, tags, image, banner_image } = item;
  // It is HTML without a tag, too: references in it are no markup.
  const html = paragraphsOf(textOf(content_html)) || plainHtml(textOf(content_text));
  entry.add('content', html && html + linkAtEnd(item, html));
  entry.add('summary', plainHtml(textOf(summary)));
  addAuthors(entry, item);
  for (const tag of listOf(tags)) entry.add('category', tag);
  for (const url of [image, banner_image]) entry.add('media:content', '', { url, medium: 'image' });
  for (const file of objectsOf(item['attachments'])) {
    const { url, title, mime_type: type, size_in_bytes: length, duration_in_seconds } = file;
    entry.add('enclosure', '', { url, title, type, length, duration: duration_in_seconds });
  }
  entry.add('newsprint:head', objectOf(item['_newsprint'])['head']);
  return entry;
}

/** The page that an item of a weblog of links is about, where its text does not lead there. */
function linkAtEnd({ url, external_url }: JsonObject, html: string): string {
  const page = textOf(external_url);
  const isOther = httpUrl(page) !== null && textOf(url) !== '' && url !== page;
  const written = escapeHtml(page);
  if (!isOther || html.includes(page) || html.includes(written)) return '';
  return `\n<p><a href="${written}">${written}</a></p>`;
}

/** Version 1 names one only. */
function addAuthors(element: XmlElement, { authors, author }: JsonObject): void {
  for (const one of [...listOf(authors), author])
    element.add('author', objectOf(one)['name'] ?? one);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

const DEEPEST = 100;
/** A string, also one without its end; a sign; a word. Commas say nothing that these do not. */
const TOKENS = /"([^"\\]*(?:\\[\s\S]?[^"\\]*)*)"?|([{}[\]:])|[^\s,:{}[\]"]+/g;
const ENDS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/**
 * An object whose text is no well-formed JSON, as far as it goes and no deeper than 100 others; and
 * whether the text ends within it.
 */
function parseLoose(text: string) {
  const tokens = text.matchAll(TOKENS);
  let isCut = false;
  const next = () => (isCut ? undefined : tokens.next().value);
  const read = ([word, string, sign]: RegExpExecArray, depth: number): unknown => {
    if (sign === undefined) return readWord(word, string);
    return sign in ENDS ? readTo(ENDS[sign] ?? '', depth + 1) : undefined;
  };
  const readTo = (end: string, depth: number): unknown => {
    isCut ||= depth > DEEPEST;
    /** Names and values; a colon is `undefined`. */
    const parts: unknown[] = [];
    let token = next();
    for (; token !== undefined && token[0] !== end; token = next()) parts.push(read(token, depth));
    isCut ||= token === undefined;
    return end === '}' ? fieldsOf(parts) : parts.filter((part) => part !== undefined);
  };
  next();
  return { value: readTo('}', 1), isCut };
}

function fieldsOf(parts: readonly unknown[]): JsonObject {
  const fields = parts.flatMap((part, at) =>
    part === undefined ? [[parts[at - 1], parts[at + 1]] as const] : [],
  );
  return Object.fromEntries(fields);
}

/** Told by a pattern: JSON.parse takes ten times as long to refuse a word. */
const LITERAL = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const ESCAPE = /\\(?:u([\da-f]{4})|([\s\S]?))/gi;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' };

/** Line ends and other controls may stand in a string as they are; words without quotes are one. */
function readWord(token: string, string: string | undefined): unknown {
  if (string === undefined) return LITERAL.test(token) ? JSON.parse(token) : token;
  return string.replace(ESCAPE, (_, code?: string, sign = '') =>
    code === undefined ? (ESCAPES[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
