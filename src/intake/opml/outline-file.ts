// An OPML file as it stands: its outlines, and where in the text each begins and ends.
import { readXmlTags, type XmlFault, type XmlTag } from './xml-tags.ts';

/** The namespace of what this program alone says of a feed. */
export const OWN_NAMESPACE = 'urn:newsprint:opml';

/** An element of the file. */
export interface OpmlElement extends Omit<XmlTag, 'local'> {
  readonly parent: OpmlElement | null;
  readonly children: readonly OpmlElement[];
  /** Of the `<` of its end tag; for `<x/>` that is `openEnd`. */
  readonly closeStart: number;
  /** After its last `>`. */
  readonly end: number;
}

/** What is not as XML has it, or no feed. */
export type OpmlFault = XmlFault;

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
/** Elements within elements; deeper ones are not read: the parser's time grows with the square. */
const DEEPEST = 200;

type Growing = { -readonly [Key in keyof OpmlElement]: OpmlElement[Key] } & {
  children: OpmlElement[];
};

/** Reads the elements of a file; of one that is not well-formed, as many as can be told. */
export function parseOpml(text: string): OpmlFile {
  const faults: OpmlFault[] = [];
  const outlines: OpmlElement[] = [];
  const open: Growing[] = [];
  const enough = Symbol('enough');
  let root: OpmlElement | null = null;
  const fault = (found: OpmlFault): void => {
    faults.push(found);
    if (faults.length === MOST_FAULTS) throw enough;
  };
  const openTag = (tag: XmlTag): void => {
    const { line, local } = tag;
    if (open.length === DEEPEST) {
      faults.push({ line, column: 1, message: `more than ${DEEPEST} elements within each other` });
      throw enough;
    }
    const parent = open.at(-1) ?? null;
    if (parent === null && root !== null) {
      fault({ line, column: 1, message: 'a second root element' });
    }
    const element = newElement(tag, parent);
    parent?.children.push(element);
    root ??= element;
    if (local === 'outline') outlines.push(element);
    open.push(element);
  };
  const closeTag = (closeStart: number, end: number): void => {
    const element = open.pop();
    if (element !== undefined) Object.assign(element, { closeStart, end });
  };
  try {
    readXmlTags(text, { open: openTag, close: closeTag, fault });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return { text, root, outlines, faults: root === null ? [...faults, NO_ROOT] : faults };
}

const NO_ROOT: OpmlFault = { line: 1, column: 1, message: 'there is no element in it' };

/** One that is never closed ends with its start tag. */
function newElement({ local: _, ...tag }: XmlTag, parent: OpmlElement | null): Growing {
  return { ...tag, parent, children: [], closeStart: tag.openEnd, end: tag.openEnd };
}
