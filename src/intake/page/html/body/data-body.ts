// The story as a page's data hold it, where the page shows none.
import { htmlParagraphs } from '../../../../markdown/source/html-text.ts';
import { share } from '../document/compare-words.ts';
import { MARKS } from '../document/page-figure.ts';
import type { StructuredData } from '../document/structured-data.ts';
import { createParagraph, lineOf } from '../dom/dom.ts';
import { DomElement } from '../dom/nodes.ts';
import { selectAll } from '../dom/select.ts';

/** UTF-16 units; a shorter text is a teaser. */
const SHORTEST = 600;
/** Least share of the data's words that a body with the story shows. */
const SHOWN = 0.5;

/**
 * The data's story as a body, the shown body's figures above it.
 * @returns `null` where the page shows the story, or its data do not hold one
 */
export function dataBody(data: StructuredData, shown: DomElement): DomElement | null {
  const given = data.article?.['articleBody'];
  if (typeof given !== 'string' || given.length < SHORTEST) return null;
  if (share(given.slice(0, 100_000), lineOf(shown)) > SHOWN) return null;
  const marks = selectAll(shown, MARKS);
  const body = new DomElement('div');
  const paragraphs = given.split(/\n+/).flatMap(htmlParagraphs);
  body.append(...marks, ...paragraphs.map((text) => createParagraph(text)));
  return body;
}
