// Pictures that are none of the story's: those beside a byline, and those that lead to other pages.
import { lazyFor } from '../../../../core/lazy.ts';
import { hasCredit } from '../../../../markdown/document/figures.ts';
import { share, wordsOf } from '../document/compare-words.ts';
import { attribute, type DomDocument, type DomElement, lineOf } from '../document/dom.ts';
import { leadsAway } from './caption-labels.ts';

/** What a figure with a portrait in it says of who wrote the story. */
const BYLINE = 'address,[rel~="author"]';
/** Words of a title that the address of its page repeats by no chance. */
const FEWEST_WORDS = 3;
const MOSTLY = 0.6;

/** Takes them out before the page's figures are taken; a figure that holds a byline leaves its words. */
export function dropOtherPictures(document: DomDocument): void {
  const isCredited = lazyFor((link: DomElement) => hasCredit(lineOf(link)));
  for (const image of [...document.querySelectorAll('img,amp-img')]) {
    const link = image.closest('a[href]');
    if (link !== null && isTeaser(image, link) && !isCredited(link)) image.remove();
  }
  for (const figure of [...document.querySelectorAll('figure')]) {
    if (figure.querySelector(BYLINE) === null || hasCredit(lineOf(figure))) continue;
    for (const image of figure.querySelectorAll('img,picture,amp-img')) image.remove();
    figure.replaceWith(...figure.childNodes);
  }
}

/** Whether a picture leads to a page whose address says what the picture is said to show. */
function isTeaser(image: DomElement, link: DomElement): boolean {
  const alt = attribute(image, 'alt');
  if (!leadsAway(link) || wordsOf(alt).length < FEWEST_WORDS) return false;
  return share(alt, attribute(link, 'href').replace(/[_%]/g, ' ')) >= MOSTLY;
}
