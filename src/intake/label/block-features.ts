// What is plain to see of each block of a page: how it reads, where it stands, what stands around it.

import { countMatches } from '../../core/count.ts';
import { groupBy } from '../../core/group-by.ts';
import { lazyFor } from '../../core/lazy.ts';
import { hasCredit } from '../../markdown/document/figures.ts';
import { orderOf } from '../page/html/document/block-order.ts';
import { foldedWords } from '../page/html/document/compare-words.ts';
import { isHiddenElement, nameOf, upward } from '../page/html/dom/dom.ts';
import type { DomElement } from '../page/html/dom/nodes.ts';
import { boxesOf, createRepeats, stepsOf, withinOf } from './boxes.ts';
import elementKinds from './element-kinds.json' with { type: 'json' };
import { bounded, type Features, log, sharesOf, sumsOf } from './measures.ts';
import { COMPARED, type PageBlock, PHRASE } from './page-blocks.ts';

/** What is known of a page beside its blocks. */
export interface PageFacts {
  /** The headline's place among the numbered blocks; infinite where the page has none. */
  readonly headline: number;
  /** What it says; '' where the page has none. */
  readonly title: string;
  readonly description: string;
  /** The story as the page's data have it; '' where they do not. */
  readonly story: string;
  /** The lines of its recipe, as they have it. */
  readonly recipe: readonly string[];
  readonly authors: readonly string[];
  /** What the page calls its paper. */
  readonly siteNames: readonly string[];
}

/**
 * Tells the features of each block, in the order in which the models know them, by which of the blocks
 * are taken for the story so far.
 */
export function createDescriber(
  blocks: readonly PageBlock[],
  facts: PageFacts,
): (taken: readonly boolean[]) => readonly Features[] {
  const page = survey(blocks, facts);
  const near = createSurroundings();
  const repeats = createRepeats();
  const plain = blocks.map((block, at) => [
    // First, for `train.py --names 10`: what the page calls its parts.
    ...near(block.element),
    ...shapeOf(block),
    Number(block.isFurniture),
    Number(block.isHead),
    ...matchesOf(block, page),
    ...appealOf(block, at, page),
    ...figureOf(block),
    ...stepsOf(block.element, blocks[at - 1], blocks[at + 1]),
    bounded((at - (page.heads[at] ?? 0)) / FAR),
    ...repeats(block.element),
  ]);
  return (taken) => {
    const boxes = boxesOf(blocks, taken);
    const sight = surveyTaken(blocks, taken);
    return blocks.map((block, at) => [
      ...(plain[at] ?? []),
      ...placeOf(block, at, page, sight),
      ...withinOf(block.element, boxes, page.titled),
    ]);
  };
}

type Page = ReturnType<typeof survey>;
type Sight = ReturnType<typeof surveyTaken>;

function survey(blocks: readonly PageBlock[], facts: PageFacts) {
  const { headline, title, description, story, authors, siteNames } = facts;
  const at = blocks.findIndex(({ element }) => orderOf(element) >= headline);
  let head = -FAR;
  return {
    blocks,
    authors,
    siteNames,
    /** The place of the last head of a list above each block. */
    heads: blocks.map(({ isHead }, place) => (head = isHead ? place : head)),
    texts: groupBy(blocks, ({ text }) => text),
    appealsBetween: sumsOf(blocks, ({ appeals }) => appeals),
    headline: at,
    titled: new Set(upward(blocks[at]?.element ?? null)),
    words: {
      title: new Set(foldedWords(title)),
      description: new Set(foldedWords(description)),
      story: new Set(foldedWords(story.slice(0, 100_000))),
    },
  };
}

/** The taken blocks: where they begin and end, how long they are, how many of each kind they are. */
function surveyTaken(blocks: readonly PageBlock[], taken: readonly boolean[]) {
  const places = taken.flatMap((is, at) => (is ? [at] : []));
  const lengths = places.map((at) => blocks[at]?.text.length ?? 0).sort((a, b) => a - b);
  const kinds = new Map<string, { all: number; taken: number }>();
  for (const [at, { kind }] of blocks.entries()) {
    const sum = kinds.get(kind) ?? { all: 0, taken: 0 };
    kinds.set(kind, { all: sum.all + 1, taken: sum.taken + Number(taken[at]) });
  }
  return {
    taken,
    kinds,
    count: places.length,
    first: places[0] ?? 0,
    last: places.at(-1) ?? blocks.length,
    typical: lengths[Math.floor(lengths.length / 2)] ?? 100,
    between: sumsOf(taken, Number),
  };
}

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
    const is = [...named(nameOf(element)), ...tagged(element.localName), isHiddenElement(element)];
    return is.map((isOne, at) => {
      const before = outer?.[at] ?? 0;
      return isOne ? 1 : before && 1 / (1 / before + 1);
    });
  });
  return near;
}

function shapeOf({ text, linked, isMarked }: PageBlock): Features {
  return [
    log(text.length),
    linked,
    Math.min(20, countMatches(text, /[.!?。！？…।](?=[\s"”»’')\]]|$)/gu)),
    Number(/[.!?。！？…।][\p{P}\s]*$/u.test(text.slice(-END))),
    ...sharesOf(text),
    Number(/[@©]|https?:/.test(text)),
    Number(isMarked),
  ];
}

/** UTF-16 units at the end of a text in which its last sign is looked for. */
const END = 40;

/** Blocks that are as far as it counts. */
const FAR = 50;

function placeOf({ kind, text }: PageBlock, at: number, page: Page, sight: Sight): Features {
  const { blocks, headline } = page;
  const takenIn = (from: number, to: number): number => {
    const start = Math.max(0, from);
    const end = Math.min(blocks.length, to);
    return end <= start ? 0 : sight.between(start, end) / (end - start);
  };
  const same = sight.kinds.get(kind) ?? { all: 1, taken: 0 };
  const before = blocks[at - 1];
  const after = blocks[at + 1];
  return [
    Number(sight.taken[at] ?? false),
    takenIn(at - 3, at),
    takenIn(at + 1, at + 4),
    takenIn(at + 1, at + 11),
    Math.log((1 + text.length) / (1 + sight.typical)),
    at / blocks.length,
    bounded((at - sight.first) / FAR),
    bounded((sight.last - at) / FAR),
    (at - sight.first) / Math.max(1, sight.last - sight.first),
    headline === -1 ? 0 : bounded((at - headline) / FAR),
    same.taken / same.all,
    log(same.all),
    log(same.taken),
    after?.linked ?? 0,
    log(before?.text.length ?? 0),
    log(after?.text.length ?? 0),
    Number(before?.kind === kind),
    Number(after?.kind === kind),
    sight.count / blocks.length,
    log(sight.count),
  ];
}

/** What of its words the headline, the page's data and its authors' names have; how often they stand there. */
function matchesOf({ text }: PageBlock, { words, texts, authors }: Page): Features {
  const said = foldedWords(text.slice(0, COMPARED));
  const shareOf = (known: ReadonlySet<string>): number => {
    if (known.size === 0 || said.length === 0) return -1;
    return said.filter((word) => known.has(word)).length / said.length;
  };
  return [
    shareOf(words.title),
    shareOf(words.description),
    shareOf(words.story),
    Number(authors.some((name) => text.includes(name))),
    Math.log(texts.get(text)?.length ?? 1),
  ];
}

/** Blocks on each side of one that are around it. */
const AROUND = 3;

/** Words by which a paper speaks of itself and to its readers, in a block and around it. */
function appealOf({ text, appeals }: PageBlock, at: number, page: Page): Features {
  const { appealsBetween, siteNames } = page;
  return [
    Math.min(10, appeals),
    Math.min(30, appealsBetween(at - AROUND, at + AROUND + 1)),
    Number(siteNames.some((name) => name.length > 2 && text.includes(name))),
  ];
}

/** Whether a block is a figure, one of the page's own part, with a caption; whether it names a hand. */
function figureOf({ figure, text }: PageBlock): Features {
  const told = figure === null ? 0 : figure.caption === '' ? 1 : 2;
  return [told, Number(figure?.isOwn ?? false), Number(text.length < PHRASE && hasCredit(text))];
}
