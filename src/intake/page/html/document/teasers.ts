// Teasers of other stories: a title that leads to its page, with a picture and a few words beside it.
import { skeleton } from '../../../../core/fold.ts';
import { parseUrl } from '../../../../core/url/parse-url.ts';
import { attribute, isLonger, lineOf, nameOf, outermost } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { closest, matches, selectAll, selectFirst } from '../dom/select.ts';
import type { TitledPage } from './page-data.ts';
import { removeWhole } from './remove-whole.ts';

/** Of a title, in UTF-16 units. */
const SHORTEST = 20;
const LONGEST = 200;
/** Of what stands beside it. */
const FEWEST = 40;
const MOST = 600;
/** Of what stands before its title. */
const MOST_BEFORE = 150;
const HOLDER = 'div,article,section,aside,li';
/** What no teaser has in it. */
const NO_TEASER = 'h1,table,pre,blockquote,form,cite';

/** Of what stands around a field for an address, in UTF-16 units. */
const LONGEST_INVITATION = 400;

/** Fields for an address that are looked at. */
const MOST_FIELDS = 50;

/** Takes out what stands around a field for an email address: an invitation, if it is not most of the page. */
function dropInvitations({ document }: TitledPage): void {
  for (const field of selectAll(document, 'input[type="email"]').slice(0, MOST_FIELDS)) {
    if (!document.body.contains(field)) continue;
    const block = outermost(
      field,
      (one) => selectFirst(one, 'h1,figure') === null && !isLonger(one, LONGEST_INVITATION),
    );
    if (block !== null && isLonger(document.body, lineOf(block).length * 2)) block.remove();
  }
}

/** Takes teasers out of the page, where they are not most of what it says. */
export function dropTeasers(page: TitledPage): void {
  const { document, base, headline } = page;
  dropInvitations(page);
  const title = skeleton(headline ?? '');
  const links = selectAll(document, 'a[href]').filter((link) => isStoryLink(link, base));
  const cards = links.flatMap((link) => cardOf(link) ?? []);
  const all = [...new Set(cards)].filter((card) => !skeleton(lineOf(card)).includes(title));
  const length = all.reduce((sum, card) => sum + lineOf(card).length, 0);
  if (isLonger(document.body, length * 2)) for (const card of all) removeWhole(card);
}

/** What a story is filed under (`rel`, HTML): no story. */
const TAG = '[rel~="tag"],[rel~="category"]';

/** Whether a link is a title of another page of the site: as long as one, and in no longer text. */
export function isStoryLink(link: DomElement, base: string | null): boolean {
  if (matches(link, TAG)) return false;
  const { length } = lineOf(link);
  if (length < SHORTEST || length > LONGEST) return false;
  const block = closest(link, 'p');
  if (block !== null && isLonger(block, length)) return false;
  const here = parseUrl(base ?? '');
  const to = parseUrl(attribute(link, 'href'), here ?? undefined);
  return to !== null && to.host === here?.host && to.pathname !== here.pathname;
}

const NAMED = /teaser|related|recommend/i;

/** The element around a title and few words: one of several that are alike, or called a teaser. */
function cardOf(link: DomElement): DomElement | null {
  const { length } = lineOf(link);
  const card = outermost(link, (one) => one === link || !isLonger(one, length + MOST));
  if (card === null || !matches(card, HOLDER) || !isLonger(card, length + FEWEST)) return null;
  if (selectFirst(card, NO_TEASER) !== null) return null;
  // What is said first is no teaser's, but the story's.
  if (lineOf(card).indexOf(lineOf(link)) > MOST_BEFORE) return null;
  const isLike = (one: DomElement | null): boolean =>
    one?.localName === card.localName &&
    one.getAttribute('class') === card.getAttribute('class') &&
    selectFirst(one, 'a[href]') !== null;
  const isNamed = NAMED.test(nameOf(card)) || NAMED.test(nameOf(link));
  return isNamed || isLike(card.previousElementSibling) || isLike(card.nextElementSibling)
    ? card
    : null;
}
