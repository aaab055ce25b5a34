// An element of a feed: its name, its attributes, its children, and the text and markup in it.
import { decodeHTMLStrict } from 'entities/decode';
import { firstValue } from '../../core/first-value.ts';
import { type JsonObject, textOf } from '../../core/json.ts';

/** For the source of a pattern: sections and comments, which may have no end. */
export const SECTION_OR_COMMENT = '<!\\[CDATA\\[([^]*?)(?:\\]\\]>|$)|<!--[^]*?(?:-->|$)';
/** For the source of a pattern: what follows the `<` of a tag whose attributes have such signs. */
export const SIGNED = `[a-zA-Z_][\\w:.-]{0,100}(?:\\s{1,10}[\\w:.-]{1,100}\\s?=\\s?(?:"[^"]{0,1000}"|'[^']{0,1000}')){1,20}\\s{0,10}/?>`;
/** What a CDATA section holds, what is no text, a tag, text: a `<` that begins no tag is such. */
const PIECES = new RegExp(
  `${SECTION_OR_COMMENT}|<[?!][^<>]*>|(<(?:[a-zA-Z_/][^<>]*>|${SIGNED}))|([^<]+|<)`,
  'gi',
);

export interface XmlTag {
  /** As written, in lower case. */
  readonly raw: string;
  /** By name in lower case, without prefix but `xml:`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The prefix that the default namespace is known by. */
  readonly space: string;
  /** Where it stands in the source. */
  readonly start: number;
  readonly end: number;
}

const NO_TAG: XmlTag = { raw: '', attributes: new Map(), space: '', start: 0, end: 0 };

export class XmlElement {
  /** `title`, `dc:creator`: the prefix is the one the namespace is known by, all in lower case. */
  readonly name: string;
  readonly tag: XmlTag;
  readonly parent: XmlElement | null;
  readonly children: XmlElement[] = [];
  /** Whether tags stand in its text; such elements have no children. */
  hasMarkup = false;
  /** Where its content ends in the source; set when it is closed. */
  end: number;
  readonly #source: string;

  constructor(name: string, tag = NO_TAG, parent: XmlElement | null = null, source = '') {
    this.name = name;
    this.tag = tag;
    this.parent = parent;
    this.#source = source;
    this.end = source.length;
  }

  /** Adds what another format says: an element with a text, and attributes. */
  add(name: string, text: unknown = '', said: JsonObject = {}): XmlElement {
    const attributes = new Map(Object.entries(said).map(([key, value]) => [key, textOf(value)]));
    const source = `<![CDATA[${textOf(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
    const child = new XmlElement(name, { ...NO_TAG, raw: name, attributes }, this, source);
    this.children.push(child);
    return child;
  }

  /** The value of the first attribute of these names that has one, `''` where none has. */
  attribute(...names: readonly string[]): string {
    return names.map((name) => this.tag.attributes.get(name)).find(Boolean) ?? '';
  }

  /** The nearest value of an attribute that is inherited: `xml:lang`. */
  inherited(name: string): string {
    return this.attribute(name) || (this.parent?.inherited(name) ?? '');
  }

  /** Its own text, with references resolved and sections opened, without tags. */
  text(): string {
    const source = this.#betweenChildren();
    if (!source.includes('<')) return decodeHTMLStrict(source);
    return source.replace(PIECES, (_piece, section?: string, _tag?: string, text?: string) => {
      return section ?? (text === undefined ? '' : decodeHTMLStrict(text));
    });
  }

  /** What stands between the children's tags. */
  #betweenChildren(): string {
    let from = this.tag.end;
    let text = '';
    for (const child of this.children) {
      text += this.#source.slice(from, child.tag.start);
      from = child.end;
    }
    return text + this.#source.slice(from, this.end);
  }

  /** Its content as markup: tags stay, sections are opened, references stay as they are, loose signs are references. */
  markup(): string {
    const source = this.#source.slice(this.tag.end, this.end);
    return source.replace(PIECES, (_piece, section?: string, tag?: string, text?: string) => {
      const open = tag === undefined ? '' : '<';
      return section ?? open + (tag?.slice(1) ?? text ?? '').replaceAll('<', '&lt;');
    });
  }

  /** The first value that a child has, of the first of these names of which one has any. */
  value<Value>(names: readonly string[], read: (child: XmlElement) => Value | null): Value | null {
    return firstValue(names, (name) => firstValue(this.all(name), read));
  }

  /** The first child of the first name that has one with content. */
  first(...names: readonly string[]): XmlElement | null {
    return this.value(names, (child) => (child.end > child.tag.end ? child : null));
  }

  /** Every child of these names, in the document's order. */
  all(...names: readonly string[]): readonly XmlElement[] {
    return this.children.filter((child) => names.includes(child.name));
  }
}
