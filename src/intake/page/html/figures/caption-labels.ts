// Captions that are not marked up as such: a picture and the few words under it in one block.
import { hasCredit } from '../../../../markdown/document/figures.ts';
import { share, wordsOf } from '../document/compare-words.ts';
import { attribute, type DomElement, lineOf, nameOf, startOf, upward } from '../document/dom.ts';
import { isSlanted } from './captions-below.ts';
import { imageIn, isSmall } from './pictures.ts';

/** Between two words of a name. */
const PICTURE_NAME =
  /(?:^|[\s_-])(?:image|img|photo|pic(?:ture)?|figure|foto|bild|thumb(?:nail)?)(?:$|[\s_-])/i;
const OTHER = 'a,p,h1,h2,h3,h4,ul,button,form,time';
const OTHER_IN_NAMED = 'a,h1,ul,button,form';
const OTHER_THAN_CAPTION = 'h2,h3,ul,button,form,time';
const STEPS = 5;
const LONGEST_PLAIN = 300;
const LONGEST_TOLD = 600;
const FEWEST_WORDS = 4;

/**
 * The block of a picture without a caption of its own and of the words under it that are one: they
 * repeat what the picture says of itself, hold a credit, or stand alone with it.
 */
export function labelledHolder(image: DomElement): DomElement | null {
  let step = 0;
  for (const element of upward(image)) {
    if (step++ > STEPS || /^(?:li|body|article|main)$/.test(element.localName)) return null;
    const text = startOf(element, LONGEST_TOLD);
    const isParagraph = element.localName === 'p';
    if (text === '' && !isParagraph) continue;
    if (text.length > LONGEST_TOLD || !text.includes(' ') || !isOnly(image, element)) return null;
    if (isParagraph) return isSlanted(element) ? element : null;
    return isPlain(element, text) || isTold(image, element, text) ? element : null;
  }
  return null;
}

function isOnly(image: DomElement, holder: DomElement): boolean {
  return [...holder.querySelectorAll('img,amp-img')].every(
    (one) => image.contains(one) || one.closest('noscript') !== null || isSmall(one),
  );
}

function isPlain(holder: DomElement, text: string): boolean {
  const other = PICTURE_NAME.test(nameOf(holder)) ? OTHER_IN_NAMED : OTHER;
  // A link around the picture may lead to a larger one.
  const isPicture = (one: DomElement): boolean =>
    one.localName === 'a' && lineOf(one) === '' && !leadsAway(one);
  return text.length <= LONGEST_PLAIN && [...holder.querySelectorAll(other)].every(isPicture);
}

function isTold(image: DomElement, holder: DomElement, text: string): boolean {
  if (holder.querySelector(OTHER_THAN_CAPTION) !== null) return false;
  if (hasCredit(text)) return true;
  if (holder.querySelector('h1') !== null) return false;
  const links = [holder.closest('a[href]'), ...holder.querySelectorAll('a[href]')];
  const isTitle = (link: DomElement | null): boolean =>
    link !== null && leadsAway(link) && lineOf(link) !== '';
  if (links.some(isTitle)) return false;
  return repeats(image, text);
}

/** Whether a link leads to a page, not to the picture itself or a place on this page. */
export function leadsAway(link: DomElement): boolean {
  const href = attribute(link, 'href');
  return !/^(?:#|javascript:)|\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(href);
}

/** Whether the words are those of the picture's own alternative text or title, and few more. */
function repeats(image: DomElement, text: string): boolean {
  return ['alt', 'title'].some((name) => {
    const given = attribute(imageIn(image), name);
    if (wordsOf(given).length < FEWEST_WORDS || text.length > given.length + 160) return false;
    return share(given, text) >= 0.8;
  });
}
