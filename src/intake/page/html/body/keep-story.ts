// Removes from an extractor's body blocks outside the story, and puts back lost ones.

import { skeleton } from '../../../../core/fold.ts';
import { type Correction, TAKEN_OUT } from '../../../corrections.ts';
import { findFurniture } from '../../../facts/find-furniture.ts';
import { describeBlocks, pageBlocks, type Witnesses } from '../../../label/block-features.ts';
import { judgedAs } from '../../../label/body-chance.ts';
import { correctUnits } from '../../../label/correct-units.ts';
import { judgeUnits } from '../../../label/judge-units.ts';
import { type StoryUnit, storyUnits } from '../../../label/story-units.ts';
import { ORDER, orderOf } from '../document/block-order.ts';
import { type DomElement, lineOf } from '../document/dom.ts';
import { FIGURE_MARK, type Figures, numberOf } from '../document/page-figure.ts';
import { closest, selectAll, selectFirst } from '../document/select.ts';

/** Letters by which texts are compared. */
const COMPARED = 80;

/** A page after the extractor. */
interface Extracted {
  readonly body: DomElement;
  /** The page's numbered body from before the extractor. */
  readonly original: DomElement;
  readonly known: Witnesses;
  readonly figures: Figures;
}

/** The blocks of the page with their features, and those of the body by number. */
export function storyBlocks({ body, original, known, figures }: Extracted) {
  const elements = selectAll(body, `[${ORDER}]`);
  const inBody = new Map(elements.map((element) => [orderOf(element), element] as const));
  const blocks = pageBlocks(original, inBody, figures);
  return { blocks, features: describeBlocks(blocks, known), inBody };
}

/**
 * Removes from the extractor's body blocks outside the story, and puts back lost ones; the user's
 * corrections overrule the judge.
 * @returns what was removed, and how surely; blocks that corrections matched; texts that must stay
 */
export function keepStory(extracted: Extracted, corrections: readonly Correction[]) {
  const { body, known } = extracted;
  const { blocks, features, inBody } = storyBlocks(extracted);
  const units = storyUnits(blocks, features);
  const judged = correctUnits(units, judgeUnits(units), corrections);
  const leaves = [...inBody.values()].filter((one) => selectFirst(one, `[${ORDER}]`) === null);
  const isTold = teller(body, leaves, known.title);
  for (const { element } of judged.lost) if (!isTold(element)) placeBlock(element, body, leaves);
  const takeUnit = ({ element, blocks: all, chance }: StoryUnit, why?: string) => {
    const whole = inBody.get(orderOf(element));
    const parts = all.flatMap((block) => inBody.get(orderOf(block.element)) ?? []);
    const taken = whole === undefined ? parts : [whole];
    for (const one of taken) one.remove();
    const text = all.map((block) => block.text).join(' ');
    if (taken.length === 0 || text === '') return [];
    return [{ text, why: why ?? judgedAs(findFurniture(text), chance) }];
  };
  return {
    dropped: [
      ...judged.unwanted.flatMap((unit) => takeUnit(unit, TAKEN_OUT)),
      ...judged.furniture.flatMap((unit) => takeUnit(unit)),
    ],
    corrected: judged.corrected,
    wanted: new Set(
      judged.wanted.flatMap((unit) => [unit, ...unit.blocks].map(({ element }) => lineOf(element))),
    ),
  };
}

/** Tells what a body has already: some pages have their story twice, for scripts or printers. */
function teller(body: DomElement, leaves: readonly DomElement[], title: string) {
  const told = skeleton(lineOf(body));
  const headline = skeleton(title);
  const first = Math.min(...leaves.map(orderOf));
  const lines = new Set(leaves.map((leaf) => skeleton(lineOf(leaf))));
  return (element: DomElement): boolean => {
    if (element.hasAttribute(FIGURE_MARK))
      return selectAll(body, `[${FIGURE_MARK}]`).some((one) => numberOf(one) === numberOf(element));
    const said = skeleton(lineOf(element));
    if (!/^h[2-6]$/.test(element.localName)) return told.includes(said.slice(0, COMPARED));
    // The words of a heading may stand in a paragraph, too; above the story they may be of the headline.
    const isAbove = orderOf(element) < first;
    return lines.has(said) || (isAbove && headline.includes(said));
  };
}

const HOLDERS = 'ul,ol,dl,blockquote,table';

/** Puts a copy of a block before the first one that was after it. */
function placeBlock(block: DomElement, body: DomElement, leaves: readonly DomElement[]): void {
  const first = orderOf(block);
  const next = leaves.find((leaf) => orderOf(leaf) > first && body.contains(leaf));
  // What stood outside of lists, quotes and tables goes there, and so do figures.
  const isInside = !block.hasAttribute(FIGURE_MARK) && closest(block, HOLDERS) !== null;
  const holder = isInside ? null : closest(next ?? null, HOLDERS);
  if (next === undefined) body.append(block.cloneNode(true));
  else (holder ?? next).before(block.cloneNode(true));
}
