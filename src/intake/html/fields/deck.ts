// The deck: the standfirst that stands under the headline.

import { type DomElement, lineOf, nameOf, standsIn } from '../dom.ts';
import { firstMeta, type Page } from '../page.ts';
import { lineField } from '../structured-data.ts';
import { skeleton } from '../words.ts';

const NAMED =
  '[class*="standfirst"],[data-gu-name="standfirst"],[class*="article-dek"],.dek,[class*="__dek"],[class*="-dek"],.deck,[class*="__deck"],[class*="-deck"],' +
  '[itemprop~="alternativeHeadline"],[class*="subhead"],[class*="sub-head"],[class*="subtitle"],[class*="sub-title"],[class*="sub_title"],[class*="strapline"],[class*="standFirst"],[class*="article-summary"],[class*="article__summary"],' +
  '[class*="chapo"],[class*="article__intro"],[class*="article-intro"],[class*="headline-sub"],[class*="entry-summary"],[class*="tagline"],[class*="preamble"],[class*="ingress"],[class*="article-lead"],[class*="article__lead"],[class*="article-excerpt"],.intro,.lead,.lede,[class*="article-teaser"],[class*="articleLead"],[id*="article-summary"]';
const ELSEWHERE = 'nav,footer,aside,li,[class*="related"],[class*="card"],[class*="teaser"],figure';
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
    if (standsIn(element, ELSEWHERE)) continue;
    const text = lineOf(element);
    if (isDeck(text)) return text;
  }
  return shownDescription(page, isDeck);
}

const MOST_BLOCKS = 60;

/**
 * A description that is no text for search engines only: the page shows it near its headline, set
 * apart from its paragraphs. Where it is the first of them, the story begins there.
 */
function shownDescription(page: Page, isDeck: (text: string) => boolean): string | null {
  const known = new Set(
    [
      lineField(page.data.article, 'description'),
      firstMeta(page, 'og:description'),
      firstMeta(page, 'description'),
    ]
      .filter(isDeck)
      .map(skeleton),
  );
  if (known.size === 0) return null;
  const blocks = [...page.document.querySelectorAll('h1,h2,h3,p,div,span,strong')];
  const headline = blocks.findIndex((block) => block.localName === 'h1');
  for (const block of blocks.slice(headline + 1, headline + 1 + MOST_BLOCKS)) {
    const text = lineOf(block);
    if (known.has(skeleton(text)) && isSetApart(block)) return text;
  }
  return null;
}

/** A heading, bold text, or a paragraph of another kind than the one after it. */
function isSetApart(block: DomElement): boolean {
  if (/^(?:h2|h3|strong)$/.test(block.localName)) return true;
  if (lineOf(block.querySelector('strong,b,em,h2')) === lineOf(block)) return true;
  const next = block.nextElementSibling;
  return next === null || next.localName !== block.localName || nameOf(next) !== nameOf(block);
}
