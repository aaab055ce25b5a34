// The credit of a story's first picture, where the page prints it in a line of its own.

import { skeleton } from '../../../../core/fold.ts';
import { hasCredit } from '../../../../markdown/document/figures.ts';
import { isCreditAlone, splitGluedCredit } from '../../../facts/credits.ts';
import type { StoryUnit, Units } from '../../../label/story-units.ts';
import { pattern } from '../../../words/pattern.ts';
import type { DomElement } from '../document/dom.ts';
import { type Figures, MARKS, numberOf } from '../document/page-figure.ts';
import { selectFirst } from '../document/select.ts';
import { joined } from '../figures/picture-captions.ts';

/** `Photo: Ada Li`, `Featured image by Ada Li`; `Source: AP` may be the story's. */
const OF_PICTURE = pattern`^\W*(?:\p{L}+ )?${['credit label', 'picture by']}`;
const BRACKETS = /^[([]\s*|\s*[)\]]$/g;

/** Units above a story, and below it, in which its page may credit its pictures. */
const ABOVE = 12;
const BELOW = 3;
/** Share of a line that is links: titles of galleries begin as credits do. */
const MOST_LINKED = 0.5;

function isPictureCredit(text: string): boolean {
  return isCreditAlone(text) && OF_PICTURE().test(text);
}

/** The lines in a story and around it that credit a picture, and stand in no figure. */
export function creditsAround(units: Units, isStory: (unit: StoryUnit) => boolean): Units {
  const first = units.findIndex(isStory);
  const last = units.findLastIndex(isStory);
  const near = units.slice(Math.max(0, first - ABOVE), last + 1 + BELOW);
  return near.filter(({ blocks: [block, more] }) => {
    if (block === undefined || more !== undefined || block.figure !== null) return false;
    return block.linked < MOST_LINKED && isPictureCredit(block.text);
  });
}

/** Gives a story's first picture the one credit around it, where it has none. */
export function creditLead(
  body: DomElement,
  figures: Figures,
  credits: readonly string[],
): Figures {
  const told = new Map(credits.map((credit) => [skeleton(credit), credit]));
  const mark = selectFirst(body, MARKS);
  const figure = mark === null ? undefined : figures[numberOf(mark)];
  if (told.size !== 1 || figure === undefined || figure.src === null) return figures;
  const { caption } = figure;
  if (hasCredit(caption) || isCreditAlone(caption) || splitGluedCredit(caption)) return figures;
  const parts = [caption, ...told.values()].map((part) => part.replace(BRACKETS, ''));
  const credited = { ...figure, caption: joined(parts.filter(Boolean)) };
  return figures.map((one) => (one === figure ? credited : one));
}
