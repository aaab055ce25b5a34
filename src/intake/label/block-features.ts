// What is plain to see of each block of a page: how it reads, where it stands, what stands around it.

import { groupBy } from '../../core/group-by.ts';
import { lazyFor } from '../../core/lazy.ts';
import { hasCredit } from '../../markdown/document/figures.ts';
import { findFurniture, foldLine, listHeadKind } from '../facts/find-furniture.ts';
import { ORDER, orderOf } from '../page/html/document/block-order.ts';
import { wordsOf } from '../page/html/document/compare-words.ts';
import { type DomElement, lineOf, nameOf, upward } from '../page/html/document/dom.ts';
import {
  FIGURE_MARK,
  type Figures,
  numberOf,
  type PageFigure,
} from '../page/html/document/page-figure.ts';
import { closest, linkedLength, selectAll } from '../page/html/document/select.ts';
import { kindOf } from '../page/html/fields/paragraph-kinds.ts';
import { patternWith } from '../words/pattern.ts';
import elementKinds from './element-kinds.json' with { type: 'json' };
import { bounded, count, type Features, log, sharesOf, sumsOf } from './measures.ts';

/** What is known of a page beside its blocks. */
export interface Witnesses {
  /** The headline's number. */
  readonly headline: number;
  /** What it says; '' where the page has none. */
  readonly title: string;
  readonly description: string;
  /** The story as the page's data have it; '' where they do not. */
  readonly story: string;
  readonly authors: readonly string[];
  /** What the page calls its paper. */
  readonly siteNames: readonly string[];
}

/** A block: an element that holds no other, or the mark of a figure. */
export interface PageBlock {
  readonly element: DomElement;
  /** Of a figure its caption, else what it shows. */
  readonly text: string;
  readonly figure: PageFigure | null;
  readonly isKept: boolean;
  /** Whether something in it is bold or in italics. */
  readonly isMarked: boolean;
  /** Of its text: 0 to 1. */
  readonly linked: number;
  /** Its tag and classes, and those of what it stands in. */
  readonly kind: string;
  /** Words by which a paper speaks of itself and to its readers. */
  readonly appeals: number;
  /** Whether papers have such a line everywhere. */
  readonly isFurniture: boolean;
}

/**
 * The blocks of a page whose blocks are numbered, in its order.
 * @param kept numbers of those that the extractor kept
 */
export function pageBlocks(
  root: DomElement,
  kept: Pick<ReadonlySet<number>, 'has'>,
  figures: Figures,
): readonly PageBlock[] {
  const numbered = selectAll(root, `[${ORDER}]`);
  const leaves = numbered.filter((element, at) => {
    const next = numbered[at + 1];
    return next === undefined || !element.contains(next);
  });
  const marked = markedBlocks(root);
  return leaves.flatMap((element) => {
    const isMark = element.hasAttribute(FIGURE_MARK);
    const figure = isMark ? (figures[numberOf(element)] ?? null) : null;
    const text = figure === null ? lineOf(element) : figure.caption || figure.alt;
    if (text === '' && figure === null) return [];
    const isKept = kept.has(orderOf(element));
    const isMarked = marked.has(element);
    const isInLink = closest(element, 'a') !== null;
    const linked = isInLink ? 1 : linkedLength(element) / Math.max(1, text.length);
    const appeals = count(text.slice(0, COMPARED), appeal());
    const isFurniture = text.length <= PHRASE && findFurniture(text) !== null;
    const looks = { isMarked, linked, kind: kindOf(element), appeals, isFurniture };
    return [{ element, text, figure, isKept, ...looks }];
  });
}

function markedBlocks(root: DomElement): ReadonlySet<DomElement | undefined> {
  const marks = selectAll(root, 'b,strong,em,i');
  return new Set(marks.map((mark) => [...upward(mark)].find((one) => one.hasAttribute(ORDER))));
}

/** Longest text that may be a phrase of a page, in UTF-16 units. */
const PHRASE = 400;
const HEAD = 70;
/** Units of a text whose words are compared. */
const COMPARED = 1000;

/** The features of each block, in the order in which the model knows them. */
export function describeBlocks(
  blocks: readonly PageBlock[],
  witnesses: Witnesses,
): readonly Features[] {
  const page = survey(blocks, witnesses);
  const near = createSurroundings();
  return blocks.map((block, at) => [
    ...shapeOf(block, page.typical),
    ...placeOf(block, at, page),
    ...near(block.element),
    ...phrasesOf(block),
    ...matchesOf(block, page),
    ...appealOf(block, at, page),
    ...figureOf(block),
    ...apartOf(block, blocks[at - 1], blocks[at + 1]),
  ]);
}

type Page = ReturnType<typeof survey>;

interface Sums {
  all: number;
  kept: number;
  text: number;
  linked: number;
}

function survey(blocks: readonly PageBlock[], witnesses: Witnesses) {
  const { headline, title, description, story, authors, siteNames } = witnesses;
  const kinds = new Map<string, Sums>();
  const parents = new Map<DomElement | null, Sums>();
  for (const block of blocks) {
    add(kinds, block.kind, block);
    add(parents, block.element.parentElement, block);
  }
  const places = blocks.flatMap(({ isKept }, at) => (isKept ? [at] : []));
  const lengths = places.map((at) => blocks[at]?.text.length ?? 0).sort((a, b) => a - b);
  return {
    blocks,
    authors,
    siteNames,
    kinds,
    parents,
    kept: places.length,
    texts: groupBy(blocks, ({ text }) => text),
    keptBetween: sumsOf(blocks, ({ isKept }) => Number(isKept)),
    appealsBetween: sumsOf(blocks, ({ appeals }) => appeals),
    first: places[0] ?? 0,
    last: places.at(-1) ?? blocks.length,
    headline: blocks.findIndex(({ element }) => orderOf(element) >= headline),
    typical: lengths[Math.floor(lengths.length / 2)] ?? 100,
    title: new Set(wordsOf(title)),
    description: new Set(wordsOf(description)),
    story: new Set(wordsOf(story.slice(0, 100_000))),
  };
}

function add<Key>(sums: Map<Key, Sums>, key: Key, { text, linked, isKept }: PageBlock): void {
  const sum = sums.get(key) ?? { all: 0, kept: 0, text: 0, linked: 0 };
  sums.set(key, sum);
  sum.all += 1;
  sum.kept += Number(isKept);
  sum.text += text.length;
  sum.linked += linked * text.length;
}

function shapeOf({ text, linked, isMarked }: PageBlock, typical: number): Features {
  return [
    log(text.length),
    Math.log((1 + text.length) / (1 + typical)),
    linked,
    Math.min(20, count(text, /[.!?。！？…।](?=[\s"”»’')\]]|$)/gu)),
    Number(/[.!?。！？…।][\p{P}\s]*$/u.test(text)),
    ...sharesOf(text),
    Number(/[@©]|https?:/.test(text)),
    Number(isMarked),
  ];
}

/** Blocks that are as far as it counts. */
const FAR = 50;

function placeOf({ element, isKept, kind }: PageBlock, at: number, page: Page): Features {
  const { blocks, kinds, parents } = page;
  const keptIn = (from: number, to: number): number => {
    const start = Math.max(0, from);
    const end = Math.min(blocks.length, to);
    return end <= start ? 0 : page.keptBetween(start, end) / (end - start);
  };
  const same = kinds.get(kind) ?? { all: 1, kept: 0 };
  const parent = parents.get(element.parentElement) ?? { all: 1, text: 1, linked: 0 };
  const before = blocks[at - 1];
  const after = blocks[at + 1];
  return [
    Number(isKept),
    keptIn(at - 3, at),
    keptIn(at + 1, at + 4),
    keptIn(at + 1, at + 11),
    at / blocks.length,
    bounded((at - page.first) / FAR),
    bounded((page.last - at) / FAR),
    (at - page.first) / Math.max(1, page.last - page.first),
    page.headline === -1 ? 0 : bounded((at - page.headline) / FAR),
    same.kept / same.all,
    log(same.all),
    log(same.kept),
    log(parent.all),
    parent.linked / Math.max(1, parent.text),
    after?.linked ?? 0,
    log(before?.text.length ?? 0),
    log(after?.text.length ?? 0),
    Number(before?.kind === kind),
    Number(after?.kind === kind),
    page.kept / blocks.length,
    log(page.kept),
  ];
}

function phrasesOf({ text, isFurniture }: PageBlock): Features {
  const isHead = text.length < HEAD && listHeadKind(foldLine(text)) !== null;
  return [Number(isFurniture), Number(isHead)];
}

function matchesOf({ text }: PageBlock, page: Page): Features {
  const { title, description, story, texts, authors } = page;
  const words = wordsOf(text.slice(0, COMPARED));
  const shareOf = (known: ReadonlySet<string>): number => {
    if (known.size === 0 || words.length === 0) return -1;
    return words.filter((word) => known.has(word)).length / words.length;
  };
  return [
    shareOf(title),
    shareOf(description),
    shareOf(story),
    Number(authors.some((name) => text.includes(name))),
    Math.log(texts.get(text)?.length ?? 1),
  ];
}

const appeal = patternWith('giu')`
  (?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}])${'appeal'}`;

/** Words by which a paper speaks of itself and to its readers, in a block and around it. */
function appealOf({ text, appeals }: PageBlock, at: number, page: Page): Features {
  const { appealsBetween, siteNames } = page;
  return [
    Math.min(10, appeals),
    Math.min(30, appealsBetween(at - AROUND, at + AROUND + 1)),
    Number(siteNames.some((name) => name.length > 2 && text.includes(name))),
  ];
}

/** Blocks on each side of one that are around it. */
const AROUND = 3;

/** Whether a block is a figure, one of the page's own part, with a caption; whether it names a hand. */
function figureOf({ figure, text }: PageBlock): Features {
  const told = figure === null ? 0 : figure.caption === '' ? 1 : 2;
  return [told, Number(figure?.isOwn ?? false), Number(text.length < PHRASE && hasCredit(text))];
}

/** How far out the elements are that hold a block with the one before it, and the one after it. */
function apartOf({ element }: PageBlock, ...beside: readonly (PageBlock | undefined)[]): Features {
  const outwards = [...upward(element)].slice(0, FARTHEST);
  return beside.map((other) => {
    const steps = outwards.findIndex((one) => other !== undefined && one.contains(other.element));
    return steps < 0 ? outwards.length : steps;
  });
}

/** Steps outwards that are as many as count. */
const FARTHEST = 8;

const NAMES = Object.values(elementKinds.names).map((words) => new RegExp(words, 'i'));
const TAGS = Object.values(elementKinds.tags).map((tags) => new RegExp(`^(?:${tags})$`));

/**
 * How near the next element of each kind is, from the inside out: 1 is the block itself, ½ what it
 * stands in, and so on; 0 where it stands in none.
 */
function createSurroundings(): (element: DomElement) => Features {
  // A page has few names for its many elements.
  const named = lazyFor((name: string) => NAMES.map((pattern) => pattern.test(name)));
  const tagged = lazyFor((tag: string) => TAGS.map((pattern) => pattern.test(tag)));
  const near = lazyFor((element: DomElement): Features => {
    const outer = element.parentElement === null ? null : near(element.parentElement);
    return [...named(nameOf(element)), ...tagged(element.localName)].map((is, at) => {
      const before = outer?.[at] ?? 0;
      return is ? 1 : before && 1 / (1 / before + 1);
    });
  });
  return near;
}
