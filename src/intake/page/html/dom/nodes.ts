// The tree of a page: the few members of the DOM that its readers and turndown use.

/** What elements and texts have in common: a place among siblings (DOM Standard, 4.2 and 4.4). */
abstract class PlacedNode {
  parentElement: DomElement | null = null;
  previousSibling: DomNode | null = null;
  nextSibling: DomNode | null = null;

  abstract textContent: string;

  get parentNode(): DomElement | null {
    return this.parentElement;
  }

  get previousElementSibling(): DomElement | null {
    let at = this.previousSibling;
    while (at !== null && !isElement(at)) at = at.previousSibling;
    return at;
  }

  get nextElementSibling(): DomElement | null {
    let at = this.nextSibling;
    while (at !== null && !isElement(at)) at = at.nextSibling;
    return at;
  }

  /** Puts nodes, from wherever they stand, before this one; nowhere where it stands in nothing. */
  before(this: DomNode, ...nodes: readonly DomNode[]): void {
    for (const node of nodes) this.parentElement?.insert(node, this);
  }

  /** The same, behind it. */
  after(this: DomNode, ...nodes: readonly DomNode[]): void {
    for (const node of nodes.toReversed()) this.parentElement?.insert(node, this.nextSibling);
  }

  replaceWith(this: DomNode, ...nodes: readonly DomNode[]): void {
    this.before(...nodes);
    if (!nodes.includes(this)) this.remove();
  }

  remove(this: DomNode): void {
    const { parentElement: parent, previousSibling: before, nextSibling: after } = this;
    if (parent === null) return;
    if (before === null) parent.firstChild = after;
    else before.nextSibling = after;
    if (after === null) parent.lastChild = before;
    else after.previousSibling = before;
    this.parentElement = null;
    this.previousSibling = null;
    this.nextSibling = null;
  }
}

export class DomText extends PlacedNode {
  readonly nodeType = 3;
  readonly nodeName = '#text';
  data: string;

  constructor(data: string) {
    super();
    this.data = data;
  }

  get nodeValue(): string {
    return this.data;
  }

  get textContent(): string {
    return this.data;
  }

  set textContent(text: string) {
    this.data = text;
  }

  cloneNode(): DomText {
    return new DomText(this.data);
  }
}

export type DomNode = DomElement | DomText;

export class DomElement extends PlacedNode {
  readonly nodeType = 1;
  readonly localName: string;
  firstChild: DomNode | null = null;
  lastChild: DomNode | null = null;
  readonly #attributes: Record<string, string>;

  /** @param localName of the element and its attributes, in lower case */
  constructor(localName: string, attributes: Record<string, string> = {}) {
    super();
    this.localName = localName;
    this.#attributes = attributes;
  }

  get nodeName(): string {
    return this.localName.toUpperCase();
  }

  get childNodes(): DomNode[] {
    const nodes: DomNode[] = [];
    for (let at = this.firstChild; at !== null; at = at.nextSibling) nodes.push(at);
    return nodes;
  }

  get children(): DomElement[] {
    return this.childNodes.filter(isElement);
  }

  get firstElementChild(): DomElement | null {
    const first = this.firstChild;
    return first === null || isElement(first) ? first : first.nextElementSibling;
  }

  get lastElementChild(): DomElement | null {
    const last = this.lastChild;
    return last === null || isElement(last) ? last : last.previousElementSibling;
  }

  get textContent(): string {
    let text = '';
    for (let at = nextNode(this, this); at !== null; at = nextNode(at, this))
      if (!isElement(at)) text += at.data;
    return text;
  }

  set textContent(text: string) {
    for (const node of this.childNodes) node.remove();
    if (text !== '') this.append(new DomText(text));
  }

  getAttribute(name: string): string | null {
    return this.#attributes[name] ?? null;
  }

  getAttributeNames(): readonly string[] {
    return Object.keys(this.#attributes);
  }

  setAttribute(name: string, value: string): void {
    this.#attributes[name] = value;
  }

  hasAttribute(name: string): boolean {
    return this.#attributes[name] !== undefined;
  }

  /** Every descendant of a name. */
  getElementsByTagName(name: string): readonly DomElement[] {
    const found: DomElement[] = [];
    const wanted = name.toLowerCase();
    for (let at = nextNode(this, this); at !== null; at = nextNode(at, this))
      if (isElement(at) && at.localName === wanted) found.push(at);
    return found;
  }

  /** Whether a node is the element or stands in it. */
  contains(node: DomNode): boolean {
    let at: DomNode | null = node;
    while (at !== null && at !== this) at = at.parentElement;
    return at !== null;
  }

  /** Puts a node before a child, last for `null`. */
  insert(node: DomNode, next: DomNode | null): void {
    if (node === next) return;
    node.remove();
    const previous = next === null ? this.lastChild : next.previousSibling;
    node.parentElement = this;
    node.previousSibling = previous;
    node.nextSibling = next;
    if (previous === null) this.firstChild = node;
    else previous.nextSibling = node;
    if (next === null) this.lastChild = node;
    else next.previousSibling = node;
  }

  append(...nodes: readonly DomNode[]): void {
    for (const node of nodes) this.insert(node, null);
  }

  prepend(...nodes: readonly DomNode[]): void {
    for (const node of nodes.toReversed()) this.insert(node, this.firstChild);
  }

  removeChild(node: DomNode): void {
    node.remove();
  }

  /** Makes one text of those that stand beside each other. */
  normalize(): void {
    for (let at = nextNode(this, this); at !== null; at = nextNode(at, this)) {
      if (isElement(at)) continue;
      for (let next = at.nextSibling; next !== null && !isElement(next); next = at.nextSibling) {
        at.data += next.data;
        next.remove();
      }
    }
  }

  cloneNode(isDeep: boolean): DomElement {
    const clone = new DomElement(this.localName, { ...this.#attributes });
    if (isDeep) clone.append(...this.childNodes.map((node) => node.cloneNode(true)));
    return clone;
  }
}

/** A page: `head` and `body` are in `documentElement`, whether its markup says so or not. */
export class DomDocument {
  readonly documentElement = new DomElement('html');
  readonly head = new DomElement('head');
  readonly body = new DomElement('body');

  constructor() {
    this.documentElement.append(this.head, this.body);
  }
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}

export function isText(node: DomNode): node is DomText {
  return node.nodeType === 3;
}

/** The next node in document order, inside a root. */
export function nextNode(node: DomNode, root: DomElement): DomNode | null {
  return (isElement(node) ? node.firstChild : null) ?? nextBehind(node, root);
}

/** The same, that is no descendant. */
export function nextBehind(node: DomNode, root: DomElement): DomNode | null {
  let at: DomNode | null = node;
  while (at !== null && at !== root) {
    if (at.nextSibling !== null) return at.nextSibling;
    at = at.parentElement;
  }
  return null;
}
