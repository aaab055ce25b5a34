// An OPML file as a lossless tree: its elements, and all text between them.
import { countOf } from '../../core/count.ts';
import type { Fault } from '../../core/errors.ts';
import { attributePairs, brokenRule, type XmlPiece, xmlPieces } from './xml-pieces.ts';

/** The namespace of this program's own attributes. */
export const OWN_NAMESPACE = 'urn:newsprint:opml';

/** The prefixes that need no declaration. */
export const XML_NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
]);

/** The content of an element, or of the file. */
export interface OpmlContent {
  readonly nodes: readonly OpmlNode[];
  /** The white space after them. */
  readonly rest: string;
}

/** An element, a comment, or other text up to the next of these. */
export interface OpmlNode {
  /** The white space before it. */
  readonly gap: string;
  /** As it is written; an element's start tag. */
  readonly text: string;
  readonly element: OpmlElement | null;
}

export interface OpmlElement extends OpmlContent {
  /** As it is written, with its prefix. */
  readonly name: string;
  /** Values by name, in another namespace by `{namespace}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Namespaces that the tag declares, by prefix; the empty prefix is the default. */
  readonly declared: ReadonlyMap<string, string>;
  /** 1-based. */
  readonly line: number;
  readonly parent: OpmlElement | null;
  /** Its end tag; empty for `<x/>`. */
  readonly close: string;
}

export interface OpmlFile extends OpmlContent {
  readonly text: string;
  readonly root: OpmlElement | null;
  /** Elements named `outline`, in the order of the text. */
  readonly outlines: readonly OpmlElement[];
  /** Empty for a well-formed text; no other may be changed. */
  readonly faults: readonly Fault[];
}

/** The name without its prefix. */
export function localName({ name }: Pick<OpmlElement, 'name'>): string {
  return name.replace(/^.*:/, '');
}

/** Most faults, after which reading stops. */
const MOST_FAULTS = 200;
/** Elements within elements; deeper ones are not read. */
const DEEPEST = 200;

interface Growing extends OpmlContent {
  readonly nodes: OpmlNode[];
  /** The text since the last node. */
  rest: string;
}
type GrowingElement = Omit<OpmlElement, keyof Growing | 'close'> & Growing & { close: string };
/** What tells a prefix's namespace. */
type Scope = Pick<OpmlElement, 'declared' | 'parent'>;
type Place = Required<Pick<Fault, 'line' | 'column'>>;

/** Reads the elements of a file, as far as possible of one that is not well-formed. */
export function parseOpml(text: string): OpmlFile {
  return { text, ...new OutlineReader().run(text) };
}

class OutlineReader {
  readonly #faults: Fault[] = [];
  readonly #outlines: OpmlElement[] = [];
  readonly #open: GrowingElement[] = [];
  readonly #file: Growing = { nodes: [], rest: '' };
  #root: OpmlElement | null = null;
  #place: Place = { line: 1, column: 1 };
  #isOver = false;

  run(text: string): Omit<OpmlFile, 'text'> {
    for (const piece of xmlPieces(text)) {
      this.#take(piece);
      this.#isOver ||= piece.kind === 'flood' || this.#faults.length >= MOST_FAULTS;
      if (this.#isOver) break;
      this.#place = placeAfter(this.#place, piece.text);
    }
    const left = this.#open.at(-1);
    if (left !== undefined && !this.#isOver) this.#fault(`unclosed tag: ${left.name}`);
    if (this.#root === null) this.#fault('there is no element in it', { line: 1, column: 1 });
    endWords(this.#file);
    return { ...this.#file, root: this.#root, outlines: this.#outlines, faults: this.#faults };
  }

  #take(piece: XmlPiece): void {
    const { kind, text } = piece;
    const broken = brokenRule(piece);
    if (broken !== null) this.#fault(broken.message, placeAfter(this.#place, text, broken.at));
    const misplaced = this.#misplaced(piece);
    if (misplaced !== null) this.#fault(misplaced);
    if (kind === 'comment') this.#put(text, null);
    else if (kind !== 'tag') this.#top.rest += text;
    else if (text.startsWith('</')) this.#close(text);
    else this.#openElement(text);
  }

  get #top(): Growing {
    return this.#open.at(-1) ?? this.#file;
  }

  #put(text: string, element: OpmlElement | null): void {
    const { nodes } = this.#top;
    endWords(this.#top);
    nodes.push({ gap: this.#top.rest, text, element });
    this.#top.rest = '';
  }

  #fault(message: string, place = this.#place): void {
    this.#faults.push({ ...place, message });
  }

  #misplaced({ kind, text, start }: XmlPiece): string | null {
    if (kind === 'doctype') return this.#root === null ? null : 'a misplaced document type';
    if (kind === 'instruction' && start > 0 && /^<\?xml\s/i.test(text)) {
      return 'an XML declaration that is not at the beginning';
    }
    const isWords = kind === 'section' || (kind === 'text' && text.trim() !== '');
    return isWords && this.#open.length === 0 ? 'words outside of the root element' : null;
  }

  #openElement(tag: string): void {
    if (this.#open.length === DEEPEST) {
      this.#isOver = true;
      this.#fault(`more than ${DEEPEST} elements within each other`);
      return;
    }
    const parent = this.#open.at(-1) ?? null;
    if (parent === null && this.#root !== null) this.#fault('a second root element');
    const pairs = attributePairs(tag);
    const declaring = pairs.filter(([name]) => /^xmlns(?::|$)/.test(name));
    const declared = new Map(declaring.map(([name, value]) => [name.slice(6), value] as const));
    const names = pairs.map(([name]) => expand(name, { declared, parent }));
    const attributes = new Map(pairs.map(([, value], at) => [names[at] ?? '', value] as const));
    const { line } = this.#place;
    const name = nameIn(tag);
    const element = { name, attributes, line, parent, declared, nodes: [], rest: '', close: '' };
    if (new Set(names).size < names.length) this.#fault('duplicate attribute');
    if ([...names, expand(name, element)].includes(null)) this.#fault('unbound namespace prefix');
    this.#put(tag, element);
    this.#root ??= element;
    if (localName(element) === 'outline') this.#outlines.push(element);
    if (!tag.endsWith('/>')) this.#open.push(element);
  }

  #close(tag: string): void {
    const name = nameIn(tag);
    const at = this.#open.findLastIndex((element) => element.name === name);
    if (at === -1) this.#fault(`an end tag of nothing: ${name}`);
    const [element, ...inner] = at === -1 ? [] : this.#open.splice(at);
    for (const left of inner.reverse()) this.#fault(`unclosed tag: ${left.name}`);
    if (element === undefined) return;
    endWords(element);
    element.close = tag;
  }
}

/** Makes a node of the text since the last one, unless it is white space. */
function endWords(content: Growing): void {
  const { rest } = content;
  const text = rest.trim();
  if (text === '') return;
  const start = rest.indexOf(text);
  content.nodes.push({ gap: rest.slice(0, start), text, element: null });
  content.rest = rest.slice(start + text.length);
}

/** The place after a text that begins at a place. @param end of the text, in UTF-16 units */
function placeAfter({ line, column }: Place, text: string, end = text.length): Place {
  const before = text.slice(0, end);
  const breaks = countOf(before, '\n');
  if (breaks === 0) return { line, column: column + end };
  return { line: line + breaks, column: end - before.lastIndexOf('\n') };
}

function nameIn(tag: string): string {
  return /[^\s/>="'<]+/.exec(tag)?.[0] ?? '';
}

/** `{namespace}name` for a name with a prefix; `null` for an undeclared one. */
function expand(name: string, element: Scope): string | null {
  const [prefix = '', local] = name === 'xmlns' ? [name, name] : name.split(':', 2);
  if (local === undefined) return name;
  const namespace = namespaceOf(prefix, element);
  return namespace === undefined ? null : `{${namespace}}${local}`;
}

function namespaceOf(prefix: string, element: Scope | null): string | undefined {
  if (element === null) return XML_NAMESPACES.get(prefix);
  return element.declared.get(prefix) ?? namespaceOf(prefix, element.parent);
}

/** The namespaces that hold in an element, by prefix. */
export function prefixesAt(element: OpmlElement | null): ReadonlyMap<string, string> {
  if (element === null) return XML_NAMESPACES;
  const outer = prefixesAt(element.parent);
  return element.declared.size === 0 ? outer : new Map([...outer, ...element.declared]);
}

/**
 * The text of a well-formed file, or of a part of it.
 * @param tagOf the start tag of an element; `null` drops both of its tags, with their lines
 */
export function formatOpml(
  { nodes, rest }: OpmlContent,
  tagOf: (element: OpmlElement, tag: string) => string | null,
): string {
  const texts = nodes.map(({ gap, text, element }) => {
    if (element === null) return gap + text;
    const tag = tagOf(element, text);
    if (tag !== null) return gap + tag + formatOpml(element, tagOf) + element.close;
    return withoutLine(gap) + formatOpml({ ...element, rest: withoutLine(element.rest) }, tagOf);
  });
  return texts.join('') + rest;
}

function withoutLine(gap: string): string {
  return gap.replace(/\r?\n[ \t]*$/, '');
}
