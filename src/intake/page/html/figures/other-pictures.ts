// Pictures that are none of the story's, beside a byline or in a teaser, and those that lead it.

import { lazyFor } from '../../../../core/lazy.ts';
import { parseUrl } from '../../../../core/url/parse-url.ts';
import { hasCredit } from '../../../../markdown/document/figures.ts';
import { pattern } from '../../../words/pattern.ts';
import { foldedWords, share } from '../document/compare-words.ts';
import { standsIn } from '../document/main-part.ts';
import { isLeadPictureName, named } from '../document/markup-names.ts';
import { isStoryLink } from '../document/teasers.ts';
import { attribute, isLonger, lineOf, nameOf, upward } from '../dom/dom.ts';
import type { DomDocument, DomElement } from '../dom/nodes.ts';
import { closest, linkedLength, matches, selectAll, selectFirst } from '../dom/select.ts';
import { fileName, IMAGES, PICTURE, pictureUrl } from './pictures.ts';

/** What addresses have in them that play something, or, behind their host, that show one picture. */
const PLAYS = pattern`(?:^|[/_.-])${'player name'}s?(?:$|[/_.-])`;
const SHOWS = pattern`(?:^|[/?&_.-])${named('picture name')}s?(?:$|[/=_.-])`;
/** The number of a picture, below which a server has its sizes. */
const OF_PICTURE = /\/(?=[^/]*\d)[^/]{10,}$/;
const HOST = /^(?:https?:)?\/\/[^/]+/i;

/** Whether a link leads to a page, not to the picture itself or a place on this page. */
export function leadsAway(link: DomElement): boolean {
  const href = attribute(link, 'href');
  return !/^(?:#|javascript:)|\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(href);
}

/** Whether a picture leads to a page that is no larger copy of it. */
export function isLinked(picture: DomElement): boolean {
  const link = closest(picture, 'a[href]');
  if (link === null || !leadsAway(link) || matches(link, '[rel~="attachment"]')) return false;
  const href = attribute(link, 'href');
  const isSize = OF_PICTURE.test(href) && attribute(picture, 'src').startsWith(`${href}/`);
  return !isSize && !PLAYS().test(href) && !SHOWS().test(href.replace(HOST, ''));
}

/** Levels around a picture that are its box, and what of a page is more than that. */
const BOXES = 6;
const MORE = 'body,main,article';
const LONGEST_IN_BOX = 300;

/** Whether a picture, or a box around it and little else, is called the picture of the page. */
export function isLeadPicture(picture: DomElement): boolean {
  for (const [at, box] of [...upward(picture)].slice(0, BOXES).entries()) {
    if (matches(box, MORE) || (at > 0 && isLonger(box, LONGEST_IN_BOX))) return false;
    if (isLeadPictureName(nameOf(box))) return true;
  }
  return false;
}

/** What a figure with a portrait in it says of who wrote the story. */
const BYLINE = 'address,[rel~="author"]';
/** What sites call the part of a page that tells who wrote the story. */
const AUTHOR =
  '[class*="author"]:not([class*="authori"],[class*="authored"]),[class*="Author"],[class*="byline"],[class*="Byline"]';
const LONGEST_PART = 1000;
/** What plug-ins show in the place of a post or film until the reader agrees. */
const BLOCKED = '[class*="content-blocker"],[class*="embed-privacy"]';
const LONGEST_BLOCKED = 500;
/** Words of a title that the address of its page repeats by no chance. */
const FEWEST_WORDS = 3;
const MOSTLY = 0.6;

/**
 * Takes out pictures that are none of the story's before its figures are taken: those beside a byline,
 * which leave its words, those that stand for what is blocked, and those that lead to other pages.
 */
export function dropOtherPictures(document: DomDocument, base: string | null): void {
  unlinkHere(document, parseUrl(base ?? ''));
  const isCredited = lazyFor((link: DomElement) => hasCredit(lineOf(link)));
  const isOther = (one: DomElement): boolean => isOfAuthor(one) || isBlocked(one);
  for (const picture of selectAll(document, `figure,${IMAGES}`).filter(isOther)) picture.remove();
  for (const image of selectAll(document, IMAGES)) {
    const link = closest(image, 'a[href]');
    if (link !== null && isTeaser(image, link) && !isCredited(link)) image.remove();
  }
  for (const figure of selectAll(document, 'figure')) {
    if (selectFirst(figure, BYLINE) === null || hasCredit(lineOf(figure))) continue;
    for (const image of selectAll(figure, `picture,${IMAGES}`)) image.remove();
    figure.replaceWith(...figure.childNodes);
  }
}

function isBlocked(picture: DomElement): boolean {
  const box = closest(picture, BLOCKED);
  return box !== null && !isLonger(box, LONGEST_BLOCKED);
}

/** Has pictures lead nowhere that lead to the page they stand on, or to their own below it. */
function unlinkHere(document: DomDocument, here: URL | null): void {
  if (here === null) return;
  for (const picture of selectAll(document, PICTURE)) {
    const link = closest(picture, 'a[href]');
    const to = parseUrl(attribute(link, 'href'), here);
    if (to !== null && isHere(picture, to, here)) link?.setAttribute('href', '#');
  }
}

function isHere(picture: DomElement, to: URL, here: URL): boolean {
  const [page = '', address = ''] = [here, to].map(({ href }) => href.split('#')[0]);
  if (!address.startsWith(page)) return false;
  const name = address.slice(page.length);
  if (name === '' || SHOWS().test(name)) return true;
  // Below a front page stands all else.
  if (here.pathname === '/') return false;
  const src = pictureUrl(picture, here.href);
  return src !== null && fileName(src) === name.replaceAll('/', '').toLowerCase();
}

/** Whether an element stands in a part of the page that tells who wrote the story, and shows nothing else. */
export function isOfAuthor(element: DomElement): boolean {
  const part = closest(element, AUTHOR);
  if (part === null || !standsIn(element, AUTHOR)) return false;
  return !isLonger(part, LONGEST_PART) && !hasCredit(lineOf(part));
}

/** Whether a picture leads to a page whose address says what the picture is said to show. */
function isTeaser(image: DomElement, link: DomElement): boolean {
  const alt = attribute(image, 'alt');
  if (!leadsAway(link) || foldedWords(alt).length < FEWEST_WORDS) return false;
  return share(alt, attribute(link, 'href').replace(/[_%]/g, ' ')) >= MOSTLY;
}

/** Where WordPress shows one picture, and what is a document. */
const ATTACHED = /[?&]attachment_id=|\/attachment\/|\.pdf(?:[?#]|$)/i;
/** Of the words beside a picture that are a link. */
const MOST_LINKED = 0.8;

/** A picture that leads to another page under its title is that page's, not this article's. */
export function isCard(holder: DomElement, caption: string, base: string | null): boolean {
  if (hasCredit(caption)) return false;
  const link = closest(holder, 'a[href]');
  if (link !== null) return leadsAway(link);
  const picture = selectFirst(holder, PICTURE);
  const to = attribute(closest(picture, 'a[href]'), 'href');
  if (picture === null || !isLinked(picture) || ATTACHED.test(to)) return false;
  const isTitle = selectAll(holder, 'a[href]').some(
    (one) => attribute(one, 'href') === to && isStoryLink(one, base),
  );
  return isTitle && linkedLength(holder) >= caption.length * MOST_LINKED;
}
