// Captions that are not marked up as such: a picture and the few words under it in one block.
import { hasCredit } from '../../../../markdown/document/figures.ts';
import { attribute, type DomElement, lineOf, nameOf, startOf, upward } from '../document/dom.ts';
import { closest, selectAll, selectFirst } from '../document/select.ts';
import { isSlanted } from './captions-below.ts';
import { isSmall } from './pictures.ts';

/** Between two words of a name. */
const PICTURE_NAME =
  /(?:^|[\s_-])(?:image|img|photo|pic(?:ture)?|figure|foto|bild|thumb(?:nail)?)(?:$|[\s_-])/i;
const OTHER = 'a,p,h1,h2,h3,h4,ul,button,form,time,[class*="category"]';
const OTHER_IN_NAMED = 'a,h1,ul,button,form,[class*="category"]';
const OTHER_THAN_CAPTION = 'h2,h3,ul,button,form,time';
/** What is no block of a picture alone, and where the search for its words ends. */
const OUTSIDE = /^(?:li|body|article|main)$/;
const END = /^(?:p|li|body|article|main)$/;
const STEPS = 6;
const LONGEST_PLAIN = 300;
const LONGEST_TOLD = 600;

/**
 * The block of a picture without a caption of its own and of the words under it that are one: they
 * hold a credit, or stand alone with it.
 */
export function labelledHolder(image: DomElement): DomElement | null {
  const around = [...upward(image)].slice(0, STEPS);
  const holder = around.find((one) => END.test(one.localName) || startOf(one, 0) !== '');
  if (holder === undefined || OUTSIDE.test(holder.localName)) return null;
  const text = startOf(holder, LONGEST_TOLD);
  if (text.length > LONGEST_TOLD || !text.includes(' ') || !isOnly(image, holder)) return null;
  if (holder.localName === 'p') return isSlanted(holder) ? holder : null;
  const isCredited = selectFirst(holder, OTHER_THAN_CAPTION) === null && hasCredit(text);
  return isCredited || isPlain(holder, text) ? holder : null;
}

function isOnly(image: DomElement, holder: DomElement): boolean {
  return selectAll(holder, 'img,amp-img').every(
    (one) => image.contains(one) || closest(one, 'noscript') !== null || isSmall(one),
  );
}

function isPlain(holder: DomElement, text: string): boolean {
  const other = PICTURE_NAME.test(nameOf(holder)) ? OTHER_IN_NAMED : OTHER;
  // A link around the picture may lead to a larger one.
  const isPicture = (one: DomElement): boolean =>
    one.localName === 'a' && lineOf(one) === '' && !leadsAway(one);
  return text.length <= LONGEST_PLAIN && selectAll(holder, other).every(isPicture);
}

/** Whether a link leads to a page, not to the picture itself or a place on this page. */
export function leadsAway(link: DomElement): boolean {
  const href = attribute(link, 'href');
  return !/^(?:#|javascript:)|\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(href);
}
