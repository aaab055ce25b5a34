// Bold type and italics: marks that Markdown takes for marks, around words and nothing else.
import { wordSet } from '../../../../core/word-set.ts';
import { INLINE, walk } from '../dom/dom.ts';
import { type DomElement, type DomNode, DomText, isElement } from '../dom/nodes.ts';
import { closest, selectAll } from '../dom/select.ts';

const SIGNS: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', i: '*' };
export const MARKED = ['strong', 'b', 'em', 'i'] as const;
const MARKS = MARKED.join(',');
/** Elements without words beside a mark that are looked over. */
const MOST_NEIGHBOURS = 20;
/** What Markdown writes with a sign at each end. */
const SIGNED = wordSet('a code del q s strike');

/** Joins marks of a kind that stand side by side, and takes out of marks what may not be at their edges. */
export function settleMarks(body: DomElement): void {
  for (const mark of selectAll(body, MARKS)) joinNext(mark);
  for (const mark of selectAll(body, MARKS).reverse()) {
    const isMark = EDGES.map((edge) => freeEdge(mark, edge)).every(Boolean);
    if (!isMark || isPartOfWord(mark)) mark.replaceWith(...mark.childNodes);
  }
}

function joinNext(mark: DomElement): void {
  for (let next = mark.nextSibling; next !== null && isElement(next); next = mark.nextSibling) {
    if (signOf(next) !== signOf(mark)) return;
    mark.append(...next.childNodes);
    next.remove();
  }
}

function signOf(element: DomElement): string | undefined {
  return SIGNS[element.localName];
}

/** Whether a mark in another touches a letter: marked 18 takes the one around `**A *b*c d**` for none. */
function isPartOfWord(mark: DomElement): boolean {
  const isInside = closest(mark.parentElement, MARKS) !== null;
  const touches = ({ letter, neighbour }: Edge) => letter.test(neighbour(mark)?.textContent ?? '');
  return isInside && EDGES.some(touches);
}

/** An end of a mark. */
interface Edge {
  /** Of the text beside it. */
  readonly letter: RegExp;
  /** Of a text that begins or ends there: what may not be there, and beside a letter. */
  readonly out: RegExp;
  readonly outBesideLetter: RegExp;
  neighbour(node: DomNode): DomNode | null;
  /** What a mark holds, from this end of it. */
  fromHere(leaves: readonly DomNode[]): readonly DomNode[];
  put(node: DomNode, mark: DomElement): void;
  without(text: string, length: number): string;
}

const EDGES: readonly Edge[] = [
  {
    letter: /[^\s\p{P}\p{S}]$/u,
    out: /^\s+/u,
    outBesideLetter: /^(?:\s+|[\p{P}\p{S}]+\s*)/u,
    neighbour: (node) => node.previousSibling,
    fromHere: (leaves) => leaves,
    put: (node, mark) => mark.before(node),
    without: (text, length) => text.slice(length),
  },
  {
    letter: /^[^\s\p{P}\p{S}]/u,
    out: /(?<!\s)\s+$/u,
    outBesideLetter: /(?<!\s)(?:\s+|\s*(?<![\p{P}\p{S}])[\p{P}\p{S}]+)$/u,
    neighbour: (node) => node.nextSibling,
    fromHere: (leaves) => leaves.toReversed(),
    put: (node, mark) => mark.after(node),
    without: (text, length) => text.slice(0, -length),
  },
];

/**
 * Takes out of a mark the blanks at its edge, and signs there that would touch a letter: CommonMark 0.31
 * §6.2 takes neither `**so:**then` nor `** so**` for a mark.
 * @returns whether it can be one: a link at its edge is written with signs that stay
 */
function freeEdge(mark: DomElement, edge: Edge): boolean {
  let touches = touchesLetter(mark, edge);
  for (const leaf of edge.fromHere(leavesOf(mark))) {
    if (isElement(leaf) && leaf.localName !== 'br') return !touches || !SIGNED.has(leaf.localName);
    if (!takeOut(leaf, mark, edge, touches)) return true;
    touches = false;
  }
  return true;
}

/** Takes a line break or what may not be at an edge of a text out of a mark; tells whether nothing is left. */
function takeOut(leaf: DomNode, mark: DomElement, edge: Edge, touches: boolean): boolean {
  const text = leaf.textContent;
  const out = (touches ? edge.outBesideLetter : edge.out).exec(text)?.[0] ?? '';
  if (isElement(leaf)) edge.put(leaf, mark);
  if (out === '') return isElement(leaf);
  edge.put(new DomText(out), mark);
  leaf.textContent = edge.without(text, out.length);
  return out === text;
}

/** The texts of a mark, and its elements that are no mere parts of a line. */
function leavesOf(mark: DomElement): readonly DomNode[] {
  const leaves: DomNode[] = [];
  walk(mark, (node) => {
    const isPart = isElement(node) && isLinePart(node);
    if (!isPart && (isElement(node) || node.textContent !== '')) leaves.push(node);
    return isPart;
  });
  return leaves;
}

/** Whether a letter or a digit stands right beside a mark. */
function touchesLetter(mark: DomElement, { neighbour, letter }: Edge): boolean {
  let at: DomNode = mark;
  for (let step = 0; step < MOST_NEIGHBOURS; step += 1) {
    const next = neighbour(at);
    const holder: DomElement | null = at.parentElement;
    if (next === null && (holder === null || !isLinePart(holder))) return false;
    if (next !== null && isElement(next) && !isLinePart(next)) return false;
    const text = next?.textContent ?? '';
    if (text !== '') return letter.test(text);
    at = next ?? holder ?? at;
  }
  return false;
}

/** Whether an element is written as its words, with no more than marks around them. */
function isLinePart({ localName }: DomElement): boolean {
  return INLINE.has(localName) && !SIGNED.has(localName);
}

/** Lines of a marked text, and what stands between them. */
const BETWEEN_LINES = /(\\?\n\s*)/;
/** What begins a block, or is a picture. */
const BLOCK_START = /^(?:#|>|!\[|`{3}|\||-{3}|[-*] |\d+\. )/;

/** Each line of a marked text in marks of its own; what is marked already needs no second mark. */
export function formatMark(content: string, node: DomElement): string {
  const sign = signOf(node) ?? '';
  const same = MARKED.filter((name) => SIGNS[name] === sign).join(',');
  if (closest(node.parentElement, same)) return content;
  const lines = content.split(BETWEEN_LINES);
  return lines.map((line, at) => (at % 2 === 1 ? line : markedLine(line, sign))).join('');
}

function markedLine(line: string, sign: string): string {
  const words = line.trim();
  if (!/[\p{L}\p{N}\p{S}]/u.test(words) || BLOCK_START.test(words)) return line;
  return line.replace(words, () => sign + words + sign);
}
