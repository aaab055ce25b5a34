// The story of a page: which of its blocks belong to it, and the page without all others.

import { skeleton } from '../../../../core/fold.ts';
import { lazy } from '../../../../core/lazy.ts';
import { type Correction, TAKEN_OUT } from '../../../corrections.ts';
import type { Dropped } from '../../../draft.ts';
import { findFurniture } from '../../../facts/find-furniture.ts';
import { correctUnits } from '../../../label/correct-units.ts';
import { judgedAs } from '../../../label/decision-trees.ts';
import { judgeUnits } from '../../../label/judge-units.ts';
import {
  isFigure,
  isHeading,
  isPost,
  lengthOf,
  type Story,
  type StoryUnit,
  storyUnits,
  type Units,
  unitText,
} from '../../../label/story-units.ts';
import { isInLine } from '../document/block-order.ts';
import { around, lineOf } from '../dom/dom.ts';
import { type DomElement, type DomNode, isElement } from '../dom/nodes.ts';
import { closest, HEADINGS, matches, selectAll, selectFirst } from '../dom/select.ts';
import { creditsAround } from './lead-credit.ts';
import { type NumberedPage, storyBlocks } from './story-blocks.ts';

/**
 * Leaves of a page its story; the user's corrections overrule the judge.
 * @returns what was left out of it, and how surely; corrections that met a piece; credits; texts that must stay
 */
export function keepStory(page: NumberedPage, corrections: readonly Correction[]) {
  const units = storyUnits(storyBlocks(page));
  const { story, wanted, unwanted, corrected } = correctUnits(
    units,
    judgeUnits(units, page.known.recipe),
    corrections,
  );
  const titles = titlesIn(story, page.known.title);
  const again = repeatsIn(story);
  const kept = story.filter((unit) => wanted.has(unit) || !(again.has(unit) || titles.has(unit)));
  const told = new Set(kept);
  const isFree = (unit: StoryUnit): boolean => !wanted.has(unit) && !unwanted.has(unit);
  const credits = creditsAround(units.filter(isFree), told, page.known.headline);
  leaveOnly(page.body, elementsOf(kept, units));
  return {
    dropped: leftOut(units, { told, titles, again, unwanted }),
    corrected,
    credits,
    /** The paragraphs that were taken for the story at first sight. */
    taken: units.flatMap(({ element, isTaken }) =>
      isTaken && element.localName === 'p' ? [element] : [],
    ),
    wanted: new Set(
      [...wanted].flatMap((unit) => [unit, ...unit.blocks].map(({ element }) => lineOf(element))),
    ),
  };
}

/** What is left out of the story, and why; what stands far from it is not told. */
function leftOut(
  units: Units,
  { told, titles, again, unwanted }: Record<'told' | 'titles' | 'again' | 'unwanted', Story>,
): readonly Dropped[] {
  const first = units.findIndex((unit) => told.has(unit));
  const last = units.findLastIndex((unit) => told.has(unit));
  const whyOf = (unit: StoryUnit, text: string): string => {
    if (unwanted.has(unit)) return TAKEN_OUT;
    return again.has(unit) ? 'said again' : judgedAs(findFurniture(text), unit.chance);
  };
  const out = units.filter((unit, at) => {
    const isNear = unit.isTaken || again.has(unit) || (at > first && at < last);
    return isNear && !unwanted.has(unit) && !told.has(unit) && !titles.has(unit);
  });
  // What the user took out comes first: it is looked for.
  return [...unwanted, ...out].flatMap((unit) => {
    const text = unitText(unit);
    return text === '' ? [] : { text, why: whyOf(unit, text) };
  });
}

/** The elements of units: of a list that holds other units its items alone. */
function elementsOf(some: Units, all: Units): ReadonlySet<DomElement> {
  const holders = around(all.map(({ element }) => element));
  return new Set(
    some.flatMap(({ element, blocks }) =>
      holders.has(element) ? blocks.map((block) => block.element) : [element],
    ),
  );
}

/** Items: words beside their blocks are no block, and stay. */
const ITEM = 'li,dd,dt';

/** Takes all out of a page but some elements, what they stand in, and the rules between them. */
function leaveOnly(body: DomElement, story: ReadonlySet<DomElement>): void {
  const holders = around(story);
  const stays = (node: DomNode): boolean => {
    if (!isElement(node)) return false;
    return story.has(node) || holders.has(node) || node.localName === 'hr';
  };
  const isHolder = (one: DomElement) => one === body || (holders.has(one) && !story.has(one));
  for (const holder of [body, ...selectAll(body, '*')].filter(isHolder)) {
    const isItem = matches(holder, ITEM);
    for (const node of holder.childNodes) {
      if (stays(node) || (isItem && isInLine(node))) continue;
      if (isElement(node)) node.remove();
      else node.textContent = ' ';
    }
  }
}

/** The headings above a story's first paragraph that say its headline, or a part of it. */
function titlesIn(story: Units, title: string): ReadonlySet<StoryUnit> {
  const headline = skeleton(title);
  const first = story.findIndex(({ element }) => element.localName === 'p');
  return new Set(
    story.slice(0, Math.max(0, first)).filter((unit) => {
      const said = skeleton(unitText(unit));
      return matches(unit.element, HEADINGS) && said !== '' && headline.includes(said);
    }),
  );
}

/** Letters by which texts are compared, and from which words are said again by no chance. */
const COMPARED = 80;
const SURE = 40;
/** What sites call a sentence of the story that they set large. */
const PULL_QUOTE = '[class*="pull" i][class*="quote" i]';
/** Letters and digits that it says again by no chance. */
const SHORTEST_QUOTE = 20;
/** Share of a story that is told again where the page has it twice, for scripts or printers. */
const SECOND = 0.3;
/** Units after which a paragraph stands again for a screen of another size. */
const NEAR = 5;

/**
 * What a story says again: the whole of it in another place, and of what was not taken at first sight the words
 * of the rest.
 */
function repeatsIn(story: Units): ReadonlySet<StoryUnit> {
  const taken = story.filter(({ isTaken }) => isTaken);
  const told = lazy(() => skeleton(taken.map(unitText).join(' ')));
  const isAgain = (unit: StoryUnit): boolean => {
    if (unit.isTaken || isFigure(unit) || isHeading(unit) || isPost(unit.element)) return false;
    const said = skeleton(unitText(unit));
    return said.length >= SURE && told().includes(said.slice(0, COMPARED));
  };
  const seconds = secondsIn(story);
  const long = [...seconds].filter(([{ length }]) => length >= COMPARED);
  const isTwice = lengthOf(long.map(([unit]) => unit)) >= lengthOf(story) * SECOND;
  const places = new Map(story.map((unit, at) => [unit, at]));
  const near = long.filter(([unit, first]) => {
    const at = places.get(unit) ?? 0;
    const above = story.slice(Math.max(0, at - NEAR), at);
    // Below a heading it is the only one, maybe.
    if (!above.includes(first) || above.slice(-1).some(isHeading)) return false;
    return closest(first.element, 'blockquote') === null && isOfText(unit);
  });
  const again = isTwice ? [...seconds.keys()] : near.map(([unit]) => unit);
  return new Set([...story.filter(isAgain), ...quotesIn(story), ...again]);
}

/** Whether a unit is a paragraph, and no quote, item or question in bold. */
function isOfText(unit: StoryUnit): boolean {
  const { element, blocks } = unit;
  if (element.localName !== 'p' || isFigure(unit)) return false;
  if (closest(element, 'blockquote,li') !== null) return false;
  return lineOf(selectFirst(element, 'strong,b')) !== blocks[0]?.text;
}

/** The pull quotes, which say a sentence of the story again. */
function quotesIn(story: Units): Units {
  const isPulled = ({ element }: StoryUnit): boolean => closest(element, PULL_QUOTE) !== null;
  const quotes = story.filter(isPulled);
  if (quotes.length === 0) return [];
  const others = story.filter((unit) => !isPulled(unit)).map(unitText);
  const told = skeleton(others.join(' '));
  const again = quotes.filter((unit) => {
    const said = skeleton(unitText(unit));
    return said.length >= SHORTEST_QUOTE && told.includes(said);
  });
  // Who says it goes, too.
  const holders = new Set(again.map(({ element }) => closest(element, PULL_QUOTE)));
  return quotes.filter(({ element }) => holders.has(closest(element, PULL_QUOTE)));
}

/** The units whose words stand in another element before them, each with the first that has them. */
function secondsIn(story: Units): ReadonlyMap<StoryUnit, StoryUnit> {
  const firsts = new Map<string, StoryUnit>();
  const seconds = new Map<StoryUnit, StoryUnit>();
  for (const unit of story) {
    const said = skeleton(unitText(unit));
    const first = firsts.get(said);
    if (first === undefined) firsts.set(said, unit);
    else if (said !== '' && first.element.parentElement !== unit.element.parentElement)
      seconds.set(unit, first);
  }
  return seconds;
}
