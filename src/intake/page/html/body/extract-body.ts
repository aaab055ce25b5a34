// The article's body: the extractor's, else the largest text container, or the one in the page's data.
import { Readability } from '@mozilla/readability';
import { tryOr } from '../../../../core/try-or.ts';
import { htmlParagraphs } from '../../../../markdown/source/html-text.ts';
import { ORDER, orderOf } from '../document/block-order.ts';
import { share } from '../document/compare-words.ts';
import { createParagraph, type DomDocument, type DomElement, lineOf } from '../document/dom.ts';
import { standsIn } from '../document/main-part.ts';
import { MARKS } from '../document/page-figure.ts';
import { closest, linkedLength, selectAll } from '../document/select.ts';
import type { StructuredData } from '../document/structured-data.ts';

/** With more elements the extractor takes seconds. */
const MOST_ELEMENTS = 15_000;

/**
 * The body by Readability, which takes the document apart.
 * @returns `null` where it finds none, throws (it does on some pages), or the page is too large
 */
function extractBody(document: DomDocument): DomElement | null {
  const reader = new Readability(document, {
    maxElemsToParse: MOST_ELEMENTS,
    disableJSONLD: true,
    serializer: (element) => element,
  });
  const body = tryOr(() => reader.parse()?.content ?? null, null);
  return lineOf(body) === '' ? null : body;
}

const CONTAINERS = 'article,main,section,div,td,body';

/** UTF-16 units: of less than this the extractor takes the best of what it finds, a footer too. */
const CONTENT = 500;

/** The extractor's body; where that is short and much smaller the largest container of the page. */
export function findBody(document: DomDocument, original: DomElement): DomElement {
  const extracted = extractBody(document);
  const body = isStory(extracted, original)
    ? extracted
    : largestContainer(original.cloneNode(true));
  for (const nav of selectAll(body, 'nav')) nav.remove();
  return body;
}

function isStory(body: DomElement | null, original: DomElement): body is DomElement {
  if (body === null) return false;
  const { length } = lineOf(body);
  if (length >= CONTENT) return true;
  return length * 2 >= lineOf(largestContainer(original)).length && !isBeside(body, original);
}

/** Whether what an extractor took stands beside the page's stories. */
function isBeside(body: DomElement, original: DomElement): boolean {
  const [first] = selectAll(body, `[${ORDER}]`);
  if (first === undefined) return false;
  const number = orderOf(first);
  const block = selectAll(original, `[${ORDER}]`).find((one) => orderOf(one) === number);
  return block !== undefined && standsIn(block, BESIDE);
}

const BESIDE = 'nav,footer,aside,header';

/** The element whose own paragraphs have the most text; without paragraphs the whole body. */
function largestContainer(page: DomElement): DomElement {
  const scores = new Map<DomElement, number>();
  for (const block of selectAll(page, 'p,pre,blockquote,li,h2,h3')) {
    const parent = closest(block.parentElement ?? null, CONTAINERS);
    if (!parent || closest(block, BESIDE) !== null) continue;
    const length = lineOf(block).length - linkedLength(block);
    scores.set(parent, (scores.get(parent) ?? 0) + length);
  }
  const [best] = [...scores].toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 0 ? best[0] : page;
}

/** UTF-16 units; a shorter text is a teaser. */
const SHORTEST = 600;
/** Least share of the data's words that a body with the story shows. */
const SHOWN = 0.5;

/**
 * The data's story as a body, the shown body's figures above it.
 * @returns `null` where the page shows the story, or its data do not hold one
 */
export function dataBody(
  document: DomDocument,
  data: StructuredData,
  shown: DomElement,
): DomElement | null {
  const given = data.article?.['articleBody'];
  if (typeof given !== 'string' || given.length < SHORTEST) return null;
  if (share(given.slice(0, 100_000), lineOf(shown)) > SHOWN) return null;
  const marks = selectAll(shown, MARKS);
  const body = document.createElement('div');
  const paragraphs = given.split(/\n+/).flatMap(htmlParagraphs);
  body.append(...marks, ...paragraphs.map((text) => createParagraph(document, text)));
  return body;
}
