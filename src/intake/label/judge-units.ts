// Which blocks of a page are its story: judges again those that the extractor kept, and those it lost.
import { groupBy } from '../../core/group-by.ts';
import { isLonger, upward } from '../page/html/document/dom.ts';
import { closest } from '../page/html/document/select.ts';
import type { PageBlock } from './block-features.ts';
import { type Box, boxesOf } from './boxes.ts';
import { bestSpan } from './measures.ts';
import { sourceLines } from './source-lines.ts';
import {
  isFigure,
  isKept,
  isPost,
  isSource,
  isTold,
  isWhole,
  leadsOn,
  lengthOf,
  type StoryUnit,
  type Units,
} from './story-units.ts';

/** Least chances at which units belong to the story: those that the extractor kept. */
const LEAST_KEPT = 0.3;
/** A kept paragraph, and one that speaks to readers once, or more often. */
const LEAST_PARAGRAPH = [0.36, 0.5, 0.65] as const;
/** A kept list, table, code, quote, or figure with its caption. */
const LEAST_WHOLE = 0.15;
const LEAST_LOST = 0.4;
/** A lost unit where the extractor took another part of the page for the story. */
const LEAST_MISTAKEN = 0.2;
/** A lost unit with further evidence. */
const LEAST_BACKED = 0.02;
/** A figure with its caption beside the story, or in a link. */
const LEAST_TEASER = 0.6;
/** Any other lost figure. */
const LEAST_FIGURE = 0.2;
/** What the words of a box have together, and of one in which several call readers to something. */
const FEWEST_CALLS = 2;
const LEAST_CALLED = 0.6;
/** Most of the extractor's text that may be dropped between and around the story's parts. */
const LARGEST_SHARE = 0.25;
const LARGEST_AROUND = 0.6;

/**
 * The judge was taught by pages of hundreds of blocks, and knows little of one with less text than this,
 * in UTF-16 units: there plain lists stay, and sentences from a third of the usual chance on.
 */
const SMALL_PAGE = 1500;
const SHARE_OF_SMALL = 1 / 3;

/** What of a page's units the extractor kept that is no part of the story, and what it lost. */
export function judgeUnits(units: Units) {
  // A fragment is all story, and has nothing to compare it with.
  if (units.every(isKept)) return { lost: [], furniture: [] };
  const isBacked = backing(units);
  const ours = units.filter(isKept);
  const others = units.filter((unit) => !isKept(unit));
  const isMistaken = lengthOf(others, LEAST_KEPT) > lengthOf(ours, 0.5) / 2;
  const ofLost = isMistaken ? LEAST_MISTAKEN : LEAST_LOST;
  const story = new Set(
    units.filter((unit, at) => unit.chance >= leastOf(unit, isBacked(unit, at), ofLost)),
  );
  const boxed = boxedUnits(units);
  for (const unit of boxed) story.delete(unit);
  const sources = new Set(sourceLines(units, story));
  for (const unit of sources) story.add(unit);
  const first = units.findIndex(isKept);
  const isUsual = usualHeadings(units, story);
  const leads = (unit: StoryUnit, next: StoryUnit, isInside: boolean): boolean =>
    isOver(unit, next, isInside) || isUsual(unit);
  // A heading goes with what stands under it, and so does what ends in a colon.
  for (const [at, unit] of [...units.entries()].reverse()) {
    const next = units[at + 1];
    if (next !== undefined && story.has(next) && leads(unit, next, at > first)) story.add(unit);
  }
  const isSpared = lengthOf(units) < SMALL_PAGE ? isPlain : () => false;
  const { start, end } = bestSpan(ours.map(scoreOf)) ?? WHOLE;
  const inside = ours.slice(start, end);
  const isSure = (unit: StoryUnit): boolean =>
    unit.chance >= SURE || sources.has(unit) || isSet(unit) || leadsOn(unit);
  const around = [...ours.slice(0, start), ...ours.slice(end)].filter(
    (unit) => !story.has(unit) || !isSure(unit),
  );
  const isMost = lengthOf(around) > lengthOf(ours) * LARGEST_AROUND;
  const between = mostLikely(inside, story);
  const gone = new Set([
    ...(isMost ? [] : around),
    ...between,
    ...boxed.filter((unit) => !story.has(unit)),
  ]);
  const isOut = (unit: StoryUnit): boolean => (isKept(unit) ? gone.has(unit) : !story.has(unit));
  const isNothing = (unit: StoryUnit): boolean => gone.has(unit) || isLabel(unit, units, isOut);
  return {
    lost: others.filter((unit) => story.has(unit)),
    furniture: ours.filter((unit) => isNothing(unit) && !isSpared(unit)),
  };
}

/**
 * Units of boxes below the story's beginning whose words together are unlikely to belong to it, such as an
 * appeal of which some paragraphs read like any, or the portrait in it. Quotes and captions stand in boxes
 * of their own.
 */
function boxedUnits(units: Units): Units {
  const boxes = boxesOf(units);
  const first = units.findIndex((unit) => isKept(unit) && scoreOf(unit) >= COST);
  if (first < 0) return [];
  const most = lengthOf(units.filter(isKept)) * LARGEST_SHARE;
  return units.filter((unit) => {
    const { element } = unit;
    if (closest(element, 'blockquote') !== null || isTold(unit)) return false;
    const around = [...upward(element)].slice(1).flatMap((one) => boxes.get(one) ?? []);
    return around.some((box) => box.start > first && box.length <= most && isUnlikelyIn(box, unit));
  });
}

/** Whether the words around a unit are no part of the story. */
function isUnlikelyIn(box: Box, unit: StoryUnit): boolean {
  const { length, sum, figures, calls, called } = box;
  // Pictures of a gallery have little beside them.
  if (isFigure(unit) && (figures > 1 || length <= BRIEF)) return false;
  const least = calls >= FEWEST_CALLS ? LEAST_CALLED : LEAST_PARAGRAPH[0];
  // One call goes by itself, and tells nothing of what stands beside it.
  const all = calls >= FEWEST_CALLS || length === 0 ? length + called : length;
  return sum < all * (isWhole(unit) ? LEAST_WHOLE : least);
}

/** Whether a unit is something that writers set into their story. */
function isSet(unit: StoryUnit): boolean {
  return isWhole(unit) || isFigure(unit) || isPost(unit.element) || isSource(unit);
}

/** The least chance at which a unit belongs to the story. @param ofLost that of any lost unit */
function leastOf(unit: StoryUnit, isBacked: boolean, ofLost: number): number {
  if (isTold(unit) && !unit.blocks[0]?.figure?.isOwn) return LEAST_TEASER;
  // A page shows posts of others, and addresses as they are, for its story only.
  if (isKept(unit) && (isPost(unit.element) || isSource(unit))) return LEAST_BACKED;
  const isHeld = isWhole(unit) || closest(unit.element, 'blockquote') !== null || isTold(unit);
  if (isKept(unit)) return isHeld ? LEAST_WHOLE : leastKept(unit);
  if (isBacked) return LEAST_BACKED;
  return isFigure(unit) ? LEAST_FIGURE : ofLost;
}

const WHOLE = { start: 0, end: Number.POSITIVE_INFINITY };
/** Chance at which a paragraph belongs to the story wherever it is. */
const SURE = 0.4;
/** Most length of a unit that counts for the story, in UTF-16 units. */
const HEAVY = 600;
/** Most that a unit counts against it, for a few units of other kinds do not end the story. */
const COST = 3;

/** How much a unit counts for the story extending to it; negative against that. */
function scoreOf({ chance, length }: StoryUnit): number {
  return Math.max(-COST, (chance - 0.5) * Math.sqrt(Math.min(length, HEAVY)));
}

/** Whether a unit is a few words that end in a colon and lead to links that are left out. */
function isLabel(unit: StoryUnit, units: Units, isOut: (next: StoryUnit) => boolean): boolean {
  const isOne = unit.element.localName === 'p' && leadsOn(unit);
  const next = isOne && unit.length < BRIEF ? units[units.indexOf(unit) + 1] : undefined;
  const isLinks = next?.blocks.every(({ linked }) => linked >= MOST_LINKED);
  return next !== undefined && isLinks === true && isOut(next);
}

function leastKept({ element, blocks: [block] }: StoryUnit): number {
  if (block === undefined || block.figure !== null || /^h[2-6]$/.test(element.localName))
    return LEAST_KEPT;
  return LEAST_PARAGRAPH[Math.min(2, block.appeals)] ?? LEAST_KEPT;
}

/** Whether a unit leads to the next: a lost one stands over it, not in a teaser or in the page's head. */
function isOver(unit: StoryUnit, next: StoryUnit, isInside: boolean): boolean {
  if (!leadsOn(unit) || unit.chance < LEAST_BACKED) return false;
  if (isKept(unit)) return true;
  const isLink = (unit.blocks[0]?.linked ?? 0) >= MOST_LINKED;
  if (isLink || closest(unit.element, isInside ? 'a,aside' : 'a,aside,header,hgroup') !== null)
    return false;
  const around = [...upward(unit.element)].find((one) => isLonger(one, unit.length));
  return around?.contains(next.element) === true;
}

/** Tells headings of a kind of which several, and most, belong to the story. */
function usualHeadings(units: Units, story: ReadonlySet<StoryUnit>): (unit: StoryUnit) => boolean {
  const kindOf = ({ blocks }: StoryUnit): string => blocks[0]?.kind ?? '';
  const isHeading = ({ element }: StoryUnit): boolean => /^h[2-6]$/.test(element.localName);
  const kinds = groupBy(units.filter(isHeading), kindOf);
  return (unit) => {
    const alike = isHeading(unit) ? (kinds.get(kindOf(unit)) ?? []) : [];
    const told = alike.filter((one) => story.has(one)).length;
    return told >= SEVERAL && told * 2 > alike.length;
  };
}

const BRIEF = 60;

/** Whether a unit is a list, a heading or a sentence without a name of its own, and no known furniture. */
function isPlain(unit: StoryUnit): boolean {
  const { element, chance } = unit;
  const [block] = unit.blocks;
  if (block === undefined || block.linked >= MOST_LINKED) return false;
  if (element.hasAttribute('class') || closest(element, 'aside,footer,header,nav') !== null)
    return false;
  const isSaid = isWhole(unit) || leadsOn(unit) || /[.!?。！？…]["”»]?$/u.test(block.text);
  const least = isWhole(unit) ? 0 : leastKept(unit) * SHARE_OF_SMALL;
  return isSaid && chance >= least && !block.isFurniture;
}

/** Kept blocks of a kind that are evidence for a lost one of that kind. */
const SEVERAL = 3;
/** Least length of a paragraph that is no teaser, comment or caption, in UTF-16 units. */
const LONG = 120;
const MOST_LINKED = 0.6;

/**
 * Evidence for lost units: long paragraphs of a kind most of which was kept, in the story or right beside
 * it, and quotes between kept blocks.
 */
function backing(units: Units): (unit: StoryUnit, at: number) => boolean {
  const kinds = groupBy(
    units.flatMap(({ blocks }) => blocks),
    ({ kind }) => kind,
  );
  const first = units.findIndex(isKept);
  const last = units.findLastIndex(isKept);
  const isAlike = ({ element, text, kind }: PageBlock): boolean => {
    if (element.localName !== 'p' || text.length < LONG) return false;
    const alike = kinds.get(kind) ?? [];
    const kept = alike.filter((one) => one.isKept).length;
    return kept >= SEVERAL && kept * 2 > alike.length;
  };
  return (unit, at) => {
    const [block] = unit.blocks;
    if (block === undefined || isFigure(unit)) return false;
    if (unit.blocks.some(({ linked }) => linked >= MOST_LINKED)) return false;
    if (closest(block.element, 'blockquote') !== null) return first < at && at < last;
    return first - 1 <= at && at <= last + 1 && isAlike(block);
  };
}

/** Of units to drop the surest, up to a share of the kept text: one judge must not decide on more. */
function mostLikely(kept: Units, story: ReadonlySet<StoryUnit>): Units {
  const furniture = kept.filter((unit) => !story.has(unit));
  const gone: StoryUnit[] = [];
  let left = lengthOf(kept) * LARGEST_SHARE;
  for (const unit of furniture.toSorted((a, b) => a.chance - b.chance)) {
    if (unit.length > left) continue;
    left -= unit.length;
    gone.push(unit);
  }
  return gone;
}
