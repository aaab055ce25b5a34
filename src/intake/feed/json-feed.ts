// JSON Feed 1 and 1.1 → the elements by which Atom and RSS say the same.
import { httpUrl } from '../../core/clean-url.ts';
import { type JsonObject, objectOf, objectsOf, parseJson, textOf } from '../../core/json.ts';
import { tryOr } from '../../core/try-or.ts';
import { MOST_ENTRIES } from './entry.ts';
import names from './feed-names.json' with { type: 'json' };
import { paragraphsOf, plainHtml } from './text-value.ts';
import { XmlElement } from './xml-element.ts';
import type { XmlTree } from './xml-tree.ts';

const VERSION = /^https?:\/\/(?:www\.)?jsonfeed\.org\//;

/** @returns `null` where the text is no JSON or has no list of items */
export function parseJsonFeed(text: string): XmlTree | null {
  const { value, isCut } = mendJson(text);
  const said = objectOf(value);
  const { items, version, feed_url } = said;
  if (!Array.isArray(items) && !VERSION.test(textOf(version))) return null;
  const root = new XmlElement('');
  const feed = root.add('feed');
  for (const [key, name] of Object.entries(names.json.feed)) feed.add(name, said[key]);
  for (const item of objectsOf(items).slice(0, MOST_ENTRIES)) addItem(feed, item);
  return { root, isCut, url: httpUrl(textOf(feed_url)) };
}

/** Adds an item to a feed. @returns its element */
export function addItem(feed: XmlElement, item: JsonObject): XmlElement {
  const entry = feed.add('entry');
  for (const [key, name] of Object.entries(names.json.item)) entry.add(name, item[key]);
  const { content_html, content_text, summary, authors, author, tags, image, banner_image } = item;
  // It is HTML without a tag, too: references in it are no markup.
  entry.add('content', paragraphsOf(textOf(content_html)));
  entry.add('content', plainHtml(textOf(content_text)));
  entry.add('summary', plainHtml(textOf(summary)));
  for (const one of [...listOf(authors), author]) entry.add('author', objectOf(one)['name'] ?? one);
  for (const tag of listOf(tags)) entry.add('category', tag);
  for (const url of [image, banner_image]) entry.add('media:content', '', { url, medium: 'image' });
  for (const file of objectsOf(item['attachments'])) {
    const { url, title, mime_type: type, size_in_bytes: length, duration_in_seconds } = file;
    entry.add('enclosure', '', { url, title, type, length, duration: duration_in_seconds });
  }
  entry.add('newsprint:head', objectOf(item['_newsprint'])['head']);
  return entry;
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
