// The HTML of an entry → Markdown: it is all article, so nothing has to be found in it.
import { cleanText } from '../../core/clean.ts';
import { NewsprintError } from '../../core/errors.ts';
import { htmlParagraphs } from '../../markdown/source/html-text.ts';
import type { Dropped } from '../draft.ts';
import { dropFurniture, type StoryFields } from '../page/html/body/drop-furniture.ts';
import { breaksToParagraphs } from '../page/html/body/line-breaks.ts';
import { toMarkdown } from '../page/html/body/page-markdown.ts';
import { lineOf } from '../page/html/document/dom.ts';
import type { PageFigure } from '../page/html/document/page-figure.ts';
import { parsePage } from '../page/html/document/parse-page.ts';
import { findSummary } from '../page/html/fields/summary.ts';
import { takeFigures } from '../page/html/figures/take-figures.ts';
import { dropFeedFurniture } from './feed-furniture.ts';

/** The body of an entry. */
export interface EntryBody {
  readonly markdown: string;
  /** Its words on one line. */
  readonly text: string;
  /** The points the entry marks as its summary, taken out of the body. */
  readonly summary: readonly string[];
  readonly figures: readonly PageFigure[];
  readonly dropped: readonly Dropped[];
  /** Whether it ends by leading to the rest of it. */
  readonly isCut: boolean;
}

/** Share of an entry's text that may be furniture; where it is more, it is the entry. */
const MOST_FURNITURE = 0.4;

/**
 * @param base where relative links start
 * @param known what is not said again in the body
 */
export function readEntryBody(
  html: string,
  base: string | null,
  known: Omit<StoryFields, 'summary'>,
): EntryBody {
  try {
    return readBody(html, base, known);
  } catch (error) {
    // More elements than any article has: its words are kept.
    if (!(error instanceof NewsprintError)) throw error;
    const paragraphs = htmlParagraphs(html.slice(0, 1_000_000)).map((text) =>
      text.replace(/[\\`*_[\]<>#&]/g, '\\$&'),
    );
    const text = paragraphs.join('\n\n');
    return { markdown: cleanText(text), text, summary: [], figures: [], dropped: [], isCut: false };
  }
}

function readBody(
  html: string,
  base: string | null,
  known: Omit<StoryFields, 'summary'>,
  hasFurniture = true,
): EntryBody {
  const document = parsePage(breaksToParagraphs(html), base);
  const { body } = document;
  const { isCut, dropped: ends } = dropFeedFurniture(body);
  const { points, elements } = findSummary({ document });
  for (const element of elements) element.remove();
  const figures = takeFigures(document, base);
  const length = lineOf(body).length;
  const dropped = hasFurniture ? dropFurniture(body, { ...known, summary: points }) : [];
  const text = lineOf(body);
  if (text.length < length * (1 - MOST_FURNITURE)) return readBody(html, base, known, false);
  return {
    markdown: cleanText(toMarkdown(body, figures, base)).trim(),
    text: text.replaceAll('\ufffc', '').trim(),
    summary: points,
    figures,
    dropped: [...ends, ...dropped],
    isCut,
  };
}
