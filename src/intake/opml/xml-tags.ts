// A text's XML tags by place, read by sax, and what of XML's rules sax itself lets pass.
// Of the two readers of XML this one names every fault, for only what is sound is edited by place;
// feed/xml-tree.ts mends, for a feed is only read.
import sax, { type Attribute, type SAXParser } from 'sax';
import { looseAmpersand } from './mend-opml.ts';

/** What is not as XML has it. */
export interface XmlFault {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A start tag; all places are UTF-16 units of the text. */
export interface XmlTag {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** Values by name; of another namespace by `{namespace}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Namespaces by the prefixes that the tag itself declares. */
  readonly declared: ReadonlyMap<string, string>;
  /** 1-based. */
  readonly line: number;
  /** Of its `<`. */
  readonly start: number;
  /** After its `>`. */
  readonly openEnd: number;
}

/** Attributes of one tag, and what has more is read no further. */
const MOST_ATTRIBUTES = 1000;

class TooMuch extends Error {}

/** Called in the order of the text; what one throws ends the reading. */
export interface XmlHandlers {
  readonly open: (tag: XmlTag) => void;
  /** Of an end tag from its `<`; of `<x/>` both are its end. */
  readonly close: (closeStart: number, end: number) => void;
  readonly fault: (fault: XmlFault) => void;
}

/** Reads the tags; entities that the text defines itself are faults, and are never expanded. */
export function readXmlTags(text: string, { open, close, fault }: XmlHandlers): void {
  const parser = new sax.SAXParser(true, { strictEntities: true });
  const start = (): number => parser.startTagPosition - 1;
  let faults = 0;
  let attributes: Attribute[] = [];
  let scope: Scope | null = null;
  const scopes: (Scope | null)[] = [];
  let line = 1;
  let isEmpty = false;
  parser.onerror = ({ message }) => {
    faults += 1;
    parser.error = null;
    fault({ ...placeOf(parser), message: formatMessage(message, parser) });
  };
  /** Where sax has named a fault already, what follows from it need not be named. */
  const check = (message: string | null): void => {
    if (faults > 0 || message === null) return;
    faults += 1;
    fault({ ...placeIn(text, start()), message });
  };
  parser.onopentagstart = () => {
    attributes = [];
    line = parser.line + 1;
  };
  parser.onattribute = (attribute) => {
    attributes.push(attribute);
    // sax asks this object for its own method of that name.
    if (attribute.name === 'hasOwnProperty') delete parser.tag.attributes[attribute.name];
    if (attributes.length === MOST_ATTRIBUTES) throw new TooMuch();
  };
  parser.onopentag = ({ name, isSelfClosing }) => {
    const openEnd = parser.position;
    const declared = declaredIn(attributes);
    scopes.push(scope);
    scope = declared.size === 0 ? scope : { declared, outer: scope };
    const named = attributes.map((one) => [expand(one.name, scope), one.value] as const);
    const values = new Map(named.map(([key, value]) => [key ?? '', oneLine(value)] as const));
    check(startTagFault(text.slice(start(), openEnd), attributes.length));
    check(values.size < attributes.length ? 'duplicate attribute' : null);
    const isBound = expand(name, scope) !== null && named.every(([key]) => key !== null);
    check(isBound ? null : 'unbound namespace prefix');
    isEmpty = isSelfClosing;
    const local = name.slice(name.indexOf(':') + 1);
    open({ name, local, attributes: values, declared, line, start: start(), openEnd });
  };
  parser.onclosetag = () => {
    const end = parser.position;
    const from = isEmpty ? end : start();
    check(isEmpty ? null : endTagFault(text.slice(from, end)));
    isEmpty = false;
    scope = scopes.pop() ?? null;
    close(from, end);
  };
  parser.ontext = ({ length }) => check(textFault(text.slice(start() - length, start())));
  parser.onopencdata = () => {
    const isWritten = text.slice(start(), parser.position) === '<![CDATA[';
    check(isWritten && parser.tags.length > 0 ? null : 'malformed or misplaced CDATA');
  };
  parser.onsgmldeclaration = () => check('no declaration of XML');
  parser.onprocessinginstruction = ({ name }) => {
    const isMisplaced = name.toLowerCase() === 'xml' && start() !== 0;
    check(isMisplaced ? 'an XML declaration that is not at the beginning' : null);
  };
  const control = text.search(FORBIDDEN);
  if (control !== -1) fault({ ...placeIn(text, control), message: 'a disallowed character' });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    fault({ ...placeIn(text, start()), message: `${MOST_ATTRIBUTES} attributes in one tag` });
  }
}

/** No characters of XML 1.0 (2.2). */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

function placeIn(text: string, place: number): Pick<XmlFault, 'line' | 'column'> {
  const before = text.slice(0, place).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Of the character that is read; at the end of the text, of what is missing after it. */
function placeOf({ line, column, c }: SAXParser): Pick<XmlFault, 'line' | 'column'> {
  return { line: line + 1, column: Math.max(1, c === '' ? column + 1 : column) };
}

/** sax says `What is wrong.`, then where, and maybe what the text has there. */
function formatMessage(message: string, { tags }: SAXParser): string {
  const [first = ''] = message.split('\n');
  if (first === 'Unclosed root tag') return `unclosed tag: ${tags.at(-1)?.name ?? ''}`;
  if (first === 'Invalid character entity') return 'undefined entity';
  if (first === 'Invalid character in entity name') return "a loose '&': it is written &amp;";
  return first.charAt(0).toLowerCase() + first.slice(1).replace(/\.$/, '');
}

/** XML 1.0, 3.1: sax takes `< x>`, a `<` in a value, and forgets what stands there twice. */
const START_TAG = /^<[^\s/>="'<]+(?:\s+[^\s/>="'<]+\s*=\s*(?:"[^<"]*"|'[^<']*'))*\s*\/?>$/;
const ATTRIBUTE = /\s[^\s/>="'<]+\s*=\s*(?:"[^<"]*"|'[^<']*')/g;

function startTagFault(written: string, attributes: number): string | null {
  if (!START_TAG.test(written)) return 'malformed start tag';
  if ((written.match(ATTRIBUTE) ?? []).length > attributes) return 'duplicate attribute';
  // sax takes `&AMP;`.
  return looseAmpersand(written) === -1 ? null : 'undefined entity';
}

/** sax takes `]]>` in a text (XML 1.0, 2.4). */
function textFault(written: string): string | null {
  return written.includes(']]>') ? "a loose ']]>'" : null;
}

/** sax takes `</ x>`. */
function endTagFault(written: string): string | null {
  return /^<\/[^\s>]+\s*>$/.test(written) ? null : 'malformed end tag';
}

const LINE_BREAK = /\r\n?|[\t\n]/g;

/** Breaks of lines in a value are blanks (XML 1.0, 3.3.3). */
function oneLine(value: string): string {
  return value.replace(LINE_BREAK, ' ');
}

/** Namespaces that hold at a place: sax's own way to find them takes the square of the time. */
interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly outer: Scope | null;
}

/** The prefixes that need no declaration. */
export const XML_NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
]);

/** `{namespace}name` for a name with a prefix; `null` where that is not declared. */
function expand(name: string, scope: Scope | null): string | null {
  const [prefix = '', local] = name.split(':', 2);
  if (local === undefined) return name === 'xmlns' ? `{${XML_NAMESPACES.get(name)}}xmlns` : name;
  for (let at = scope; at !== null; at = at.outer) {
    const found = at.declared.get(prefix);
    if (found !== undefined) return `{${found}}${local}`;
  }
  const known = XML_NAMESPACES.get(prefix);
  return known === undefined ? null : `{${known}}${local}`;
}

/** By prefix; the empty one is that of elements without. */
function declaredIn(attributes: readonly Attribute[]): ReadonlyMap<string, string> {
  const declaring = attributes.filter(({ name }) => /^xmlns(?::|$)/.test(name));
  return new Map(declaring.map(({ name, value }) => [name.slice(6), value] as const));
}
