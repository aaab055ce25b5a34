// The blocks of a page and their order: lines that stand beside blocks become some.
import { lazyFor } from '../../../../core/lazy.ts';
import { wordSet } from '../../../../core/word-set.ts';
import { around, isLonger, SILENT } from '../dom/dom.ts';
import { type DomDocument, DomElement, type DomNode, isElement } from '../dom/nodes.ts';
import { closest, HEADINGS, isOrHolds, matches, selectAll, selectFirst } from '../dom/select.ts';
import { isDataTable } from './table-grid.ts';

/** The place of an element in its page. */
export const ORDER = 'data-order';
const ORDERED = `p,li,${HEADINGS},blockquote,pre,table,div,section,article,ul,ol,dl,dd,dt`;

/** What holds lines of its own besides (HTML, 15.3), with or without blocks beside them. */
const HOLDERS = wordSet(
  'address aside caption center details dialog div fieldset figcaption figure footer form header hgroup legend main nav summary td th',
);
/** What ends a line, and holds none. */
const ENDS = wordSet('hr table thead tbody tfoot tr video audio canvas embed map');
/** Of which the lines are no paragraphs. */
const OF_ITEMS = wordSet('ul ol dl li dt dd table thead tbody tfoot tr');
const IN_BLOCKS = [ORDERED, ...HOLDERS, ...ENDS].join(',');

/** Numbers the page's blocks in document order; lines that stand beside blocks become some. */
export function numberBlocks(document: DomDocument): void {
  const holders = around(selectAll(document.body, IN_BLOCKS));
  const isOne = lazyFor((table: DomElement) => isDataTable(table) || isOfWords(table));
  const isOfTable = (element: DomElement): boolean => {
    const table = matches(element, 'td,th,caption') ? closest(element, 'table') : null;
    return table !== null && isOne(table);
  };
  for (const element of [document.body, ...selectAll(document.body, '*')]) {
    const { localName } = element;
    const isAround = holders.has(element) && !OF_ITEMS.has(localName);
    const isHolder = element === document.body || HOLDERS.has(localName) || isAround;
    if (isHolder && !isOfTable(element) && closest(element, 'pre') === null) wrapLines(element);
  }
  let order = 0;
  for (const element of selectAll(document.body, ORDERED))
    if (closest(element.parentElement, 'pre') === null)
      element.setAttribute(ORDER, String(order++));
}

/** Whether a table holds neither blocks nor paragraphs. */
function isOfWords(table: DomElement): boolean {
  if (selectFirst(table, ORDERED) !== null) return false;
  return selectAll(table, 'td,th').every((cell) => !isLonger(cell, PARAGRAPH));
}

/** Lines of which most have so many UTF-16 units are paragraphs that breaks part. */
const FEWEST_LINES = 4;
const PARAGRAPH = 90;
const MOST_OF_LINES = 0.75;

/** Whether single line breaks stand between an element's paragraphs. */
function isInLines(nodes: readonly DomNode[]): boolean {
  if (nodes.filter(isBreak).length < FEWEST_LINES - 1) return false;
  const lengths = [0];
  for (const node of nodes) {
    if (isBreak(node)) lengths.push(0);
    else lengths.push((lengths.pop() ?? 0) + node.textContent.trim().length);
  }
  const lines = lengths.filter((length) => length > 0);
  const paragraphs = lines.filter((length) => length >= PARAGRAPH);
  return lines.length >= FEWEST_LINES && paragraphs.length >= lines.length * MOST_OF_LINES;
}

function isBreak(node: DomNode): node is DomElement {
  return isElement(node) && node.localName === 'br';
}

/** Makes a paragraph of each line of text. */
function wrapLines(holder: DomElement): void {
  let line: DomNode[] = [];
  const nodes = holder.childNodes;
  const isParted = isInLines(nodes);
  const close = (): void => {
    const [first] = line;
    const hasWords = line.some((node) => node.textContent.trim() !== '');
    if (first !== undefined && hasWords) {
      const paragraph = new DomElement('p');
      first.before(paragraph);
      paragraph.append(...line);
    }
    line = [];
  };
  for (const node of nodes) {
    if (isParted && isBreak(node)) {
      close();
      node.remove();
    } else if (isInLine(node)) line.push(node);
    else close();
  }
  close();
}

/** Whether a node is a part of the line around it, as elements are that nobody knows. */
export function isInLine(node: DomNode): boolean {
  return !isElement(node) || (!SILENT.has(node.localName) && !isOrHolds(node, IN_BLOCKS));
}

/** A block's number; -1 for one that has none. */
export function orderOf(element: DomElement): number {
  return Number(element.getAttribute(ORDER) ?? -1);
}
