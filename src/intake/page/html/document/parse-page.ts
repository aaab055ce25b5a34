// From a page's text to a document that all passes can take: whole and shallow.

import { clamp } from '../../../../core/clamp.ts';
import { attribute, walk } from '../dom/dom.ts';
import { type DomDocument, DomElement, isText } from '../dom/nodes.ts';
import { parseMarkup } from '../dom/parse-markup.ts';
import { HEADINGS, selectAll, selectFirst } from '../dom/select.ts';
import { dropSilent } from './drop-silent.ts';
import { breaksToParagraphs } from './paragraph-breaks.ts';
import { spellOut } from './spell-out.ts';

/**
 * Parses a page or a fragment of one. There is always a body; nothing in it is deeper than a
 * hundred elements; scripts that hold no data, styles and comments are gone.
 * @throws NewsprintError `failed` for a page of more elements than any article has
 */
export function parsePage(html: string): DomDocument {
  const document = parseMarkup(html.replaceAll('\0', ''));
  document.head.append(...selectAll(document.body, OF_PAGE));
  spellOut(document);
  breaksToParagraphs(document.body);
  shortenBlanks(document.body);
  nameHeadings(document);
  dropSilent(document);
  return document;
}

/** What tells of the page; in some parts `<meta>` tells of a picture or of another story. */
const OF_PAGE = 'title,link,meta:not(:is(figure,li,aside,[itemtype*="ImageObject"]) *)';

/** No more blanks in a row mean anything, and what trims text takes squared time on them. */
const LONGEST_BLANK = 100;
const BLANKS = /\s{100}/g;

/** Makes one space of long runs of blanks, also where they stand in a row of elements. */
function shortenBlanks(body: DomElement): void {
  let run = 0;
  walk(body, (node) => {
    if (!isText(node)) return true;
    const text = node.textContent;
    const isBlank = !/\S/.test(text);
    run = isBlank ? run + text.length : 0;
    if (run > LONGEST_BLANK) node.textContent = '';
    else if (text.length > LONGEST_BLANK) node.textContent = withShortBlanks(text);
    return true;
  });
}

function withShortBlanks(text: string): string {
  const shorter = text.replace(BLANKS, ' ');
  return shorter === text ? text : withShortBlanks(shorter);
}

const HEADING = 'div[role="heading"],p[role="heading"],span[role="heading"]';
/** What a heading of one line does not hold. */
const HELD = `div,p,ul,ol,table,${HEADINGS}`;
/** The level of a heading that tells none (WAI-ARIA 1.2, `heading`). */
const USUAL_LEVEL = 2;
const LOWEST_LEVEL = 6;

/** Makes a heading of what is one by its role. */
function nameHeadings(document: DomDocument): void {
  for (const element of selectAll(document.body, HEADING)) {
    if (selectFirst(element, HELD) !== null) continue;
    const level = Number.parseInt(attribute(element, 'aria-level'), 10) || USUAL_LEVEL;
    const heading = new DomElement(`h${clamp(level, 1, LOWEST_LEVEL)}`);
    for (const name of element.getAttributeNames())
      heading.setAttribute(name, element.getAttribute(name) ?? '');
    heading.append(...element.childNodes);
    element.replaceWith(heading);
  }
}
