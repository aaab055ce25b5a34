// A feed's text → its elements, whatever is wrong with its tags.
// Of the two readers of XML this one mends; opml/xml-pieces.ts names every fault, for what it reads
// is changed.

import { decodeHTMLStrict } from 'entities/decode';
import { countOf } from '../../core/count.ts';
import { NewsprintError } from '../../core/errors.ts';
import names from './feed-names.json' with { type: 'json' };
import { SECTION_OR_COMMENT, SIGNED, XmlElement, type XmlTag } from './xml-element.ts';

/**
 * The namespaces that feeds use, by what their URIs hold, and the prefix each is known by here. The
 * formats' own have none: RSS, RDF's RSS and Atom name the same things with the same words.
 */
const SPACES = Object.entries(names.namespaces).map(
  ([prefix, uri]) => [new RegExp(uri, 'i'), prefix] as const,
);

/** Prefixes that mean a feed's own elements where nothing declares them. */
const OWN = new Set(['atom', 'atom10', 'atom03', 'a10', 'rss', 'rss1', 'rss091']);

/** Elements that hold a feed's own. */
export const CONTAINERS = new Set(['rss', 'rdf:rdf', 'rdf', 'feed', 'channel', 'item', 'entry']);

/** Elements with text or markup in them, and no elements of the feed. */
const TEXTS = new Set(names.elements.texts);
/** The same, but only within an entry: elsewhere a feed may be in them. */
const ENTRY_TEXTS = new Set(names.elements['entry texts']);
/** Elements of one line: where an element of the feed begins in one, it was not closed. */
const LINES = new Set(names.elements.lines);
/** Elements of an entry that are never markup in a text. */
const FIELDS = new Set(names.elements.fields);
/** The same, with names that HTML has as well. */
const LINE_FIELDS = new Set(names.elements['line fields']);
/** The end of an element that is in a feed for its text, whatever its prefix. */
const TEXT_END = new RegExp(
  `</(?:[\\w-]+:)?(?:${[...TEXTS, ...LINES].map((name) => splitName(name)[1]).join('|')})\\s*>`,
  'i',
);

/** Three times as many as a feed of 10 MiB has; each costs time. */
const MOST_TAGS = 1_000_000;
const DEEPEST = 200;
const MOST_ELEMENTS = 200_000;
const LONGEST_NAME = 200;
/** UTF-16 units of the attributes of one tag: the engine's stack may not hold the name of a longer one. */
const LONGEST_TAG = 1_000_000;

export function isEntry(name: string): boolean {
  return name === 'item' || name === 'entry';
}

/** Whether an element has text or markup in it, and no elements of the feed. */
function isText({ name, parent }: XmlElement): boolean {
  return TEXTS.has(name) || (ENTRY_TEXTS.has(name) && isEntry(parent?.name ?? ''));
}

/** The prefix a namespace is known by; `null` for one that feeds do not use. */
function spaceOf(uri: string): string | null {
  return SPACES.find(([pattern]) => pattern.test(uri))?.[1] ?? null;
}

/** An element's name in two: the prefix, if any, and the rest, both in lower case. */
function splitName(raw: string): readonly [prefix: string, local: string] {
  const at = raw.indexOf(':');
  const name = raw.toLowerCase();
  return at === -1 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
}

/**
 * The name of an element. A prefix of a feed's outer elements that nothing declares is the feed's own.
 * @param prefixes that the feed declares so far, as written, by what each is known by
 * @param space the prefix that the default namespace is known by
 */
function nameOf(raw: string, prefixes: Map<string, string>, space: string): string {
  const [prefix, local] = splitName(raw);
  const isOwn = OWN.has(prefix) || CONTAINERS.has(local);
  if (prefix !== '' && isOwn && !prefixes.has(prefix)) prefixes.set(prefix, '');
  const known = prefix === '' ? space : (prefixes.get(prefix) ?? prefix);
  return known === '' ? local : `${known}:${local}`;
}

export interface XmlTree {
  /** Holds the feed's outermost elements. */
  readonly root: XmlElement;
  /** Whether the text ends before the feed does. */
  readonly isCut: boolean;
  /** Where the feed says that it is; `null` where its format has no word for that. */
  readonly url: string | null;
}

/**
 * What is no tag; and tags: whether it ends an element, the name, and its attributes. What has more
 * than 100,000 of these is none: the engine's stack would not hold them.
 */
const TAGS = new RegExp(
  `${SECTION_OR_COMMENT}|<(?=[^<>]*>|${SIGNED})(?:(/)\\s*)?([a-zA-Z_][\\w.:-]{0,${LONGEST_NAME}})(?![^\\s<>/])([^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*){0,100000})>`,
  'g',
);
const ATTRIBUTES = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+)))?/g;

const NONE: XmlTag['attributes'] = new Map();

/**
 * By name in lower case, without prefix but `xml:` and `xmlns:`; of a repeated one the first. Of
 * more than a million units there are none.
 */
export function attributesIn(text: string): XmlTag['attributes'] {
  if (text === '' || text.length > LONGEST_TAG) return NONE;
  const attributes = new Map<string, string>();
  for (const [, raw = '', double, single, bare = ''] of text.matchAll(ATTRIBUTES)) {
    if (raw.length > LONGEST_NAME) continue;
    const [prefix, local] = splitName(raw);
    const name = /^(?:xml|xmlns)?$/.test(prefix) ? raw.toLowerCase() : local;
    if (attributes.has(name)) continue;
    attributes.set(name, decodeHTMLStrict(double ?? single ?? bare));
  }
  return attributes;
}

class TreeBuilder {
  readonly root: XmlElement;
  readonly #source: string;
  /** The usual prefix for each prefix that is declared. */
  readonly #prefixes = new Map<string, string>();
  readonly #open: XmlElement[];
  #count = 0;
  /** Start tags left out as too deep or too many, whose end tags have to be left out as well. */
  #tooDeep = 0;
  /** Open elements of the same name in the text being read. */
  #same = 0;

  constructor(source: string) {
    this.#source = source;
    this.root = new XmlElement('', undefined, null, source);
    this.#open = [this.root];
  }

  run(): XmlTree {
    for (const found of this.#source.matchAll(TAGS)) {
      const [{ length }, , slash, name, rest = ''] = found;
      if (name === undefined) continue;
      const start = found.index;
      const raw = name.toLowerCase();
      if (slash !== undefined) this.#closeTag(raw, start);
      else this.#openElement(raw, attributesIn(rest), start, start + length);
    }
    const isCut = this.#open.some(({ name }) => CONTAINERS.has(name));
    this.#close(1, this.#source.length);
    return { root: this.root, isCut, url: null };
  }

  get #top(): XmlElement {
    return this.#open.at(-1) ?? this.root;
  }

  #openElement(raw: string, attributes: XmlTag['attributes'], start: number, end: number): void {
    const space = this.#declare(attributes);
    const name = nameOf(raw, this.#prefixes, space);
    // Also `<link rel=self/>`, whose slash is a part of the value as well.
    const isClosed = this.#source[end - 2] === '/';
    this.#closeForgotten(name, start);
    const top = this.#top;
    if (isText(top)) {
      top.hasMarkup = true;
      if (raw === top.tag.raw) this.#same += 1;
      return;
    }
    if (this.#open.length >= DEEPEST || this.#count >= MOST_ELEMENTS) {
      this.#tooDeep += isClosed ? 0 : 1;
      return;
    }
    this.#count += 1;
    const element = new XmlElement(name, { raw, attributes, space, start, end }, top, this.#source);
    top.children.push(element);
    this.#open.push(element);
    this.#same = 0;
    if (isClosed) this.#close(this.#open.length - 1, end);
  }

  /** Notes the namespaces that the tag declares. @returns the default one */
  #declare(attributes: XmlTag['attributes']): string {
    let { space } = this.#top.tag;
    for (const [name, uri] of attributes) {
      if (name === 'xmlns') space = spaceOf(uri) ?? '';
      if (!name.startsWith('xmlns:')) continue;
      const prefix = name.slice('xmlns:'.length);
      this.#prefixes.set(prefix, spaceOf(uri) ?? prefix);
    }
    return space;
  }

  /** Closes what must have ended before an element of this name begins. */
  #closeForgotten(name: string, at: number): void {
    for (;;) {
      const top = this.#top;
      const isForgotten =
        (LINES.has(top.name) && (LINE_FIELDS.has(name) || FIELDS.has(name))) ||
        (isText(top) && (FIELDS.has(name) || isEntry(name))) ||
        (isEntry(name) && (LINES.has(top.name) || isEntry(top.name)));
      if (!isForgotten) return;
      this.#close(this.#open.length - 1, at);
    }
  }

  #closeTag(raw: string, start: number): void {
    const isInText = isText(this.#top);
    const isOwn = raw === this.#top.tag.raw;
    if (isInText && !isOwn && !CONTAINERS.has(splitName(raw)[1])) return;
    if (isInText && isOwn && this.#same > 0) {
      this.#same -= 1;
      return;
    }
    const at = this.#open.findLastIndex((element) => element.tag.raw === raw);
    if (at > 0 && this.#tooDeep === 0) this.#close(at, start);
    else if (this.#tooDeep > 0) this.#tooDeep -= 1;
  }

  /** Closes an element and all that is open in it. */
  #close(at: number, end: number): void {
    for (const element of this.#open.splice(at)) element.end = end;
    this.#same = 0;
  }
}

const SECTIONS = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(\]\]>|(?=<!\[CDATA\[)|$)/g;

/** A section that is not closed ends before its element does. */
function closeSections(source: string): string {
  return source.replace(SECTIONS, (whole: string, section?: string, end?: string) => {
    if (section === undefined || end !== '') return whole;
    const at = section.search(TEXT_END);
    const words = at === -1 ? section : section.slice(0, at);
    return `<![CDATA[${words}]]>${section.slice(words.length)}`;
  });
}

/**
 * Reads a feed's elements. What is not well-formed is mended; entities of a document type are never
 * expanded. At most 200,000 elements are read, none deeper than 200.
 * @throws NewsprintError `unreadable` for more than a million tags
 */
export function parseXmlTree(source: string): XmlTree {
  if (countOf(source, '<') > MOST_TAGS) {
    throw new NewsprintError(`not a feed: more than ${MOST_TAGS} tags`, { code: 'unreadable' });
  }
  // The start of a tag that the text ends within.
  const end = source.slice(source.lastIndexOf('<'));
  const isCut = /^<[a-z/]/i.test(end) && !end.includes('>');
  const whole = isCut ? source.slice(0, -end.length) : source;
  return new TreeBuilder(closeSections(whole)).run();
}
