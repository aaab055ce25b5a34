// The units of a page that its data call a recipe: what goes in, what is done, and what stands with both.
import { skeleton } from '../../core/fold.ts';
import { COMMENT } from '../page/html/document/main-part.ts';
import { partAround } from '../page/html/dom/dom.ts';
import type { DomElement } from '../page/html/dom/nodes.ts';
import { closest, withClass } from '../page/html/dom/select.ts';
import type { PageBlock } from './page-blocks.ts';
import { lengthOf, type StoryUnit, type Units } from './story-units.ts';

/** Letters and digits from which words are a recipe's by no chance, also as a part of a step. */
const SURE = 12;
/** What is read of a recipe for parts of its steps, in UTF-16 units. */
const READ = 20_000;
/** Of a unit's blocks, that the recipe must have. */
const MOSTLY = 0.5;
/** Where a page speaks of other things, or readers do. */
const ELSEWHERE = `nav,aside,footer,${COMMENT}`;
/** What a card shows beside its recipe: what readers give it, what prints it, what is sold with it. */
const BESIDE = `${ELSEWHERE},form,${withClass('rating', 'review', 'vote', 'print', 'button', 'call-to', 'social', 'share', 'product', 'footer')}`;
/** Of what a card says: its recipe. */
const LEAST = 0.25;

/** The units of a recipe. @param recipe what the page's data say goes in and is done, by lines */
export function recipeUnits(units: Units, recipe: readonly string[]): Units {
  if (recipe.length === 0) return [];
  const lines = new Set(recipe.map(skeleton));
  const all = [...lines].join(' ').slice(0, READ);
  const isSaid = ({ text }: PageBlock): boolean => {
    const said = skeleton(text);
    return lines.has(said) || (said.length >= SURE && all.includes(said));
  };
  const isOf = ({ element, blocks }: StoryUnit): boolean =>
    closest(element, ELSEWHERE) === null && blocks.filter(isSaid).length > blocks.length * MOSTLY;
  const told = units.filter(isOf);
  const card = partAround(told.map(({ element }) => element));
  if (card === undefined) return told;
  const inCard = units.filter(({ element }) => card.contains(element));
  const isCard = lengthOf(told) >= lengthOf(inCard) * LEAST;
  const own = new Set(told);
  return isCard ? inCard.filter((unit) => own.has(unit) || isPlain(unit, card)) : told;
}

/** Whether a unit is no box in the card: the whole page may be called by such a name, too. */
function isPlain({ element, blocks }: StoryUnit, card: DomElement): boolean {
  const box = closest(element, BESIDE);
  if (box !== null && card.contains(box)) return false;
  return blocks.every(
    ({ linked, appeals, isFurniture }) => linked < MOSTLY && appeals < 2 && !isFurniture,
  );
}
