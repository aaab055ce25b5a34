// The units of a page that are judged whole: which they are, and what each looks like.
import { groupBy } from '../../core/group-by.ts';
import { lazyFor } from '../../core/lazy.ts';
import { isDataTable } from '../page/html/document/table-grid.ts';
import { attribute, isLonger, lineOf } from '../page/html/dom/dom.ts';
import type { DomElement } from '../page/html/dom/nodes.ts';
import { closest, matches, SUBHEADINGS, selectAll } from '../page/html/dom/select.ts';
import { pattern } from '../words/pattern.ts';
import model from './body-model.json' with { type: 'json' };
import { createJudge } from './decision-trees.ts';
import type { Features } from './measures.ts';
import type { PageBlock } from './page-blocks.ts';

/** Blocks that are kept or dropped together: a list's, a table's, a post's; any other alone. */
export interface StoryUnit {
  readonly element: DomElement;
  readonly blocks: readonly PageBlock[];
  /** In UTF-16 units. */
  readonly length: number;
  /** The chance that the unit belongs to the story: 0 to 1. */
  readonly chance: number;
  /** Whether it, or a part of it, was taken for the story at first sight. */
  readonly isTaken: boolean;
}

export type Units = readonly StoryUnit[];
/** The units that are the story. */
export type Story = ReadonlySet<StoryUnit>;

/** Blocks, what is plain of each, and which were taken for the story at first sight. */
export interface JudgedBlocks {
  readonly blocks: readonly PageBlock[];
  readonly features: readonly Features[];
  readonly taken: readonly boolean[];
}

const judge = createJudge(model);

/** The units of a page's blocks, in its order. */
export function storyUnits({ blocks, features, taken }: JudgedBlocks): Units {
  const judged = blocks.map((block, at) => ({
    block,
    chance: judge(features[at] ?? []),
    isTaken: taken[at] ?? false,
  }));
  const isOfPost = lazyFor(isPost);
  const isData = lazyFor(isDataTable);
  const wholes = groupBy(judged, ({ block: { element } }) => {
    const table = closest(element, 'table');
    return table !== null && isData(table) ? table : wholeOf(element, isOfPost);
  });
  return Array.from(wholes, ([element, members]) => {
    // A picture without words counts as one letter.
    const weight = ({ text }: PageBlock) => Math.max(1, text.length);
    const length = members.reduce((sum, { block }) => sum + weight(block), 0);
    const sum = members.reduce((all, { block, chance }) => all + chance * weight(block), 0);
    const isTaken = members.some((member) => member.isTaken);
    const own = members.map(({ block }) => block);
    return { element, blocks: own, length, chance: sum / length, isTaken };
  });
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
/** The host in an address that ends a line. */
const LAST_HOST = /(?:^|[\s/])(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]+)(?:\/\S*)?$/u;
/** UTF-16 units of a line that is mostly such an address. */
const LONGEST_LINE = 160;
const MOSTLY = 0.5;

/** Whether a unit is the address of a source, or a short line that ends in the one it leads to. */
export function isSource({ element, blocks: [block] }: StoryUnit): boolean {
  if (element.localName !== 'p' || block === undefined) return false;
  const { text, linked } = block;
  if (SOURCE.test(text)) return true;
  if (linked < MOSTLY || text.length > LONGEST_LINE) return false;
  const host = LAST_HOST.exec(text)?.[1];
  if (host === undefined) return false;
  return selectAll(element, 'a[href]').some((link) => attribute(link, 'href').includes(host));
}

/** An item's outermost list, the quote that is a post; else the block itself. */
function wholeOf(block: DomElement, isOfPost: typeof isPost): DomElement {
  const quote = closest(block, 'blockquote');
  if (quote !== null && isOfPost(quote)) return quote;
  const item = itemOf(block);
  let whole = block;
  for (let at = item; at !== null; at = at.parentElement) {
    if (matches(at, 'ul,ol,dl')) whole = at;
    else if (!matches(at, 'li,dt,dd')) break;
  }
  return whole;
}

/** The item that a block is, or all of. */
function itemOf(block: DomElement): DomElement | null {
  const item = closest(block, matches(block, 'dt,dd') ? 'dd,dt' : 'li');
  return item === null || isLonger(item, lineOf(block).length) ? null : item;
}

export function isFigure({ blocks: [block] }: StoryUnit): boolean {
  return (block?.figure ?? null) !== null;
}

export function isHeading({ element }: StoryUnit): boolean {
  return matches(element, SUBHEADINGS);
}

/** Whether it is a figure with a caption. */
export function isCaptioned({ blocks: [block] }: StoryUnit): boolean {
  return (block?.figure?.caption ?? '') !== '';
}

/** Whether it is a list, a table or code. */
export function isWhole({ element }: StoryUnit): boolean {
  return matches(element, 'ul,ol,dl,table,pre');
}

/** Whether a unit introduces the next one. */
export function leadsOn(unit: StoryUnit): boolean {
  return isHeading(unit) || /[:：]$/u.test(unit.blocks[0]?.text ?? '');
}

/** The words of a unit. */
export function unitText({ blocks }: StoryUnit): string {
  return blocks.map(({ text }) => text).join(' ');
}

/** The length of all units. */
export function lengthOf(units: Units): number {
  return units.reduce((sum, { length }) => sum + length, 0);
}

/** The element that holds most of a story's paragraphs. */
export function partOf(units: Units, story: Story): DomElement | null {
  const told = units.filter((unit) => story.has(unit) && unit.element.localName === 'p');
  const parts = [...groupBy(told, ({ element }) => element.parentElement)];
  return parts.toSorted(([, a], [, b]) => lengthOf(b) - lengthOf(a))[0]?.[0] ?? null;
}

/** Share of a block's text from which it is a link. */
export const MOST_LINKED = 0.6;

/** Whether all of a unit leads elsewhere. */
export function isLinks({ blocks }: StoryUnit): boolean {
  return blocks.every(({ linked }) => linked >= MOST_LINKED);
}
