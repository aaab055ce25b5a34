// An OPML file as it stands: its outlines, and where in the text each begins and ends.

import { SaxesParser, type SaxesTagNS } from 'saxes';

/** The namespace of what this program alone says of a feed. */
export const OWN_NAMESPACE = 'urn:newsprint:opml';

/** An element of the file; all places are UTF-16 units of its text. */
export interface OpmlElement {
  /** As it is written, with its prefix. */
  readonly name: string;
  /** Values by name; of another namespace by `{namespace}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Namespaces by the prefixes that the element itself declares. */
  readonly declared: ReadonlyMap<string, string>;
  readonly parent: OpmlElement | null;
  readonly children: readonly OpmlElement[];
  /** 1-based. */
  readonly line: number;
  /** Of its `<`. */
  readonly start: number;
  /** After the `>` of its start tag. */
  readonly openEnd: number;
  /** Of the `<` of its end tag; for `<x/>` that is `openEnd`. */
  readonly closeStart: number;
  /** After its last `>`. */
  readonly end: number;
}

/** What is not as XML has it. */
export interface OpmlFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
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
/** Elements within elements; what is deeper is not read: the parser's time grows with the square. */
const DEEPEST = 200;

type Growing = { -readonly [Key in keyof OpmlElement]: OpmlElement[Key] } & {
  children: OpmlElement[];
};

/**
 * Reads the elements of a file; of one that is not well-formed, as many as can be told.
 * Entities that it defines itself are faults: they are never expanded.
 */
export function parseOpml(text: string): OpmlFile {
  const faults: OpmlFault[] = [];
  const outlines: OpmlElement[] = [];
  const open: Growing[] = [];
  const enough = Symbol('enough');
  let root: OpmlElement | null = null;
  let start = 0;
  let line = 1;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => {
    faults.push(parseFault(message));
    if (faults.length === MOST_FAULTS) throw enough;
  });
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
    line = parser.line;
  });
  parser.on('opentag', (tag) => {
    if (open.length === DEEPEST) {
      faults.push({ line, column: 1, message: `more than ${DEEPEST} elements within each other` });
      throw enough;
    }
    const parent = open.at(-1) ?? null;
    const element = newElement(tag, { parent, line, start, openEnd: parser.position });
    parent?.children.push(element);
    root ??= element;
    if (tag.local === 'outline') outlines.push(element);
    open.push(element);
  });
  parser.on('closetag', (tag) => {
    const element = open.pop();
    if (element === undefined) return;
    element.end = parser.position;
    element.closeStart = tag.isSelfClosing
      ? element.openEnd
      : text.lastIndexOf('</', parser.position - 1);
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error !== enough) throw error;
  }
  return { text, root, outlines, faults };
}

type Known = Pick<OpmlElement, 'parent' | 'line' | 'start' | 'openEnd'>;

/** One that is never closed ends with its start tag. */
function newElement(tag: SaxesTagNS, known: Known): Growing {
  const attributes = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    attributes.set(uri === '' ? local : `{${uri}}${local}`, value);
  }
  const declared = new Map(Object.entries(tag.ns));
  const { openEnd } = known;
  return {
    ...known,
    ...{ name: tag.name, attributes, declared },
    ...{ children: [], closeStart: openEnd, end: openEnd },
  };
}

/** The parser says `4:12: what is wrong.`, the column from 0. */
function parseFault(message: string): OpmlFault {
  const [, line = '1', column = '0', rest = message] =
    /^(\d+):(\d+): (.*?)\.?$/s.exec(message) ?? [];
  return { line: Number(line), column: Number(column) + 1, message: rest };
}
