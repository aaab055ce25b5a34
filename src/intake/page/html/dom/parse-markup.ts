// The text of a page → its tree: whole, without what is no markup of the page, and within bounds.
import { Parser } from 'htmlparser2';
import { NewsprintError } from '../../../../core/errors.ts';
import { wordSet } from '../../../../core/word-set.ts';
import { DomDocument, DomElement, DomText } from './nodes.ts';

/** What a head may hold; where anything else stands in one, the body begins (HTML, 13.2.6.4.4). */
const OF_HEAD = wordSet(
  'base basefont bgsound link meta title style script template noscript noframes',
);
/** Beside scripts that hold no data, elements of which nothing is shown as text. */
const UNSHOWN = wordSet('svg style template textarea noembed noframes');
const DATA_SCRIPT = /^\s*application\/(?:[\w.-]+\+)?json\s*$/i;
/** A drawing that is not closed ends before one of them (HTML, 13.2.6.5). */
const NO_DRAWING = wordSet(
  'body div p h1 h2 h3 h4 h5 h6 ul ol li dl table img span pre center blockquote',
);

/** Real pages keep to 40, and depth costs squared time. */
const DEEPEST = 100;
/** Elements that hold none, and stand at any depth. */
const LEAVES = wordSet('br hr img input source track wbr');
const MOST_ELEMENTS = 30_000;
/** Between elements, and at character references, at each of which the parser begins a text anew. */
const MOST_TEXTS = 80_000;
/** UTF-16 units of an attribute; a longer one is left out. */
const LONGEST_VALUE = 200_000;
const MOST_ATTRIBUTES = 200;

type Attributes = Record<string, string>;

/**
 * Parses a page or a fragment of one. Tags that HTML implies need not be there; what stands behind
 * the body, or before it and not in the head, is in the body (HTML, 13.2.6.4). Scripts but for data,
 * styles, drawings, templates, fields of text and comments are left out; what stands in elements
 * deeper than a hundred stands in that above them.
 * @throws NewsprintError `failed` for more than 30,000 elements, or 80,000 texts
 */
export function parseMarkup(html: string): DomDocument {
  const builder = new TreeBuilder();
  const parser = new Parser({
    onopentag: (name, attributes) => builder.open(name, bounded(attributes)),
    onclosetag: () => builder.close(),
    ontext: (text) => builder.text(text),
  });
  parser.end(html);
  return builder.document;
}

class TreeBuilder {
  readonly document = new DomDocument();
  /** Where the content of each element comes that is not closed yet, the outermost first. */
  readonly #open: DomElement[] = [];
  /** The place in it of the outermost drawing; -1 outside of one. */
  #drawing = -1;
  #elements = 0;
  #texts = 0;

  open(name: string, attributes: Attributes): void {
    this.#elements += 1;
    if (this.#elements > MOST_ELEMENTS) throw tooLarge(`${MOST_ELEMENTS} elements`);
    this.#open.push(this.#frame(name, attributes) ?? this.#put(name, attributes));
  }

  close(): void {
    this.#open.pop();
    if (this.#open.length <= this.#drawing) this.#drawing = -1;
  }

  text(text: string): void {
    this.#texts += 1;
    if (this.#texts > MOST_TEXTS) throw tooLarge(`${MOST_TEXTS} texts and references`);
    const isBlank = !/\S/.test(text);
    if (isBlank && this.#open.at(-1) === this.document.head) return;
    const holder = this.#holder('');
    const last = holder.lastChild;
    if (last instanceof DomText) last.data += text;
    else if (!isBlank || last !== null || this.#open.length > 1) holder.append(new DomText(text));
  }

  /** Where the content of an element of a page's frame comes: in the body it holds nothing of its own. */
  #frame(name: string, attributes: Attributes): DomElement | null {
    const { documentElement, head, body } = this.document;
    const part = [documentElement, head, body].find((one) => one.localName === name);
    if (part === undefined) return null;
    // Of two that are one the first has its say.
    for (const [key, value] of Object.entries(attributes))
      if (!part.hasAttribute(key)) part.setAttribute(key, value);
    return this.#open.includes(body) ? this.#holder(name) : part;
  }

  #put(name: string, attributes: Attributes): DomElement {
    if (NO_DRAWING.has(name)) this.#endDrawing();
    const holder = this.#holder(name);
    const element = new DomElement(name, attributes);
    if (name === 'svg' && this.#drawing === -1) this.#drawing = this.#open.length;
    // What stands in an element that is in no tree is left out with it.
    if (isUnshown(name, attributes)) return element;
    if (this.#open.length >= DEEPEST && !LEAVES.has(name)) return holder;
    holder.append(element);
    return element;
  }

  /** Where a text or an element of that name comes. */
  #holder(name: string): DomElement {
    const { documentElement, head, body } = this.document;
    if (this.#open.at(-1) === head && !OF_HEAD.has(name)) this.#open[this.#open.length - 1] = body;
    const innermost = this.#open.at(-1) ?? body;
    return innermost === documentElement ? body : innermost;
  }

  /** Goes on beside a drawing; text may stand in one as a foreign object. */
  #endDrawing(): void {
    const at = this.#drawing;
    const isIn = (one: DomElement): boolean => one.localName === 'foreignObject';
    if (at === -1 || this.#open.slice(at).some(isIn)) return;
    this.#open.fill(this.#open[at - 1] ?? this.document.body, at);
    this.#drawing = -1;
  }
}

function isUnshown(name: string, attributes: Attributes): boolean {
  if (name === 'script') return !DATA_SCRIPT.test(attributes['type'] ?? '');
  return UNSHOWN.has(name);
}

function bounded(attributes: Attributes): Attributes {
  const names = Object.keys(attributes);
  const isBound = (name: string): boolean => (attributes[name]?.length ?? 0) <= LONGEST_VALUE;
  if (names.length <= MOST_ATTRIBUTES && names.every(isBound)) return attributes;
  const kept = names.slice(0, MOST_ATTRIBUTES).filter(isBound);
  return Object.fromEntries(kept.map((name) => [name, attributes[name] ?? '']));
}

function tooLarge(most: string): NewsprintError {
  return new NewsprintError(`not an article: a page of more than ${most}`, { code: 'failed' });
}
