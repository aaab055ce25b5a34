// When an article was published and changed, from the surest place that says so.

import { dateOrder, parseDate } from '../../../../core/dates/dates.ts';
import { firstValue } from '../../../../core/first-value.ts';
import { latestOf } from '../../../facts/dates/found-date.ts';
import {
  type DateContext,
  findLoneDate,
  openingDate,
  parseWrittenDate,
} from '../../../facts/dates/written-dates.ts';
import { standsIn } from '../document/main-part.ts';
import { firstMeta, type PageData, type TitledPage } from '../document/page-data.ts';
import { lineField } from '../document/structured-data.ts';
import { UPDATED } from '../document/top-lines.ts';
import { attribute, isLonger, lineOf } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { matches, selectAll } from '../dom/select.ts';
import properties from './date-properties.json' with { type: 'json' };

/** The dates as ISO 8601: the first of what the generators below yield, the surest first. */
export function findDates(page: TitledPage, reading: DateContext) {
  const read = (text: string): string | null => (text === '' ? null : isoDate(text, reading));
  const published = firstValue(publishedTexts(page, reading), read);
  const updated = firstValue(updatedTexts(page), read);
  return { published, updated: dateOrder(updated) > dateOrder(published) ? updated : null };
}

/** `2021/07/19`, `20210719`. */
const DATE_IN_ADDRESS = /(?<!\d)(?:19|20)\d\d([/_-]?)[01]\d\1[0-3]\d(?!\d)/;

/** Lines right below the headline, where a date is surer than what is called one elsewhere. */
const NEAR = 5;

function* publishedTexts(page: TitledPage, reading: DateContext): Iterable<string> {
  yield lineField(page.data.article, 'datePublished');
  for (const name of properties.published) yield firstMeta(page, name);
  yield* itemTexts(
    page,
    '[itemprop~="datePublished"],[property~="datePublished"],[property~="dc:date"],[property~="dc:created"]',
  );
  yield* dateLines(page.topLines().slice(0, NEAR), reading);
  yield lineField(page.data.page, 'datePublished');
  yield* shownTexts(page);
  yield* itemTexts(page, UPDATED);
  yield* dateLines(page.topLines().slice(NEAR), reading);
  yield* openingDates(page, reading);
  yield DATE_IN_ADDRESS.exec(page.url ?? '')?.[0].replaceAll('_', '-') ?? '';
  yield page.url ?? '';
}

function* updatedTexts(page: PageData): Iterable<string> {
  for (const told of [page.data.article, page.data.page]) yield lineField(told, 'dateModified');
  for (const name of properties.updated) yield firstMeta(page, name);
  yield* itemTexts(page, `[itemprop~="dateModified"],${UPDATED}`);
}

/** What the elements say, those of parts that hold other stories last. */
function* itemTexts(page: PageData, selector: string): Iterable<string> {
  const found = selectAll(page.document, selector);
  for (const isOther of [false, true])
    for (const element of found)
      if (standsIn(element, ELSEWHERE) === isOther) yield* dateTexts(element);
}

function* dateTexts(element: DomElement): Iterable<string> {
  // microformats.org, abbr-design-pattern
  if (element.localName === 'abbr') yield attribute(element, 'title');
  for (const name of ['datetime', 'content', 'data-datetime', 'data-date', 'data-timestamp']) {
    yield attribute(element, name);
  }
  yield lineOf(element);
}

const NAMED =
  '[class*="publi"] time,time,[class*="publish"],[class*="pubdate"],[id*="publish"],[class*="date"],[class*="Date"],[class*="time"],[class*="byline"],abbr[title]';
const ELSEWHERE =
  'nav,footer:not([class*="meta"]),aside,[class*="related"],[class*="comment"],[class*="sidebar"],li';
const MOST_SHOWN = 60;
const LONGEST_SHOWN = 160;

/** Dates beside the headline: what names itself one, in the order of sureness. */
function* shownTexts(page: PageData): Iterable<string> {
  for (const selector of NAMED.split(',')) {
    for (const element of selectAll(page.document, selector).slice(0, MOST_SHOWN)) {
      if (isShown(element)) yield* dateTexts(element);
    }
  }
}

function isShown(element: DomElement): boolean {
  if (isLonger(element, LONGEST_SHOWN) || matches(element, UPDATED)) return false;
  return !standsIn(element, ELSEWHERE);
}

/** Lines near the headline that are a date, and few words beside it. */
function* dateLines(lines: readonly string[], reading: DateContext): Iterable<string> {
  for (const line of lines) {
    const date = findLoneDate(line, reading);
    if (date !== null) yield line.slice(date.start);
  }
}

/** Paragraphs from the top down of which one may open the story. */
const MOST_OPENINGS = 40;

/** The dates that paragraphs open with: `27.1.2022 – The harbour …`. */
function* openingDates(page: PageData, reading: DateContext): Iterable<string> {
  for (const paragraph of selectAll(page.document, 'p').slice(0, MOST_OPENINGS)) {
    if (!standsIn(paragraph, ELSEWHERE)) yield openingDate(lineOf(paragraph), reading) ?? '';
  }
}

/** A date as sources write them, as ISO 8601; `null` for what is none, or of no likely year. */
function isoDate(text: string, reading: DateContext): string | null {
  const date = writtenIso(text) ?? parseWrittenDate(text, reading);
  if (date === null) return null;
  const day = date.slice(0, 10);
  return day >= '1800' && day !== NO_DAY && day <= latestOf(reading.now) ? date : null;
}

/** What programs make of no date: the second 0 of their clocks. */
const NO_DAY = '1970-01-01';

/** ISO 8601, also in the forms that only resemble it: `20210719`, `2021-07-19T23:00:00 +08:00`. */
function writtenIso(text: string): string | null {
  const compact = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d):?(\d\d)(?::?(\d\d))?(Z?))?$/.exec(text);
  const spelled = compact
    ? `${compact.slice(1, 4).join('-')}${compact[4] ? `T${compact.slice(4, 6).join(':')}:${compact[6] ?? '00'}${compact[7]}` : ''}`
    : text
        .replace(/^(\d{4})\/(\d\d)\/(\d\d)/, '$1-$2-$3')
        .replace(/\s*(?:UTC|GMT)$/, 'Z')
        .replace(/\s+(?=[+-]\d\d:?\d\d$)/, '')
        .replace(/\.\d+$/, '');
  if (parseDate(spelled) === null) return null;
  return spelled.replace(/^(\S{10})\s/, '$1T');
}
