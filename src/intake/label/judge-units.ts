// Which units of a page are its story: what is likely enough, and what belongs to that.

import { groupBy } from '../../core/group-by.ts';
import { findFurniture } from '../facts/find-furniture.ts';
import { BESIDE, BOXES, COMMENTS } from '../page/html/document/main-part.ts';
import type { PageFigure } from '../page/html/document/page-figure.ts';
import { isLonger, partAround, upward } from '../page/html/dom/dom.ts';
import type { DomElement } from '../page/html/dom/nodes.ts';
import { closest, HEADINGS, matches } from '../page/html/dom/select.ts';
import { galleryUnits } from './gallery-units.ts';
import { SMALL_PAGE } from './measures.ts';
import { recipeUnits } from './recipe-units.ts';
import { noteUnits, sourceLines, sourceLists } from './source-lines.ts';
import {
  isCaptioned,
  isFigure,
  isHeading,
  isLinks,
  isPost,
  isSource,
  isWhole,
  leadsOn,
  lengthOf,
  MOST_LINKED,
  type Story,
  type StoryUnit,
  type Units,
} from './story-units.ts';
import { wholeUnits } from './whole-units.ts';

/** Least chances at which units belong to the story. */
const LEAST = 0.3;
/** Of a paragraph, and of one that speaks to readers once, or more often. */
const LEAST_PARAGRAPH = [0.36, 0.5, 0.65] as const;
/** Of a list, table, code, quote, or figure with its caption. */
const LEAST_WHOLE = 0.15;
/** Of what a page shows for its story only: posts of others, addresses as they are; of a heading; of what a line leads to. */
const LEAST_BACKED = 0.02;
/** Of a figure right below a paragraph of the story, or right above its first, or amid it. */
const LEAST_BESIDE = 0.05;
/** Of a figure with its caption beside the story, or in a link. */
const LEAST_TEASER = 0.6;

/** Of a story above what readers write, in UTF-16 units. */
const LEAST_ABOVE = 500;

/** Share of a page's words from which a table, or code, is what the page is for. */
const LARGE = 0.25;

/** On a small page plain lists stay, and sentences from this share of the usual chance on. */
const SHARE_OF_SMALL = 1 / 3;

/** The units of a page that are its story. @param recipe the lines of the page's recipe, as its data have it */
export function judgeUnits(units: Units, recipe: readonly string[] = []): Story {
  const length = lengthOf(units);
  const isLarge = (unit: StoryUnit): boolean =>
    matches(unit.element, 'table,pre') && unit.length >= length * LARGE && !isLinks(unit);
  const likely = units.filter((unit) => isLarge(unit) || unit.chance >= leastOf(unit));
  const story = new Set(withoutReaders(likely));
  // Something is better than nothing.
  if (story.size === 0) return new Set(units.filter(({ isTaken }) => isTaken));
  for (const unit of [...unitsAlike(units, story), ...wholeUnits(units, story)]) story.add(unit);
  const sources = [...sourceLists(units, story), ...sourceLines(units, story)];
  const notes = noteUnits(units, story);
  for (const unit of [...sources, ...notes, ...postsIn(units, story)]) story.add(unit);
  for (const unit of recipeUnits(units, recipe)) story.add(unit);
  addFigures(units, story);
  for (const unit of galleryUnits(units, story)) story.add(unit);
  addLeads(units, story);
  const labels = units.filter((unit, at) => isLabel(unit, units[at + 1], story));
  for (const label of labels) story.delete(label);
  for (const unit of length < SMALL_PAGE ? units.filter(isPlain) : []) story.add(unit);
  return story;
}

/**
 * A story without what readers write below it: long paragraphs, often the author's own among them. In a
 * forum, or a page that calls all of it so, they are the story.
 */
function withoutReaders(likely: Units): Units {
  const own = likely.filter(({ element }) => closest(element, COMMENTS) === null);
  const isStory = own[0] === likely[0] && lengthOf(own) >= LEAST_ABOVE;
  return isStory ? own : likely;
}

/**
 * Figures go with the paragraph right above them, in a row or alone, with a line above that ends in a
 * colon, with what opens the story right below and with the words around them.
 */
function addFigures(units: Units, story: Set<StoryUnit>): void {
  const first = units.findIndex((unit) => story.has(unit));
  for (const [at, unit] of units.entries()) {
    const [above, next] = [units[at - 1], units[at + 1]];
    const { element, blocks, chance } = unit;
    if (!blocks.every(({ figure }) => figure !== null && mayBeOfStory(figure))) continue;
    const isBelow = above !== undefined && story.has(above) && chance >= leastBelow(above, element);
    const isOpening =
      at === first - 1 &&
      (isParagraph(next, element.nextElementSibling) || isBelowTitle(at, units));
    const isBeside = chance >= LEAST_BESIDE && (isOpening || isAmid(at, units, story));
    if (isBelow || isBeside) story.add(unit);
  }
}

/** Units right above a picture, one of which is the headline. */
const MOST_BELOW_TITLE = 3;

/** Whether the page's headline stands right above a figure. */
function isBelowTitle(at: number, units: Units): boolean {
  const above = units.slice(Math.max(0, at - MOST_BELOW_TITLE), at);
  return above.some(({ element }) => matches(element, HEADINGS)) && !above.some(isFigure);
}

/** Whether a figure, or a row of them, stands between words of the story. */
function isAmid(at: number, units: Units, story: Story): boolean {
  const isWords = (unit: StoryUnit): boolean => !isFigure(unit);
  const above = units.slice(0, at).findLast(isWords);
  const below = units.slice(at + 1).find(isWords);
  if (above === undefined || below === undefined) return false;
  const box = closest(units[at]?.element ?? null, BOXES);
  const isIn = box === null || box.contains(above.element);
  return isIn && story.has(above) && story.has(below);
}

/** The least chance at which a figure belongs to the story by what stands above it. */
function leastBelow(above: StoryUnit, { previousElementSibling }: DomElement): number {
  if (isHeading(above)) return 1;
  if (leadsOn(above)) return LEAST_BACKED;
  return isParagraph(above, previousElementSibling) ? LEAST_BESIDE : 1;
}

function isParagraph(unit: StoryUnit | undefined, element: DomElement | null): boolean {
  return unit?.element.localName === 'p' && unit.element === element;
}

/** Whether a figure leads nowhere, is no part beside the story, and says nothing that is known for furniture. */
function mayBeOfStory({ alt, caption, isLink, isOwn }: PageFigure): boolean {
  if (isLink || (caption !== '' && !isOwn)) return false;
  return findFurniture(caption || alt) === null;
}

/** A heading goes with what stands under it, and so does what ends in a colon. */
function addLeads(units: Units, story: Set<StoryUnit>): void {
  const first = units.findIndex((unit) => story.has(unit));
  const isUsual = usualOf(units.filter(isHeading), story);
  for (const [at, unit] of [...units.entries()].reverse()) {
    const next = units[at + 1];
    if (next === undefined || !story.has(next)) continue;
    if (isOver(unit, next, at > first) || (isHeading(unit) && isUsual(unit))) story.add(unit);
  }
}

/** The least chance at which a unit belongs to the story. */
function leastOf(unit: StoryUnit): number {
  if (isCaptioned(unit)) return unit.blocks[0]?.figure?.isOwn ? LEAST_WHOLE : LEAST_TEASER;
  if (isPost(unit.element) || isSource(unit)) return LEAST_BACKED;
  const isHeld = isWhole(unit) ? !isLinks(unit) : closest(unit.element, 'blockquote') !== null;
  return isHeld ? LEAST_WHOLE : leastAlone(unit);
}

function leastAlone(unit: StoryUnit): number {
  const [block] = unit.blocks;
  if (block === undefined || block.figure !== null || isHeading(unit)) return LEAST;
  return LEAST_PARAGRAPH[Math.min(2, block.appeals)] ?? LEAST;
}

const BRIEF = 60;

/** Whether a unit is a few words that end in a colon, or a known heading, over links that are left out. */
function isLabel(unit: StoryUnit, next: StoryUnit | undefined, story: Story): boolean {
  const mayBe = unit.element.localName === 'p' || unit.blocks[0]?.isFurniture === true;
  if (!mayBe || !leadsOn(unit) || unit.length >= BRIEF) return false;
  return next !== undefined && !story.has(next) && isLinks(next);
}

/** Whether a unit leads to the next: one not taken stands over it, not in a teaser or in the page's head. */
function isOver(unit: StoryUnit, next: StoryUnit, isInside: boolean): boolean {
  if (!leadsOn(unit) || unit.chance < LEAST_BACKED) return false;
  if (unit.isTaken) return true;
  const isLink = (unit.blocks[0]?.linked ?? 0) >= MOST_LINKED;
  if (isLink || closest(unit.element, isInside ? 'a,aside' : 'a,aside,header,hgroup') !== null)
    return false;
  const around = [...upward(unit.element)].find((one) => isLonger(one, unit.length));
  return around?.contains(next.element) === true;
}

/** Units of a kind that are evidence for another one. */
const SEVERAL = 3;
/** Least length of a paragraph that is no label, in UTF-16 units. */
const LONG = 60;
/** The least chance of one that is like them. */
const LEAST_ALIKE = 0.1;
/** Units from the story within which it may go on. */
const NEAR = 5;

/**
 * Long paragraphs that were not taken at first sight, in the story or near it, of a kind of which several,
 * and most, belong to it.
 */
function unitsAlike(units: Units, story: Story): Units {
  const isLong = ({ element, length }: StoryUnit) => element.localName === 'p' && length >= LONG;
  const isUsual = usualOf(units.filter(isLong), story);
  const first = units.findIndex((unit) => story.has(unit));
  const last = units.findLastIndex((unit) => story.has(unit));
  return units.slice(Math.max(0, first - NEAR), last + NEAR + 1).filter((unit) => {
    if (unit.isTaken || unit.chance < LEAST_ALIKE || isLinks(unit)) return false;
    return isLong(unit) && isUsual(unit);
  });
}

/** Posts beside the story's parts, however few words the judge sees of them. */
function postsIn(units: Units, story: Story): Units {
  const part = partAround(units.filter((unit) => story.has(unit)).map(({ element }) => element));
  return units.filter(({ element }) => isPost(element) && part?.contains(element) === true);
}

/** Tells units of a kind of which several, and most, belong to the story. */
function usualOf(units: Units, story: Story): (unit: StoryUnit) => boolean {
  const kindOf = ({ blocks }: StoryUnit): string => blocks[0]?.kind ?? '';
  const usual = new Set<string>();
  for (const [kind, alike] of groupBy(units, kindOf)) {
    const told = alike.filter((one) => story.has(one)).length;
    if (told >= SEVERAL && told * 2 > alike.length) usual.add(kind);
  }
  return (unit) => usual.has(kindOf(unit));
}

/** Whether a taken unit is a list, a heading or a sentence without a name of its own, and no known furniture. */
function isPlain(unit: StoryUnit): boolean {
  const { element, chance, isTaken } = unit;
  const [block] = unit.blocks;
  if (!isTaken || block === undefined || block.linked >= MOST_LINKED) return false;
  if (element.hasAttribute('class') || closest(element, BESIDE) !== null) return false;
  const isSaid = isWhole(unit) || leadsOn(unit) || /[.!?。！？…]["”»]?$/u.test(block.text);
  const least = isWhole(unit) ? 0 : leastAlone(unit) * SHARE_OF_SMALL;
  return isSaid && chance >= least && !block.isFurniture;
}
