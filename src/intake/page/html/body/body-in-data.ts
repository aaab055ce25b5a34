// The story out of the page's data, where the page itself shows only its beginning.
import { htmlParagraphs } from '../../../../markdown/source/html-text.ts';
import { share } from '../document/compare-words.ts';
import { type DomDocument, type DomElement, lineOf } from '../document/dom.ts';
import { FIGURE_MARK } from '../document/page-figure.ts';
import type { StructuredData } from '../document/structured-data.ts';

/** UTF-16 units: what is shorter is a teaser. */
const SHORTEST = 600;
/** A body that shows less of the story's words does not show the story. */
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
  const marks = [...shown.querySelectorAll(`[${FIGURE_MARK}]`)];
  const body = document.createElement('div');
  const paragraphs = given.split(/\n+/).flatMap(htmlParagraphs);
  body.append(...marks, ...paragraphs.map((text) => paragraph(document, text)));
  return body;
}

function paragraph(document: DomDocument, text: string): DomElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
