// Takes out of a document what no reader sees as a part of the page: menus, boxes, hidden words.
import { pattern } from '../../../words/pattern.ts';
import { attribute, lineOf, nameOf } from '../dom/dom.ts';
import type { DomDocument, DomElement } from '../dom/nodes.ts';
import { closest, HEADINGS, isOrHolds, matches, selectAll, selectFirst } from '../dom/select.ts';

/** What scripts open, and no story has in it; a gallery that nobody closes would hold the rest of the page. */
const MENUS =
  'select,amp-lightbox:not(:has(> p)),[role^="menu"],[role="tooltip"],[role="dialog"]:has(input,select)';
/** What readers wrote, as schema.org marks it. */
const COMMENTS = '[itemprop~="comment"],[itemtype$="/Comment"],[itemtype$="/UserComments"]';
/** What asks for consent, by the names that the makers of such boxes give it. */
const CONSENT = pattern`^${'consent name'}`;
const OUTERMOST = 'body > [id],body > [class],body > * > [id]';
/** Of some pages read aloud only: the headline, or a picture. */
const HIDDEN = pattern`(?:^|\s)(?:u-)?${'hidden name'}(?:$|\s)`;
const SHOWN = 'h1,img,picture,figure,time,[itemprop],[rel]';
/** Without it the name behind is none of who made the picture. */
const LABEL = pattern`^${['credit label', 'source label', 'picture by']}\W*$`;

export function dropSilent(document: DomDocument): void {
  const isBox = (name: string): boolean => CONSENT().test(name);
  const boxes = selectAll(document, OUTERMOST).filter((element) =>
    nameOf(element).trim().split(/\s+/).some(isBox),
  );
  for (const element of [...selectAll(document, `${MENUS},${COMMENTS}`), ...boxes])
    if (selectFirst(element, 'h1,article') === null) element.remove();
  dropHidden(document);
  for (const heading of selectAll(document, HEADINGS)) keepHeading(heading);
}

/** A block in a heading would be told apart from it, and a heading is often a link to itself. */
function keepHeading(heading: DomElement): void {
  for (const button of selectAll(heading, 'button'))
    if (lineOf(button) !== lineOf(heading)) button.remove();
  for (const part of new Set([...heading.children, ...selectAll(heading, 'a')])) {
    const isHere = part.localName === 'a' && /^(?:#|$)/.test(attribute(part, 'href'));
    if (isHere || matches(part, 'div,p')) part.replaceWith(...part.childNodes);
  }
}

/** Takes out words that are read aloud and not shown. */
function dropHidden(document: DomDocument): void {
  for (const element of selectAll(document.body, '[class]')) {
    if (!HIDDEN().test(attribute(element, 'class'))) continue;
    const isKept = isOrHolds(element, SHOWN) || closest(element, 'h1') !== null;
    if (!isKept && !LABEL().test(lineOf(element))) element.remove();
  }
}
