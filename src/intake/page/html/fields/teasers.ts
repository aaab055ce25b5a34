// Teasers of other stories: a title that leads to its page, with a picture and a few words beside it.
import { skeleton } from '../../../../core/fold.ts';
import { tryOr } from '../../../../core/try-or.ts';
import {
  attribute,
  type DomElement,
  isLonger,
  lineOf,
  nameOf,
  outermost,
} from '../document/dom.ts';
import type { TitledPage } from '../document/page-data.ts';

/** Of a title, in UTF-16 units. */
const SHORTEST = 20;
const LONGEST = 200;
/** Of what stands beside it. */
const FEWEST = 40;
const MOST = 450;
const HOLDER = /^(?:div|article|section|aside|li)$/;
/** What no teaser has in it. */
const NO_TEASER = 'h1,table,pre,blockquote,form';

/** Takes teasers out of the page, where they are not most of what it says. */
export function dropTeasers({ document, base, headline }: TitledPage): void {
  const title = skeleton(headline ?? '');
  const here = tryOr(() => new URL(base ?? ''), null);
  const cards = new Set<DomElement>();
  for (const link of document.querySelectorAll('a[href]')) {
    const text = lineOf(link);
    if (text.length < SHORTEST || text.length > LONGEST || isInText(link, text)) continue;
    if (!leadsOn(link, here)) continue;
    const card = cardOf(link, text.length);
    if (card !== null && !skeleton(lineOf(card)).includes(title)) cards.add(card);
  }
  const all = [...cards];
  const length = all.reduce((sum, card) => sum + lineOf(card).length, 0);
  if (isLonger(document.body, length * 2)) for (const card of all) card.remove();
}

/** Whether a link leads to another page of the same site. */
function leadsOn(link: DomElement, here: URL | null): boolean {
  const to = tryOr(() => new URL(attribute(link, 'href'), here ?? undefined), null);
  return to !== null && to.host === here?.host && to.pathname !== here.pathname;
}

function isInText(link: DomElement, text: string): boolean {
  const block = link.closest('p');
  return block !== null && isLonger(block, text.length);
}

const NAMED = /teaser|related|recommend/i;

/** The element around a title and few words: one of several that are alike, or called a teaser. */
function cardOf(link: DomElement, length: number): DomElement | null {
  const card = outermost(link, (one) => one === link || !isLonger(one, length + MOST));
  if (card === null || !HOLDER.test(card.localName) || !isLonger(card, length + FEWEST))
    return null;
  if (card.querySelector(NO_TEASER) !== null) return null;
  const isLike = (one: DomElement | null): boolean =>
    one?.localName === card.localName &&
    one.getAttribute('class') === card.getAttribute('class') &&
    one.querySelector('a[href]') !== null;
  const isNamed = NAMED.test(nameOf(card)) || NAMED.test(nameOf(link));
  return isNamed || isLike(card.previousElementSibling) || isLike(card.nextElementSibling)
    ? card
    : null;
}
