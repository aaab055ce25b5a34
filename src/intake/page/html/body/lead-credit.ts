// The credits that a page prints in lines of their own, and the first picture of its story.

import { skeleton } from '../../../../core/fold.ts';
import { isCreditAlone, isCredited } from '../../../facts/credits.ts';
import type { Story, StoryUnit, Units } from '../../../label/story-units.ts';
import { pattern } from '../../../words/pattern.ts';
import { orderOf } from '../document/block-order.ts';
import { standsIn } from '../document/main-part.ts';
import { type Figures, isMark, MARKS, numberOf } from '../document/page-figure.ts';
import type { DomElement } from '../dom/nodes.ts';
import { selectAll, selectFirst, withClass } from '../dom/select.ts';
import { joinSentences } from '../figures/picture-captions.ts';

/** `Photo: Ada Li`, `Featured image by Ada Li`; `Source: AP` may be the story's. */
export const OF_PICTURE = pattern`^\W*(?:\p{L}+ )?${['credit label', 'picture by', 'lead picture']}`;
/** `Titelbild: Ada Li`: that of the first picture, however many follow. */
const OF_LEAD = pattern`^\W*${'lead picture'}`;
const IN_BRACKETS = /^[([]\s*(.*?)\s*[)\]]$/;

/** Units below a story that may be its foot: behind them other stories are credited. */
const BELOW = 3;
/** Where the portrait of who wrote the story has its credit. */
const OF_AUTHOR = `${withClass('author', 'about')},[class~="bio"]`;
/** Share of a line that is links: titles of galleries begin as credits do. */
const MOST_LINKED = 0.9;

/** A line that credits the pictures of a story, and stands in no figure. */
interface CreditLine {
  readonly element: DomElement;
  readonly text: string;
}

/** The credits of a story's pictures that stand around it. */
interface Credits {
  /** Between the headline and the story. */
  readonly above: readonly CreditLine[];
  /** The story's last lines, or right below it in the same part. */
  readonly below: readonly CreditLine[];
}

/** The credits around a story. @param headline the number of the headline's block */
export function creditsAround(units: Units, story: Story, headline: number): Credits {
  const first = units.findIndex((unit) => story.has(unit));
  const last = units.findLastIndex((unit) => story.has(unit));
  const part = units[last]?.element.parentElement;
  const above = units.slice(0, Math.max(0, first));
  const end = units.slice(0, last + 1).findLastIndex((unit) => creditsIn(unit).length === 0);
  const below = units.slice(end + 1, last + 1 + BELOW);
  return {
    above: above.filter(({ element }) => orderOf(element) > headline).flatMap(creditsIn),
    below: below
      .filter(({ element }) => part?.contains(element) && !standsIn(element, OF_AUTHOR))
      .flatMap(creditsIn),
  };
}

function creditsIn({ blocks: [block, more] }: StoryUnit): readonly CreditLine[] {
  if (block === undefined || more !== undefined || block.figure !== null) return [];
  const { element, linked, text } = block;
  const names = text.replace(OF_PICTURE(), '');
  const isNamed = names !== text && /\p{L}{2}/u.test(names);
  const isOne = linked < MOST_LINKED && isNamed && isCreditAlone(text);
  return isOne ? [{ element, text }] : [];
}

/** The texts of credits below a story that no picture of it has. */
export function looseCredits({ below }: Credits, figures: Figures): readonly string[] {
  const captions = figures.map(({ caption }) => skeleton(caption));
  const isTold = (text: string): boolean => captions.some((one) => one.includes(skeleton(text)));
  return below.map(({ text }) => text).filter((text) => !isTold(text));
}

/**
 * Gives a story's first picture, where it has none, the one credit above the story, or around a story with
 * one picture. The line leaves the story.
 * @returns the figures, and the line that was given; `null` where all stays as it is
 */
export function creditLead(body: DomElement, figures: Figures, { above, below }: Credits) {
  const numbers = new Set(selectAll(body, MARKS).map(numberOf));
  const [lead = -1] = numbers;
  const figure = figures[lead];
  const isFirst = figure?.caption === '' && isMark(selectFirst(body, 'p') ?? body);
  const isOfLead = ({ text }: CreditLine): boolean =>
    numbers.size === 1 || (isFirst && OF_LEAD().test(text));
  const told = [...above, ...below.filter(isOfLead)];
  const [credit, other] = new Map(told.map(({ text }) => [skeleton(text), text])).values();
  const isFree = figure !== undefined && figure.src !== null && !isCredited(figure.caption);
  if (credit === undefined || other !== undefined || !isFree) return { figures, credit: null };
  for (const { element } of told) element.remove();
  const parts = [figure.caption, credit.replace(IN_BRACKETS, '$1')].filter(Boolean);
  const caption = joinSentences(parts);
  return { figures: figures.map((one) => (one === figure ? { ...one, caption } : one)), credit };
}
