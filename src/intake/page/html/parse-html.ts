// An HTML page → a draft of an article: fields, then figures, then the body.
import { NO_FRONT_MATTER } from '../../../core/article/article.ts';
import { cleanText } from '../../../core/clean.ts';
import type { Intake } from '../../draft.ts';
import { dataBody } from './body/body-in-data.ts';
import { dropFurniture } from './body/drop-furniture.ts';
import { extractBody, largestContainer, numberBlocks, orderOf } from './body/extract-body.ts';
import { toMarkdown } from './body/page-markdown.ts';
import { dropRepeated, markPlaces, placeLost } from './body/place-figures.ts';
import { restoreLost } from './body/restore-paragraphs.ts';
import { skeleton } from './document/compare-words.ts';
import { type DomElement, lineOf } from './document/dom.ts';
import { type PageData, readPage } from './document/page-data.ts';
import type { PageFigure } from './document/page-figure.ts';
import { findPlace } from './fields/dateline-place.ts';
import { findDeck } from './fields/deck.ts';
import { dropOtherStories } from './fields/other-stories.ts';
import { findAuthors } from './fields/page-authors.ts';
import { findDates } from './fields/page-dates.ts';
import { findHeadline } from './fields/page-headline.ts';
import {
  findComments,
  findLanguage,
  findReadingMinutes,
  findSource,
  findTags,
} from './fields/publication.ts';
import { findSignature } from './fields/signature.ts';
import { findSummary, type Summary } from './fields/summary.ts';
import { takeFigures } from './figures/take-figures.ts';

export interface HtmlOptions {
  /** Where the page was found: its relative links start there. */
  readonly url?: string;
  /** What "2 hours ago" is counted from. */
  readonly now?: Date;
}

type Fields = Omit<Intake['draft'], 'markdown'>;

/**
 * Reads an article out of a page, or out of a fragment of one. A page without an article gives
 * a draft without one.
 * @throws NewsprintError `failed` for a page of more than 30,000 elements; for nothing else
 */
export function parseHtml(html: string, options: HtmlOptions = {}): Intake {
  const page = readPage(html, options.url ?? null);
  const title = findHeadline(page);
  dropOtherStories(page, title);
  const summary = findSummary(page, title);
  const given = readFields(page, title, summary, options);
  for (const element of summary.elements) element.remove();
  const figures = takeFigures(page.document, page.base);
  const deck = findDeck(page, given.title, given.lang ?? 'en');
  const found = findBody(page, figures, given.title) ?? findRest(html, options, given.title);
  const body = dataBody(page.document, page.data, found.body) ?? found.body;
  dropRepeated(body, found.figures);
  const authors = given.authors.length > 0 ? given.authors : findSignature(body);
  const fields = { ...given, deck, authors };
  const dropped = dropFurniture(body, fields);
  const markdown = cleanText(toMarkdown(body, found.figures, page.base));
  const images = found.figures.flatMap(({ src }) =>
    src !== null && markdown.includes(src) ? [src] : [],
  );
  return { draft: { ...fields, markdown }, dropped, images: [...new Set(images)] };
}

function readFields(
  page: PageData,
  title: string | null,
  summary: Summary,
  { now }: HtmlOptions,
): Fields {
  const lang = findLanguage(page);
  return {
    ...NO_FRONT_MATTER,
    title,
    summary: summary.points,
    authors: findAuthors(page, title, lang ?? 'en'),
    place: findPlace(page),
    source: findSource(page),
    url: page.url,
    ...findDates(page, { language: lang ?? 'en', ...(now && { now }) }),
    lang,
    tags: findTags(page),
    readingMinutes: findReadingMinutes(page),
    comments: findComments(page),
  };
}

interface Found {
  readonly body: DomElement;
  readonly figures: readonly PageFigure[];
}

/** The body by the extractor, with the figures it lost put back; `null` where it finds none. */
function findBody(
  page: PageData,
  figures: readonly PageFigure[],
  title: string | null,
): Found | null {
  numberBlocks(page.document);
  const places = markPlaces(page.document);
  const headline = headlineOrder(page, title);
  const original = page.document.body.cloneNode(true);
  const body = extractBody(page.document);
  if (body === null || lineOf(body) === '') return null;
  restoreLost(body, original);
  placeLost(page.document, body, figures, places, headline);
  return { body, figures };
}

/** The largest container of the page, parsed anew: the extractor left the first in pieces. */
function findRest(html: string, { url }: HtmlOptions, title: string | null): Found {
  const page = readPage(html, url ?? null);
  const figures = takeFigures(page.document, page.base);
  numberBlocks(page.document);
  const places = markPlaces(page.document);
  const body = largestContainer(page.document);
  placeLost(page.document, body, figures, places, headlineOrder(page, title));
  return { body, figures };
}

function headlineOrder(page: PageData, title: string | null): number {
  const bare = skeleton(title ?? '');
  const heading = [...page.document.querySelectorAll('h1,h2')].find(
    (one) => skeleton(lineOf(one)) === bare,
  );
  return heading === undefined ? Number.POSITIVE_INFINITY : orderOf(heading);
}
