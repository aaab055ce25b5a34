// The units of a page that are judged whole: which they are, and what each looks like.
import { groupBy } from '../../core/group-by.ts';
import { lazyFor } from '../../core/lazy.ts';
import { attribute, type DomElement, isLonger, lineOf } from '../page/html/document/dom.ts';
import { closest, selectAll } from '../page/html/document/select.ts';
import { pattern } from '../words/pattern.ts';
import type { PageBlock } from './block-features.ts';
import { createJudge } from './body-chance.ts';
import model from './body-model.json' with { type: 'json' };
import type { Features } from './measures.ts';

/** Blocks that are kept or dropped together: a list's, a table's, a post's; any other alone. */
export interface StoryUnit {
  readonly element: DomElement;
  readonly blocks: readonly PageBlock[];
  /** In UTF-16 units. */
  readonly length: number;
  /** The chance that the unit belongs to the story: 0 to 1. */
  readonly chance: number;
}

export type Units = readonly StoryUnit[];

const judge = createJudge(model);

/** The units of a page's blocks, in its order. */
export function storyUnits(blocks: readonly PageBlock[], features: readonly Features[]): Units {
  const judged = blocks.map((block, at) => ({ block, chance: judge(features[at] ?? []) }));
  const isOfPost = lazyFor(isPost);
  const wholes = groupBy(judged, ({ block }) => wholeOf(block.element, isOfPost));
  const units = Array.from(wholes, ([element, members]) => {
    // A picture without words counts as one letter.
    const weight = ({ text }: PageBlock) => Math.max(1, text.length);
    const length = members.reduce((sum, { block }) => sum + weight(block), 0);
    const sum = members.reduce((all, { block, chance }) => all + chance * weight(block), 0);
    return { element, blocks: members.map(({ block }) => block), length, chance: sum / length };
  });
  return likeThoseBeside(units);
}

/** Kept pictures without captions that stand side by side have the best of their chances. */
export function likeThoseBeside(units: Units): Units {
  const rows: StoryUnit[][] = [];
  for (const unit of units) {
    const row = rows.at(-1);
    const before = row?.at(-1);
    const isBeside = before?.element === unit.element.previousElementSibling;
    if (row && before && isBeside && isBarePicture(before) && isBarePicture(unit)) row.push(unit);
    else rows.push([unit]);
  }
  return rows.flatMap((row) => {
    const chance = Math.max(...row.map((unit) => unit.chance));
    return row.map((unit) => ({ ...unit, chance }));
  });
}

function isBarePicture(unit: StoryUnit): boolean {
  return isFigure(unit) && !isTold(unit) && isKept(unit);
}

/** Where a network shows a post by itself. */
const POST = pattern`^https?://${'post address'}`;

/** Links in one: names and tags among them. */
const MOST_IN_POST = 30;

/** Whether an element is a quote of a network's post, which links to where it stands there. */
export function isPost(quote: DomElement): boolean {
  if (quote.localName !== 'blockquote') return false;
  const links = selectAll(quote, 'a[href]');
  return links.length <= MOST_IN_POST && links.some((link) => POST().test(attribute(link, 'href')));
}

/** A bare address, maybe with the number of its note: nobody advertises with one. */
const SOURCE = /^\P{L}{0,6}https?:\/\/\S+$/u;

/** Whether a unit is the address of a source. */
export function isSource({ element, blocks: [block] }: StoryUnit): boolean {
  return element.localName === 'p' && SOURCE.test(block?.text ?? '');
}

/** An item's outermost list, a cell's table, the quote that is a post; else the block itself. */
function wholeOf(block: DomElement, isOfPost: typeof isPost): DomElement {
  if (/^t[dh]$/.test(block.localName)) return closest(block, 'table') ?? block;
  const quote = closest(block, 'blockquote');
  if (quote !== null && isOfPost(quote)) return quote;
  const item = itemOf(block);
  let whole = block;
  for (let at = item; at !== null; at = at.parentElement) {
    if (/^(?:[uod]l)$/.test(at.localName)) whole = at;
    else if (!/^(?:li|d[td])$/.test(at.localName)) break;
  }
  return whole;
}

/** The item that a block is, or all of. */
function itemOf(block: DomElement): DomElement | null {
  const item = closest(block, /^d[td]$/.test(block.localName) ? 'dd,dt' : 'li');
  return item === null || isLonger(item, lineOf(block).length) ? null : item;
}

/** Whether the extractor kept it, or a part of it. */
export function isKept({ blocks }: StoryUnit): boolean {
  return blocks.some((block) => block.isKept);
}

export function isFigure({ blocks: [block] }: StoryUnit): boolean {
  return (block?.figure ?? null) !== null;
}

/** Whether it is a figure with a caption. */
export function isTold({ blocks: [block] }: StoryUnit): boolean {
  return (block?.figure?.caption ?? '') !== '';
}

/** Whether it is a list, a table or code. */
export function isWhole({ element }: StoryUnit): boolean {
  return /^(?:[uod]l|table|pre)$/.test(element.localName);
}

/** Whether a unit introduces the next one. */
export function leadsOn({ element, blocks: [block] }: StoryUnit): boolean {
  return /^h[2-6]$/.test(element.localName) || /[:：]$/u.test(block?.text ?? '');
}

/** The length of the units that are likely enough. */
export function lengthOf(units: Units, least = 0): number {
  return units.reduce((sum, { chance, length }) => sum + (chance < least ? 0 : length), 0);
}
