// What feeds add to the text of their entries: counters, buttons to share, links to the rest of it.
import { cleanLine } from '../../core/clean.ts';
import { createDrops } from '../page/html/body/drop-furniture.ts';
import { isSetBox, LONGEST_BOX } from '../page/html/document/markup-names.ts';
import { attribute, isLonger, lineOf, nameOf } from '../page/html/dom/dom.ts';
import { DomElement, isElement } from '../page/html/dom/nodes.ts';
import { linkedLength, selectAll, selectFirst } from '../page/html/dom/select.ts';
import { pattern } from '../words/pattern.ts';
import { PICTURE_NAME } from './entry-files.ts';

/** Pictures that count readers, and those of buttons. */
const COUNTER = pattern`${'counter address'}`;
/** Links to pages that share the entry. */
const SHARE = pattern`^https?://(?:[\w-]+\.)*${'share address'}`;
const SHARE_NAME =
  /(?:^|[\s_-])(?:feedflare|share-?(?:buttons?|links?|this|bar)|social-?(?:share|links?|buttons?|icons?))(?:$|[\s_-])/i;
/** `The post X appeared first on Y.` */
const SYNDICATED = pattern`^[\W_]*${'first appeared'}`;
/** `X was originally published in Y on Medium, where people are continuing the conversation …` */
const MEDIUM = /\bwas originally published in .{1,200}? on Medium\b/;
/** `submitted by /u/x [link] [comments]` */
const SUBMITTER = pattern`^${'submitter'}$`;
/** A way to the rest of the text. */
const REST = pattern`^[\W_]*${'way to the rest'}`;
const LONGEST_REST = 120;
const SHORT_REST = 30;
const MOST_BLOCKS = 3;
/** The end of a text that was cut off. */
const ELLIPSIS = /(?:\u2026|\.\.\.)\]?\s*$/u;
const BRACKETED = /\[\s*(?:\u2026|\.\.\.|&hellip;)\s*\]\s*$/u;
const LONGEST_EXCERPT = 1200;

/**
 * Takes a feed's additions out of an entry's body.
 * @returns what was taken out, and whether the text leads to the rest of it
 */
export function dropFeedFurniture(body: DomElement) {
  const { dropped, drop } = createDrops();
  for (const image of selectAll(body, 'img')) {
    if (COUNTER().test(attribute(image, 'src'))) image.remove();
  }
  for (const element of selectAll(body, '[class],[id]')) {
    const isBox = SHARE_NAME.test(nameOf(element)) && !isLonger(element, LONGEST_BOX);
    if (isBox || isSetBox(element)) drop(element, 'sharing');
  }
  for (const link of selectAll(body, 'a[href]')) {
    if (SHARE().test(attribute(link, 'href'))) drop(link, 'sharing');
  }
  dropSubmitter(body, drop);
  const isCut = dropEnds(body, drop);
  return { dropped, isCut };
}

type Drop = (element: DomElement, why: string) => void;

/** Of nodes at the end of a part. */
const MOST_NODES = 20;

/** Takes out who submitted a page and the links to it; the page stays where the entry does not show it. */
function dropSubmitter(body: DomElement, drop: Drop): void {
  const [page, comments] = selectAll(body, 'a[href]').slice(-2);
  const nodes = comments?.parentElement?.parentElement?.childNodes ?? [];
  const last = nodes.slice(-MOST_NODES);
  const lineFrom = (at: number): string =>
    cleanLine(
      last
        .slice(at)
        .map(({ textContent }) => textContent)
        .join(' '),
    );
  const from = last.findLastIndex((_, at) => SUBMITTER().test(lineFrom(at)));
  const first = last[from];
  if (page === undefined || comments === undefined || first === undefined) return;
  const submitter = new DomElement('p');
  first.before(submitter);
  submitter.append(...last.slice(from));
  const url = attribute(page, 'href');
  const isShown = PICTURE_NAME.test(url) && selectFirst(body, 'img') !== null;
  if (url !== attribute(comments, 'href') && !isShown) {
    page.textContent = url;
    submitter.before(page);
  }
  drop(submitter, 'who submitted it');
}

/** The last blocks, as far as they lead elsewhere. @returns whether the text is cut off */
function dropEnds(body: DomElement, drop: Drop): boolean {
  let isCut = false;
  for (let step = 0; step < MOST_BLOCKS; step += 1) {
    const ends = endsOf(body).map((element) => ({ element, text: lineOf(element) }));
    const elsewhere = ends.find(
      ({ text }) => text.length < 600 && (SYNDICATED().test(text) || MEDIUM.test(text)),
    );
    const rest = ends.find(({ element, text }) => REST().test(text) && isWay(element, text));
    if (elsewhere !== undefined) drop(elsewhere.element, 'where it appeared first');
    else if (rest !== undefined) drop(rest.element, 'way to the rest');
    else break;
    isCut ||= elsewhere === undefined;
  }
  return isCut || isBrokenOff(body.textContent);
}

/** A few words, or a link: a sentence may begin like one too. */
function isWay(element: DomElement, text: string): boolean {
  if (text.length <= SHORT_REST || element.localName === 'a') return text.length < LONGEST_REST;
  return text.length < LONGEST_REST && linkedLength(element) > text.length / 2;
}

/** Dots in brackets are a program's; dots alone may be the author's, at the end of a long text. */
function isBrokenOff(text: string): boolean {
  const end = text.slice(-200);
  return BRACKETED.test(end) || (text.length < LONGEST_EXCERPT && ELLIPSIS.test(end));
}

const DEEPEST = 8;

/** What the body ends with, from the outside in. */
function endsOf(body: DomElement): readonly DomElement[] {
  const ends: DomElement[] = [];
  for (let at = lastIn(body); at !== null && ends.length < DEEPEST; at = lastIn(at)) ends.push(at);
  return ends;
}

/** The element a text ends with; `null` where it ends with words of its own. */
function lastIn(element: DomElement): DomElement | null {
  const nodes = element.childNodes;
  const last = nodes.findLast((node) => node.textContent.trim() !== '');
  return last !== undefined && isElement(last) ? last : null;
}
