// A feed's text → its elements, whatever is wrong with its tags.
// Of the two readers of XML this one mends; opml/xml-pieces.ts names every fault, for what it edits.
import { decodeHTMLStrict } from 'entities/decode';
import { Tokenizer } from 'htmlparser2';
import { mendFeedXml } from './mend-feed-xml.ts';
import { XmlElement } from './xml-element.ts';
import { Prefixes, spaceOf, splitName } from './xml-names.ts';

/** Elements whose content is text or markup, never elements of the feed. */
const TEXTS = new Set(
  'title description summary content tagline subtitle info copyright rights abstract content:encoded excerpt:encoded fullitem dc:title dc:description media:title media:description media:text itunes:summary itunes:subtitle'.split(
    ' ',
  ),
);
/** The same, but in an entry only: elsewhere a feed may stand in them. */
const ENTRY_TEXTS = new Set(['body', 'xhtml:body', 'xhtml:div']);
/** Elements of one line: whatever element of a feed begins in one, it was not closed. */
const LINES = new Set(
  'title link guid id pubdate published updated modified issued created dc:title dc:date dc:creator language ttl generator author category comments enclosure media:content media:thumbnail'.split(
    ' ',
  ),
);
/** Elements of an entry that no text holds as markup. */
const FIELDS = new Set(
  'pubdate guid published updated issued modified content:encoded dc:date dc:creator'.split(' '),
);
/** The same, but that HTML has elements of these names. */
const LINE_FIELDS = new Set(
  'title link description summary content author category comments'.split(' '),
);
const CONTAINERS = new Set(['item', 'entry', 'channel', 'feed', 'rss', 'rdf:rdf']);

const DEEPEST = 200;
const MOST_ELEMENTS = 200_000;
const LONGEST_NAME = 200;
const NAME = /^[a-z_][\w.:-]*$/i;

function isEntry(name: string): boolean {
  return name === 'item' || name === 'entry';
}

/** Whether an element holds text or markup, and no elements of the feed. */
function isText({ name, parent }: XmlElement): boolean {
  return TEXTS.has(name) || (ENTRY_TEXTS.has(name) && isEntry(parent?.name ?? ''));
}

/** A feed's elements. */
export interface XmlTree {
  /** Holds the feed's outermost elements. */
  readonly root: XmlElement;
  /** Whether the text ends within an entry. */
  readonly isCut: boolean;
}

/** Builds the tree from the tokenizer's calls; the tokenizer itself knows no nesting. */
class TreeBuilder {
  readonly root: XmlElement;
  readonly #source: string;
  readonly #prefixes = new Prefixes();
  readonly #open: XmlElement[];
  /** The default namespaces of the open elements, by the prefix each is known by. */
  readonly #spaces: string[] = [''];
  #count = 0;
  /** Opening tags left out as too deep or too many, for which closing ones must be too. */
  #tooDeep = 0;
  /** Open elements of the same name in the text being read. */
  #same = 0;
  #name = '';
  #tagStart = 0;
  #attributes: Map<string, string> | null = null;
  #attribute = '';
  #value = '';

  constructor(source: string) {
    this.#source = source;
    this.root = new XmlElement({ name: '', raw: '' }, null, null, source, {
      tagStart: 0,
      start: 0,
    });
    this.#open = [this.root];
  }

  run(): XmlTree {
    const nothing = (): void => undefined;
    const tokenizer = new Tokenizer(
      { xmlMode: true, decodeEntities: false },
      {
        onopentagname: (start, end) => this.#startTag(start, end),
        onattribname: (start, end) => {
          this.#attribute = this.#source.slice(start, end).toLowerCase();
          this.#value = '';
        },
        onattribdata: (start, end) => {
          this.#value += this.#source.slice(start, end);
        },
        onattribend: () => this.#endAttribute(),
        onattribentity: nothing,
        // `<link rel=self/>`: the tokenizer takes the slash for a part of the value.
        onopentagend: (end) => this.#openElement(end + 1, this.#source[end - 1] === '/'),
        onselfclosingtag: (end) => this.#openElement(end + 1, true),
        onclosetag: (start, end) => this.#closeTag(start, end),
        ontext: nothing,
        ontextentity: nothing,
        oncdata: nothing,
        oncomment: nothing,
        ondeclaration: nothing,
        onprocessinginstruction: nothing,
        onend: nothing,
      },
    );
    tokenizer.write(this.#source);
    tokenizer.end();
    const isCut = this.#open.some(({ name }) => isEntry(name));
    this.#close(1, this.#source.length);
    return { root: this.root, isCut };
  }

  #startTag(start: number, end: number): void {
    this.#name = this.#source.slice(start, Math.min(end, start + LONGEST_NAME)).toLowerCase();
    this.#tagStart = start - 1;
    this.#attributes = null;
  }

  #endAttribute(): void {
    if (this.#attribute.length > LONGEST_NAME) return;
    this.#attributes ??= new Map();
    const [prefix, local] = splitName(this.#attribute);
    const isKept = prefix === '' || prefix === 'xml' || prefix === 'xmlns';
    const name = isKept ? this.#attribute : local;
    if (!this.#attributes.has(name)) this.#attributes.set(name, decodeHTMLStrict(this.#value));
  }

  get #top(): XmlElement {
    return this.#open.at(-1) ?? this.root;
  }

  /** @param isClosed whether its own tag closes it */
  #openElement(start: number, isClosed: boolean): void {
    const raw = this.#name;
    if (!NAME.test(raw)) return;
    const space = this.#declare();
    const name = this.#prefixes.nameOf(raw, space);
    this.#closeForgotten(name);
    const top = this.#top;
    if (isText(top)) {
      top.hasMarkup = true;
      if (raw === top.raw) this.#same += 1;
      return;
    }
    if (this.#open.length >= DEEPEST || this.#count >= MOST_ELEMENTS) {
      this.#tooDeep += isClosed ? 0 : 1;
      return;
    }
    this.#count += 1;
    const element = new XmlElement({ name, raw }, this.#attributes, top, this.#source, {
      tagStart: this.#tagStart,
      start,
    });
    top.children.push(element);
    this.#open.push(element);
    this.#spaces.push(space);
    this.#same = 0;
    if (isClosed) this.#close(this.#open.length - 1, start);
  }

  /** Takes up the namespaces that the tag declares. @returns its default one */
  #declare(): string {
    let space = this.#spaces.at(-1) ?? '';
    for (const [name, uri] of this.#attributes ?? []) {
      if (name === 'xmlns') space = spaceOf(uri) ?? '';
      else if (name.startsWith('xmlns:')) this.#prefixes.declare(name.slice(6), uri);
    }
    return space;
  }

  /** Closes what must have ended before an element of this name begins. */
  #closeForgotten(name: string): void {
    for (;;) {
      const top = this.#top;
      const isForgotten =
        (LINES.has(top.name) && (LINE_FIELDS.has(name) || FIELDS.has(name))) ||
        (isText(top) && (FIELDS.has(name) || isEntry(name))) ||
        (isEntry(name) && (LINES.has(top.name) || isEntry(top.name)));
      if (!isForgotten) return;
      this.#close(this.#open.length - 1, this.#tagStart);
    }
  }

  #closeTag(start: number, end: number): void {
    const raw = this.#source.slice(start, Math.min(end, start + LONGEST_NAME)).toLowerCase();
    const tagStart = this.#source.lastIndexOf('<', start);
    const isInText = isText(this.#top);
    const isOwn = raw === this.#top.raw;
    if (isInText && !isOwn && !CONTAINERS.has(splitName(raw)[1])) return;
    if (isInText && isOwn && this.#same > 0) {
      this.#same -= 1;
      return;
    }
    const at = this.#open.findLastIndex((element) => element.raw === raw);
    if (at > 0 && this.#tooDeep === 0) this.#close(at, tagStart);
    else if (this.#tooDeep > 0) this.#tooDeep -= 1;
  }

  /** Closes an element and all that is open in it. */
  #close(at: number, end: number): void {
    for (const element of this.#open.splice(at)) element.end = end;
    this.#spaces.length = at;
    this.#same = 0;
  }
}

/**
 * Reads a feed's elements. What is not well-formed is mended; entities of a document type are never
 * expanded. At most 200,000 elements are read, none deeper than 200.
 */
export function parseXmlTree(source: string): XmlTree {
  return new TreeBuilder(mendFeedXml(source)).run();
}
