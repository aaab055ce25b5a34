// Lists, tables and code of a story: the judge was taught by newspapers, which have few of them.

import { BOXES } from '../page/html/document/main-part.ts';
import type { DomElement } from '../page/html/dom/nodes.ts';
import { closest, matches, selectFirst } from '../page/html/dom/select.ts';
import type { PageBlock } from './page-blocks.ts';
import {
  isHeading,
  isWhole,
  leadsOn,
  MOST_LINKED,
  partOf,
  type Story,
  type StoryUnit,
  type Units,
} from './story-units.ts';

/** The least chance of a table, or code, in a part of its own. */
const LEAST = 0.02;
/** Share of their blocks that may be links or known furniture. */
const FEW = 0.25;
/** Of a block, as far as it may be links. */
const HALF = 0.5;

/** Those amid a story, or behind its paragraphs in the same element under a heading or what leads to them. */
export function wholeUnits(units: Units, story: Story): Units {
  const part = partOf(units, story);
  const first = units.findIndex((unit) => story.has(unit));
  const last = units.findLastIndex((unit) => story.has(unit));
  const isUnder = (above: StoryUnit, isSure: boolean): boolean =>
    leadsOn(above) && (story.has(above) || (!isSure && isHeading(above)));
  return units.filter((unit, at) => {
    const above = units[at - 1];
    if (at <= first || above === undefined || isOverOthers(above, story)) return false;
    if (!mayBeOf(unit, part)) return false;
    if (unit.element.parentElement === part) return at < last || isUnder(above, false);
    if (at < last) return isRightBelow(unit, above, story) || isBlockIn(unit, part);
    return isUnder(above, true) && matches(unit.element, BLOCK);
  });
}

const BLOCK = 'table,pre';
const FIELD = 'input,select,textarea,label';

/** Whether a unit amid the story is a table, or code: in its part, or likely, and no form. */
function isBlockIn({ element, chance }: StoryUnit, part: DomElement | null): boolean {
  if (!matches(element, BLOCK)) return false;
  if (part?.contains(element) === true) return true;
  return chance >= LEAST && selectFirst(element, FIELD) === null;
}

/** Whether a unit of the story stands right above: page builders give each piece an element of its own. */
function isRightBelow({ element }: StoryUnit, above: StoryUnit, story: Story): boolean {
  return story.has(above) && above.element === element.previousElementSibling;
}

function mayBeOf(unit: StoryUnit, part: DomElement | null): boolean {
  const mostLinked = matches(unit.element, BLOCK) ? MOST_LINKED : HALF;
  const others = unit.blocks.filter((block) => isOther(block, mostLinked)).length;
  if (!isWhole(unit) || others > unit.blocks.length * FEW) return false;
  const box = closest(unit.element, BOXES);
  return box === null || part === null || box.contains(part);
}

/** Whether a unit heads other things: one that papers have everywhere, or a label that is not the story's. */
function isOverOthers(unit: StoryUnit, story: Story): boolean {
  if (isHeading(unit)) return unit.blocks.some((block) => isOther(block));
  return leadsOn(unit) && !story.has(unit);
}

function isOther({ isFurniture, isHead, linked }: PageBlock, mostLinked = HALF): boolean {
  return isFurniture || isHead || linked > mostLinked;
}
