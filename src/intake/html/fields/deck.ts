// The deck: the standfirst that stands under the headline.

import { lineOf } from '../dom.ts';
import { firstMeta, type Page } from '../page.ts';
import { lineField } from '../structured-data.ts';
import { skeleton } from '../words.ts';

const NAMED =
  '[class*="standfirst"],[data-gu-name="standfirst"],[class*="article-dek"],.dek,[class*="__dek"],[class*="-dek"],.deck,[class*="__deck"],[class*="-deck"],' +
  '[itemprop~="alternativeHeadline"],[class*="subhead"],[class*="sub-head"],[class*="subtitle"],[class*="sub-title"],[class*="sub_title"],[class*="strapline"],[class*="standFirst"],[class*="article-summary"],[class*="article__summary"],' +
  '[class*="chapo"],[class*="article__intro"],[class*="article-intro"],[class*="headline-sub"],[class*="entry-summary"],[class*="tagline"],[id*="article-summary"]';
const LINES = 'h2,h3,h4,p,div';
const SHORTEST = 20;
const LONGEST = 500;

/**
 * The deck, `null` where the page has none: what names itself one and stands near the headline,
 * else the page's description where the page shows it word for word outside its paragraphs.
 * @param headline what the deck may not repeat
 */
export function findDeck(page: Page, headline: string | null): string | null {
  const isDeck = (text: string): boolean =>
    text.length >= SHORTEST &&
    text.length <= LONGEST &&
    skeleton(text) !== skeleton(headline ?? '');
  for (const element of page.document.querySelectorAll(NAMED)) {
    if (
      element.closest(
        'nav,footer,aside,li,[class*="related"],[class*="card"],[class*="teaser"],figure',
      ) !== null
    )
      continue;
    const text = lineOf(element);
    if (isDeck(text)) return text;
  }
  return shownDescription(page, isDeck);
}

/** A description that is no text for search engines only: the page shows it under its headline. */
function shownDescription(page: Page, isDeck: (text: string) => boolean): string | null {
  const descriptions = [
    lineField(page.data.article, 'description'),
    firstMeta(page, 'og:description'),
    firstMeta(page, 'description'),
  ].filter(isDeck);
  if (descriptions.length === 0) return null;
  const known = new Set(descriptions.map(skeleton));
  const headline = page.document.querySelector('h1');
  for (let element = headline; element !== null; element = element.parentElement) {
    if (element.localName === 'body') break;
    const next = element.nextElementSibling;
    if (next === null) continue;
    const shown = [next, ...next.querySelectorAll(LINES)].slice(0, 40).map(lineOf);
    const found = shown.find((text) => known.has(skeleton(text)));
    if (found !== undefined) return found;
  }
  return null;
}
