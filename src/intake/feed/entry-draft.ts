// An entry of a feed → a draft of an article.
import { NO_FRONT_MATTER } from '../../core/article/article.ts';
import { enclosureKind } from '../../core/article/enclosure.ts';
import { normalizeTags } from '../../core/article/tag.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import { dateOrder } from '../../core/dates/dates.ts';
import { skeleton } from '../../core/fold.ts';
import { tryKnown } from '../../core/try-or.ts';
import { cleanUrl } from '../../core/url/clean-url.ts';
import { htmlParagraphs } from '../../markdown/source/html-text.ts';
import type { Dropped, Intake } from '../draft.ts';
import { guessLanguage } from '../facts/language.ts';
import { dropFurniture } from '../page/html/body/drop-furniture.ts';
import { formatFigure, imagesIn } from '../page/html/body/format-figure.ts';
import type { StoryFields } from '../page/html/body/furniture-rules.ts';
import { toMarkdown } from '../page/html/body/page-markdown.ts';
import { type Figures, MARK_TEXT } from '../page/html/document/page-figure.ts';
import { parsePage } from '../page/html/document/parse-page.ts';
import { lineOf } from '../page/html/dom/dom.ts';
import type { DomDocument } from '../page/html/dom/nodes.ts';
import { selectAll } from '../page/html/dom/select.ts';
import { findSummary } from '../page/html/fields/summary.ts';
import { takeFigures } from '../page/html/figures/take-figures.ts';
import { lineTest, phrasesOf } from '../words/phrases.ts';
import type { Entry, EntryPicture, Feed } from './entry.ts';
import { bylineOf } from './entry-byline.ts';
import { dropFeedFurniture } from './feed-furniture.ts';

const MOST_TAGS = 12;
/** Words that file nothing. */
const isNoTag = lineTest(() => phrasesOf('no tag'));
const LONGEST_TITLE = 90;
/** Of a deck, in UTF-16 units. */
const LONGEST_DECK = 400;
/** A description as long as this that is not cut off is the article. */
const WHOLE = 1200;

/**
 * The article an entry holds. Where the feed gives no more than a description it is marked as an
 * excerpt; where it gives no headline, the text's first words are one.
 * @param feedUrl where the feed lives, as the subscription names it
 */
export function entryDraft(entry: Entry, feed: Feed, feedUrl: string): Intake {
  const { html, lead } = textsOf(entry);
  const { authors, place } = bylineOf(entry.authors, feed.title);
  const said = { title: entry.title, deck: null, authors, lang: entry.lang, url: entry.url };
  const known = entry.exported === null ? { ...said, source: feed.title } : null;
  const body = readEntryBody(html, entry.base, known);
  const deck = deckOf(lead, body);
  const { markdown, images } = withPicturesAbove(entry, body);
  const title = entry.title ?? titleOf(body.text) ?? entry.enclosures[0]?.title ?? null;
  return {
    draft: {
      ...NO_FRONT_MATTER,
      deck,
      summary: body.summary,
      authors,
      place,
      source: feed.title,
      url: entry.url === null ? null : cleanUrl(entry.url),
      ...datesOf(entry),
      lang: languageOf(entry, feed, body.text),
      tags: tagsOf(entry),
      comments: entry.comments,
      excerpt: isExcerpt(entry, body),
      enclosures: entry.enclosures,
      ...entry.exported,
      title: entry.exported?.title ?? title,
      // Here it is this feed's.
      guid: entry.guid,
      feed: feedUrl,
      added: null,
      markdown,
    },
    dropped: body.dropped,
    images,
  };
}

/** The body below the pictures that the entry has beside it; they are shown where the body has none. */
function withPicturesAbove(entry: Entry, body: EntryBody) {
  const hasPicture = body.figures.some(({ embed }) => embed === undefined);
  const pictures = hasPicture ? [] : shownPictures(entry.pictures);
  const figures = pictures.map(({ src, caption, credit }) =>
    formatFigure({
      alt: '',
      src,
      caption: [caption, credit && `Credit: ${credit}`].filter(Boolean).join(' '),
    }),
  );
  const markdown = [...figures, body.markdown].filter((part) => part !== '').join('\n\n');
  return { markdown, images: imagesIn(markdown, [...pictures, ...body.figures]) };
}

/** Programs say that everything is in English; the text knows better. */
function languageOf(entry: Entry, feed: Feed, text: string): string | null {
  const said = entry.lang ?? feed.lang;
  if (said !== null && !/^en\b/.test(said)) return said;
  return guessLanguage(text)?.replace(/^en$/, said ?? 'en') ?? said;
}

/** The longer of the two texts is the article, the other what leads into it; exports name both. */
function textsOf({ content, summary, exported }: Entry) {
  const other = exported === null ? (summary ?? '') : '';
  if (content === null || textLength(other) > textLength(content)) return { html: other, lead: '' };
  return { html: content, lead: other };
}

/** UTF-16 units beside the tags. */
function textLength(html: string): number {
  return html.replace(/<[^<>]*>/g, '').length;
}

/** A short summary that is not how the text begins. */
function deckOf(lead: string, { text }: EntryBody): string | null {
  const line = cleanLine(htmlParagraphs(lead.slice(0, 20_000)).join(' '));
  if (line === '' || line.length > LONGEST_DECK || /(?:\u2026|\.\.\.)\]?$/.test(line)) return null;
  const bare = skeleton(line);
  return bare === '' || skeleton(text.slice(0, LONGEST_DECK * 5)).includes(bare) ? null : line;
}

/**
 * What can be heard is the whole of its entry, as is a file without a word about it, and a text without
 * a headline or a page: a note.
 */
function isExcerpt(
  { content, enclosures, title, url }: Entry,
  { text, markdown, isCut }: EntryBody,
) {
  if (isCut) return true;
  const isNote = markdown !== '' && (title === null || url === null);
  const isWhole = enclosures.some((file) => text === '' || enclosureKind(file) === 'Audio');
  return content === null && text.length < WHOLE && !isNote && !isWhole;
}

/** With a caption all of them, else the first. */
function shownPictures(pictures: readonly EntryPicture[]): readonly EntryPicture[] {
  const stated = pictures.filter(({ caption }) => caption !== null);
  return stated.length > 0 ? stated.slice(0, 10) : pictures.slice(0, 1);
}

/** An entry that only says when it was changed counts as published then. */
function datesOf({ published, updated }: Entry): Pick<Entry, 'published' | 'updated'> {
  if (published === null) return { published: updated, updated: null };
  return { published, updated: dateOrder(updated) > dateOrder(published) ? updated : null };
}

/** The text's first sentence, or as many of its words as a headline may have. */
function titleOf(text: string): string | null {
  const line = cleanLine(text.slice(0, 1000));
  if (line === '') return null;
  const sentence = /^(?:.{15,}?[.!?](?=\s|$)|.{8,}?[\u3002\uff01\uff1f])/u.exec(line)?.[0] ?? line;
  if (sentence.length <= LONGEST_TITLE) return sentence;
  const cut = sentence.slice(0, LONGEST_TITLE);
  const words = cut.lastIndexOf(' ') > LONGEST_TITLE / 2 ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  return `${words.replace(/[\s,;:.\u2013\u2014-]+$/u, '').replace(/[\ud800-\udbff]$/, '')}\u2026`;
}

function tagsOf({ tags }: Entry): readonly string[] {
  const all = normalizeTags(tags).filter((tag) => tag.length <= 60 && !isNoTag(tag));
  return all.slice(0, MOST_TAGS);
}

interface EntryBody {
  readonly markdown: string;
  /** Its words on one line. */
  readonly text: string;
  /** The points the entry marks as its summary, taken out of the body. */
  readonly summary: readonly string[];
  readonly figures: Figures;
  readonly dropped: readonly Dropped[];
  /** Whether it ends by leading to the rest of it. */
  readonly isCut: boolean;
}

/** Share of an entry's text that may be furniture; where it is more, it is the entry. */
const MOST_FURNITURE = 0.4;

/** What is not said again in the body. */
type Known = Omit<StoryFields, 'summary'>;

/**
 * @param base where relative links start
 * @param known `null` for an article that newsprint exported, whose text is its own
 */
function readEntryBody(html: string, base: string | null, known: Known | null): EntryBody {
  // More elements than any article has: its words are kept.
  const readWords = (): EntryBody => {
    const paragraphs = htmlParagraphs(html.slice(0, 1_000_000));
    const text = paragraphs.join('\n\n').replace(/[\\`*_[\]<>#&]/g, '\\$&');
    return { markdown: cleanText(text), text, summary: [], figures: [], dropped: [], isCut: false };
  };
  const read = () => (known === null ? readOwnBody(html, base) : readBody(html, base, known));
  return tryKnown(read, readWords);
}

/** The list above the text as exports write it: the front matter has it, too. */
const OWN_SUMMARY = /^<ul class="summary">[\s\S]*?<\/ul>/;

function readOwnBody(html: string, base: string | null): EntryBody {
  const document = parsePage(html.replace(OWN_SUMMARY, ''));
  const figures = takeFigures(document, base);
  const written = writeBody(document, lineOf(document.body), figures, base);
  return { ...written, summary: [], dropped: [], isCut: false };
}

function readBody(html: string, base: string | null, known: Known, hasFurniture = true): EntryBody {
  const document = parsePage(html);
  const { body } = document;
  for (const form of selectAll(body, 'form')) form.remove();
  const { isCut, dropped: ends } = dropFeedFurniture(body);
  const { points, elements } = findSummary(document);
  for (const element of elements) element.remove();
  const figures = takeFigures(document, base);
  const length = lineOf(body).length;
  const dropped = hasFurniture ? dropFurniture(body, { ...known, summary: points }) : [];
  const text = lineOf(body);
  if (text.length < length * (1 - MOST_FURNITURE)) return readBody(html, base, known, false);
  const written = writeBody(document, text, figures, base);
  return { ...written, summary: points, dropped: [...ends, ...dropped], isCut };
}

/** @param text the words of the body */
function writeBody({ body }: DomDocument, text: string, figures: Figures, base: string | null) {
  return {
    markdown: cleanText(toMarkdown(body, figures, base)).trim(),
    text: text.replaceAll(MARK_TEXT, '').trim(),
    figures,
  };
}
