// An HTML page → a draft of an article: fields, then figures, then the body.

import { NO_FRONT_MATTER } from '../../../core/article/article.ts';
import { cleanText } from '../../../core/clean.ts';
import { lazy } from '../../../core/lazy.ts';
import type { Intake, KnownOfPage } from '../../draft.ts';
import type { PageFacts } from '../../label/block-features.ts';
import { dataBody } from './body/data-body.ts';
import { dropNeedless } from './body/drop-figures.ts';
import { dropFurniture } from './body/drop-furniture.ts';
import { imagesIn } from './body/format-figure.ts';
import { keepStory } from './body/keep-story.ts';
import { creditLead, looseCredits } from './body/lead-credit.ts';
import { placeLead, shownMarks, withoutRepeats } from './body/lead-picture.ts';
import { toMarkdown } from './body/page-markdown.ts';
import { numberBlocks, orderOf } from './document/block-order.ts';
import { firstMeta, readPage, type TitledPage } from './document/page-data.ts';
import { lineField } from './document/structured-data.ts';
import { dropTeasers } from './document/teasers.ts';
import { topLines } from './document/top-lines.ts';
import { selectAll } from './dom/select.ts';
import { findDeck } from './fields/deck.ts';
import { dropOtherStories, headingsOf } from './fields/headings.ts';
import { findAuthors, findSigners } from './fields/page-authors.ts';
import { findDates } from './fields/page-dates.ts';
import { dataHeadlines, findHeadline } from './fields/page-headline.ts';
import { findLanguage, readPublication } from './fields/publication.ts';
import { printedAuthor } from './fields/shown-authors.ts';
import { findSummary } from './fields/summary.ts';
import { showNamed } from './figures/named-pictures.ts';
import { dropOtherPictures } from './figures/other-pictures.ts';
import { takeFigures } from './figures/take-figures.ts';

/**
 * Reads an article out of a page, or out of a fragment of one. A page without an article gives
 * a draft without one.
 * @throws NewsprintError `failed` for a page of more elements or texts than any article has; for nothing else
 */
export function parseHtml(html: string, options: KnownOfPage = {}): Intake {
  const { page, fields: given, ...survey } = surveyPage(html, options);
  const { figures } = survey;
  const marks = shownMarks(survey.body);
  const story = keepStory(survey, options.corrections ?? []);
  const body = dataBody(page.data, survey.body) ?? survey.body;
  const named =
    given.authors.length > 0
      ? given.authors
      : findSigners(selectAll(body, 'p'), story.taken, given.deck);
  const authors = named.length > 0 ? named : survey.printed;
  const names = [...authors, ...page.siteNames];
  dropNeedless(body, figures, names);
  const fields = { ...given, authors };
  const titles = dataHeadlines(page);
  const wanted = new Set([...story.wanted, ...looseCredits(story.credits, figures)]);
  const dropped = [...story.dropped, ...dropFurniture(body, { ...fields, titles }, wanted)];
  const led = placeLead(body, marks, figures, { page, names });
  const { figures: credited, credit } = creditLead(body, led, story.credits);
  const all = withoutRepeats(credited, body, given);
  const markdown = cleanText(toMarkdown(body, all, page.base));
  const images = imagesIn(markdown, all);
  const { corrected } = story;
  const left = dropped.filter(({ text }) => text !== credit);
  return { draft: { ...fields, markdown }, dropped: left, images, corrected };
}

/** What is found of a page before its story is told from all else. */
export function surveyPage(html: string, options: KnownOfPage) {
  const whole = readPage(html, options.url ?? null);
  const headline = findHeadline(whole);
  dropOtherStories(whole, headline);
  const lang = findLanguage(whole);
  const [heading] = headingsOf(whole.document, headline);
  const lines = lazy(() => topLines(whole.document, heading));
  const page = { ...whole, headline, language: lang ?? 'en', topLines: lines };
  const summary = findSummary(page.document, headline);
  const given = {
    ...NO_FRONT_MATTER,
    title: headline,
    summary: summary.points,
    authors: findAuthors(page),
    ...readPublication(page),
    ...findDates(page, { language: page.language, now: options.now }),
    lang,
  };
  const printed = given.authors.length > 0 ? [] : printedAuthor(page);
  for (const element of summary.elements) element.remove();
  dropTeasers(page);
  dropOtherPictures(page.document, page.base);
  showNamed(page);
  const figures = takeFigures(page.document, page.base);
  const fields = { ...given, deck: findDeck(page) };
  const { document } = page;
  numberBlocks(document);
  const known = pageFacts(page, given.authors);
  return { page, fields, figures, known, printed, body: document.body };
}

/** What is known of a page whose blocks are numbered. */
function pageFacts(page: TitledPage, authors: readonly string[]): PageFacts {
  const { document, headline, data, siteNames } = page;
  // A heading that held a picture may be another now.
  const [title] = headingsOf(document, headline);
  return {
    headline: title === undefined ? Number.POSITIVE_INFINITY : orderOf(title),
    title: headline ?? '',
    description: firstMeta(page, 'og:description', 'description', 'twitter:description'),
    story: lineField(data.article, 'articleBody'),
    recipe: data.recipe,
    authors,
    siteNames,
  };
}
