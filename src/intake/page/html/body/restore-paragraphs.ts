// Puts back the paragraphs the extractor lost among those of their kind.
import {
  type DomElement,
  lineOf,
  linkedLength,
  nameOf,
  standsIn,
  upward,
} from '../document/dom.ts';
import { FIGURE_MARK } from '../document/page-figure.ts';
import { ORDER, orderOf } from './extract-body.ts';

const BLOCKS = 'p,div,h2,h3,h4,blockquote,pre,ul,ol,table';
const ELSEWHERE =
  'nav,footer,aside,form,button,[hidden],[aria-hidden="true"],[class*="related"],[class*="recommend"],[class*="newsletter"],[class*="promo"],[class*="teaser"],[class*="comment"],[class*="share"],[class*="social"],[class*="sidebar"],[class*="advert"],[class*="signup"],[class*="caption"],[style*="display:none"],[style*="display: none"]';
/** Kept blocks of a kind that make a lost one of that kind a loss. */
const ENOUGH = 3;
const SHORTEST = 25;
/** Of a paragraph that is none of a teaser, a comment or a caption. */
const LONG = 120;

/**
 * Restores blocks that are of the kind of several kept ones (the same tag in elements of the same
 * classes) and are text, not links: between the first and the last one kept all of them, and quotes
 * and headings right above a kept block, before and after only paragraphs.
 * @param original the page's body before the extractor took it apart
 */
export function restoreLost(body: DomElement, original: DomElement): void {
  const kept = [...body.querySelectorAll(`[${ORDER}]`)].filter((block) => orderOf(block) >= 0);
  const orders = new Set(kept.map(orderOf));
  if (orders.size < ENOUGH) return;
  const first = kept.reduce((least, block) => Math.min(least, orderOf(block)), Infinity);
  const last = kept.reduce((most, block) => Math.max(most, orderOf(block)), -1);
  const blocks = [...original.querySelectorAll(BLOCKS)];
  const kinds = countKinds(blocks.filter((block) => orders.has(orderOf(block)) && isLeaf(block)));
  const leaves = kept.filter((block) => block.querySelector(`[${ORDER}]`) === null);
  const isKept = (one: DomElement | undefined): boolean => orders.has(one ? orderOf(one) : -1);
  for (const [at, block] of blocks.entries()) {
    if (isKept(block)) continue;
    const isInside = orderOf(block) > first && orderOf(block) < last;
    const next = blocks.slice(at + 1, at + 4).find((one) => !block.contains(one));
    const isOver = HEADING.test(block.localName) && isInside && isKept(next);
    if (isOver ? isText(block, 1) : isOfStory(block, isInside, kinds))
      placeBlock(block, body, leaves);
  }
}

function isOfStory(
  block: DomElement,
  isInside: boolean,
  kinds: ReadonlyMap<string, number>,
): boolean {
  if (!isLeaf(block) || !isText(block, SHORTEST)) return false;
  if (isInside && block.localName === 'blockquote') return true;
  return (kinds.get(kindOf(block)) ?? 0) >= ENOUGH && (isInside || isParagraph(block));
}

const HEADING = /^h[2-4]$/;

function placeBlock(block: DomElement, body: DomElement, leaves: readonly DomElement[]): void {
  const next = leaves.find((leaf) => orderOf(leaf) > orderOf(block));
  if (next === undefined) body.append(block.cloneNode(true));
  else next.before(block.cloneNode(true));
}

function isParagraph(block: DomElement): boolean {
  return block.localName === 'p' && lineOf(block).length >= LONG;
}

/** A block that holds no other; a list, a quote and a table are one whole. */
function isLeaf(block: DomElement): boolean {
  if (block.closest(`[${FIGURE_MARK}]`) !== null) return false;
  const outer = block.parentElement?.closest('ul,ol,blockquote,table,pre');
  if (outer !== null && outer !== undefined) return false;
  return (
    /^(?:ul|ol|blockquote|table|pre)$/.test(block.localName) ||
    block.querySelector(`[${ORDER}]`) === null
  );
}

function countKinds(blocks: readonly DomElement[]): ReadonlyMap<string, number> {
  const kinds = new Map<string, number>();
  for (const block of blocks) kinds.set(kindOf(block), (kinds.get(kindOf(block)) ?? 0) + 1);
  return kinds;
}

/** Tag and classes of a block and of the two elements around it, without their numbers. */
function kindOf(block: DomElement): string {
  const around = [...upward(block)].slice(1, 3);
  const name = (element: DomElement): string =>
    `${element.localName}.${(element.getAttribute('class') ?? '').replace(/\d+/g, '')}`;
  return [block.localName, nameOf(block).replace(/\d+/g, '').trim(), ...around.map(name)].join('/');
}

function isText(block: DomElement, shortest: number): boolean {
  const text = lineOf(block);
  if (text.length < shortest || standsIn(block, ELSEWHERE)) return false;
  return linkedLength(block) < text.length * 0.6;
}
