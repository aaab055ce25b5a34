// An OPML file as it stands: its outlines, and where in the text each begins and ends.
import { attributesIn, brokenRule, type XmlPiece, xmlPieces } from './xml-pieces.ts';

/** The namespace of what this program alone says of a feed. */
export const OWN_NAMESPACE = 'urn:newsprint:opml';

/** The prefixes that need no declaration. */
export const XML_NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
]);

/** An element of the file; all places are UTF-16 units of the text. */
export interface OpmlElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  /** Values by name; of another namespace by `{namespace}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Namespaces by the prefixes that the tag itself declares; the empty one is of names without. */
  readonly declared: ReadonlyMap<string, string>;
  /** 1-based. */
  readonly line: number;
  readonly parent: OpmlElement | null;
  readonly children: readonly OpmlElement[];
  /** Of the `<` of its start tag. */
  readonly start: number;
  /** After the `>` of its start tag. */
  readonly openEnd: number;
  /** Of the `<` of its end tag; for `<x/>` that is `openEnd`. */
  readonly closeStart: number;
  /** After its last `>`. */
  readonly end: number;
}

/** What is not as XML has it, or no feed. */
export interface OpmlFault {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What an element or an attribute is called, without its prefix. */
export function localName({ name }: Pick<OpmlElement, 'name'>): string {
  return name.replace(/^.*:/, '');
}

/** The file. */
export interface OpmlFile {
  readonly text: string;
  readonly root: OpmlElement | null;
  /** Of the elements named `outline`, in the order of the text. */
  readonly outlines: readonly OpmlElement[];
  /** Empty where the text is well-formed: then only may it be changed. */
  readonly faults: readonly OpmlFault[];
}

/** Faults after which the text is read no further. */
const MOST_FAULTS = 200;
/** Elements within elements; deeper ones are not read. */
const DEEPEST = 200;

type Growing = { -readonly [Key in keyof OpmlElement]: OpmlElement[Key] } & {
  children: OpmlElement[];
};
type Place = Pick<OpmlFault, 'line' | 'column'>;

/** Reads the elements of a file; of one that is not well-formed, as many as can be told. */
export function parseOpml(text: string): OpmlFile {
  const reader = new OutlineReader();
  for (const piece of xmlPieces(text)) if (!reader.take(piece)) break;
  return { text, ...reader.end() };
}

/** Puts the pieces of a file together. */
class OutlineReader {
  readonly #faults: OpmlFault[] = [];
  readonly #outlines: OpmlElement[] = [];
  readonly #open: Growing[] = [];
  #root: OpmlElement | null = null;
  #place: Place = { line: 1, column: 1 };
  #isOver = false;

  /** @returns whether the text is to be read on */
  take(piece: XmlPiece): boolean {
    const { kind, text } = piece;
    const broken = brokenRule(piece);
    if (broken !== null) this.#fault(broken.message, placeAfter(this.#place, text, broken.at));
    const misplaced = this.#misplaced(piece);
    if (misplaced !== null) this.#fault(misplaced);
    if (kind === 'tag' && text.startsWith('</')) this.#close(piece);
    else if (kind === 'tag') this.#openElement(piece);
    this.#isOver ||= kind === 'flood' || this.#faults.length >= MOST_FAULTS;
    if (!this.#isOver) this.#place = placeAfter(this.#place, text);
    return !this.#isOver;
  }

  end(): Omit<OpmlFile, 'text'> {
    const left = this.#open.at(-1);
    if (left !== undefined && !this.#isOver) this.#fault(`unclosed tag: ${left.name}`);
    if (this.#root === null) this.#fault('there is no element in it', { line: 1, column: 1 });
    return { root: this.#root, outlines: this.#outlines, faults: this.#faults };
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

  #openElement(piece: XmlPiece): void {
    const { text } = piece;
    if (this.#open.length === DEEPEST) {
      this.#isOver = true;
      this.#fault(`more than ${DEEPEST} elements within each other`);
      return;
    }
    const parent = this.#open.at(-1) ?? null;
    if (parent === null && this.#root !== null) this.#fault('a second root element');
    const attributes = attributesIn(text);
    const element = newElement(piece, this.#place.line, parent, attributes);
    const names = attributes.map(([name]) => expand(name, element));
    if (new Set(names).size < names.length) this.#fault('duplicate attribute');
    if ([...names, expand(element.name, element)].includes(null)) {
      this.#fault('unbound namespace prefix');
    }
    parent?.children.push(element);
    this.#root ??= element;
    if (localName(element) === 'outline') this.#outlines.push(element);
    if (!text.endsWith('/>')) this.#open.push(element);
  }

  #close({ text, start }: XmlPiece): void {
    const name = nameIn(text);
    const at = this.#open.findLastIndex((element) => element.name === name);
    if (at === -1) this.#fault(`an end tag of nothing: ${name}`);
    const [element, ...inner] = at === -1 ? [] : this.#open.splice(at);
    for (const left of inner.reverse()) this.#fault(`unclosed tag: ${left.name}`);
    if (element !== undefined) {
      Object.assign(element, { closeStart: start, end: start + text.length });
    }
  }
}

/** The place behind what begins at a place. @param end of it, in UTF-16 units */
function placeAfter({ line, column }: Place, text: string, end = text.length): Place {
  const [first = '', ...others] = text.slice(0, end).split('\n');
  const last = others.at(-1);
  if (last === undefined) return { line, column: column + first.length };
  return { line: line + others.length, column: last.length + 1 };
}

function nameIn(tag: string): string {
  return /[^\s/>="'<]+/.exec(tag)?.[0] ?? '';
}

/** One that is never closed ends with its start tag. */
function newElement(
  { text, start }: XmlPiece,
  line: number,
  parent: Growing | null,
  pairs: ReturnType<typeof attributesIn>,
): Growing {
  const openEnd = start + text.length;
  const declaring = pairs.filter(([name]) => /^xmlns(?::|$)/.test(name));
  const element = {
    ...{ name: nameIn(text), line, parent, children: [], attributes: new Map<string, string>() },
    ...{ start, openEnd, closeStart: openEnd, end: openEnd },
    declared: new Map(declaring.map(([name, value]) => [name.slice(6), value] as const)),
  };
  for (const [name, value] of pairs) element.attributes.set(expand(name, element) ?? '', value);
  return element;
}

/** `{namespace}name` for a name with a prefix; `null` where that is not declared. */
function expand(name: string, element: OpmlElement): string | null {
  const [prefix = '', local] = name === 'xmlns' ? [name, name] : name.split(':', 2);
  if (local === undefined) return name;
  const namespace = prefixesAt(element).get(prefix);
  return namespace === undefined ? null : `{${namespace}}${local}`;
}

/** The namespaces that hold in an element, by prefix. */
export function prefixesAt(element: OpmlElement | null): ReadonlyMap<string, string> {
  if (element === null) return XML_NAMESPACES;
  const outer = prefixesAt(element.parent);
  return element.declared.size === 0 ? outer : new Map([...outer, ...element.declared]);
}
