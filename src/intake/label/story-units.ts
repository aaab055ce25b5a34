// Which blocks of a page are its story: what the extractor kept, judged anew, and what it lost.
import { groupBy } from '../../core/group-by.ts';
import type { DomElement } from '../page/html/document/dom.ts';
import type { PageBlock } from './block-features.ts';
import { createJudge } from './body-chance.ts';
import model from './body-model.json' with { type: 'json' };

/** Blocks that stay or go together: those of a list or of a table; any other by itself. */
export interface StoryUnit {
  readonly element: DomElement;
  readonly blocks: readonly PageBlock[];
  /** In UTF-16 units. */
  readonly length: number;
  /** Of the whole to be a part of the story: 0 to 1. */
  readonly chance: number;
}

/** From these chances on what the extractor kept is a part of the story, and what it lost. */
const LEAST_KEPT = 0.3;
const LEAST_LOST = 0.5;
/** The same of a lost one for which something else speaks too. */
const LEAST_BACKED = 0.02;
/** Of the text that the extractor kept. */
const LARGEST_SHARE = 0.25;

/** What of a page's units the extractor kept that is no part of the story, and what it lost. */
export function judgeUnits(units: readonly StoryUnit[]) {
  // A fragment is nothing but story, and has nothing to be compared with.
  if (units.every(isKept)) return { lost: [], furniture: [] };
  const isBacked = backing(units);
  const least = (unit: StoryUnit, at: number): number => {
    if (isKept(unit)) return LEAST_KEPT;
    return isBacked(unit, at) ? LEAST_BACKED : LEAST_LOST;
  };
  const isStory = units.map((unit, at) => unit.chance >= least(unit, at));
  // A heading goes with what stands under it.
  for (let at = units.length - 2; at >= 0; at -= 1) {
    const unit = units[at];
    const isHeading = unit !== undefined && /^h[2-6]$/.test(unit.element.localName);
    if (isHeading && isStory[at + 1] && unit.chance >= LEAST_BACKED) isStory[at] = true;
  }
  const judged = units.map((unit, at) => ({ unit, isStory: isStory[at] === true }));
  return {
    lost: judged.flatMap(({ unit, isStory }) => (isStory && !isKept(unit) ? [unit] : [])),
    furniture: mostLikely(
      units.filter(isKept),
      judged.flatMap(({ unit, isStory }) => (!isStory && isKept(unit) ? [unit] : [])),
    ),
  };
}

function isKept({ blocks }: StoryUnit): boolean {
  return blocks.some((block) => block.isKept);
}

/** Kept blocks of a kind that speak for a lost one of that kind. */
const SEVERAL = 3;
/** Of a paragraph that is none of a teaser, a comment or a caption, in UTF-16 units. */
const LONG = 120;
const MOST_LINKED = 0.6;

/** Tells long paragraphs of a kind of which several were kept, and quotes between kept blocks. */
function backing(units: readonly StoryUnit[]): (unit: StoryUnit, at: number) => boolean {
  const kinds = new Map<string, number>();
  for (const { blocks } of units) {
    for (const { kind, isKept } of blocks) {
      if (isKept) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
  }
  const [first, last] = [units.findIndex(isKept), units.findLastIndex(isKept)];
  return ({ blocks: [block] }, at) => {
    if (block === undefined || block.linked >= MOST_LINKED) return false;
    if (block.element.closest('blockquote') !== null) return first < at && at < last;
    const isParagraph = block.element.localName === 'p' && block.text.length >= LONG;
    return isParagraph && (kinds.get(block.kind) ?? 0) >= SEVERAL;
  };
}

/** The surest of it, and never much of what was kept: for that one judge is too few. */
function mostLikely(
  kept: readonly StoryUnit[],
  furniture: readonly StoryUnit[],
): readonly StoryUnit[] {
  let left = kept.reduce((sum, { length }) => sum + length, 0) * LARGEST_SHARE;
  const surest = furniture.toSorted((a, b) => a.chance - b.chance);
  const gone = new Set(
    surest.filter(({ length }) => {
      left -= length;
      return left >= 0;
    }),
  );
  return furniture.filter((unit) => gone.has(unit));
}

const judge = createJudge(model);

/** The units of a page's blocks, in its order. */
export function storyUnits(
  blocks: readonly PageBlock[],
  features: readonly (readonly number[])[],
): readonly StoryUnit[] {
  const judged = blocks.map((block, at) => ({ block, chance: judge(features[at] ?? []) }));
  const wholes = groupBy(judged, ({ block }) => wholeOf(block.element));
  return Array.from(wholes, ([element, members]) => {
    const length = members.reduce((sum, { block }) => sum + block.text.length, 0);
    const sum = members.reduce((all, { block, chance }) => all + chance * block.text.length, 0);
    return { element, blocks: members.map(({ block }) => block), length, chance: sum / length };
  });
}

/** The outermost list of an item, the table of a cell; else the block. */
function wholeOf(block: DomElement): DomElement {
  if (/^t[dh]$/.test(block.localName)) return block.closest('table') ?? block;
  let whole = block;
  if (!/^(?:li|d[td])$/.test(block.localName)) return whole;
  for (let at: DomElement | null = block; at !== null; at = at.parentElement) {
    if (/^(?:[uod]l)$/.test(at.localName)) whole = at;
    else if (!/^(?:li|d[td])$/.test(at.localName)) break;
  }
  return whole;
}
