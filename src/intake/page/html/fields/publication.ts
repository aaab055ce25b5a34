// What an article's publication says of itself: source, language, tags, counts.
import { normalizeTags } from '../../../../core/article/tag.ts';
import { firstValue } from '../../../../core/first-value.ts';
import { isObject } from '../../../../core/json.ts';
import { parseReadingMinutes } from '../../../facts/counts.ts';
import { languageTag, settleLanguage } from '../../../facts/language.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { firstMeta, type PageData, type TitledPage } from '../document/page-data.ts';
import { lineField, valuesOf } from '../document/structured-data.ts';
import { attribute, lineOf } from '../dom/dom.ts';
import { selectAll } from '../dom/select.ts';

/** What stands beside a story, whatever it is. */
export function readPublication(page: TitledPage) {
  return {
    place: findPlace(page),
    source: page.siteNames[0] ?? null,
    url: page.url,
    tags: findTags(page),
    readingMinutes: findReadingMinutes(page),
    comments: findComments(page),
  };
}

/** The dateline's place, where the page's data or its byline names it. */
function findPlace(page: TitledPage): string | null {
  const [location] = valuesOf(page.data, 'locationCreated');
  const given = [
    lineField(page.data.article, 'dateline'),
    isObject(location) ? lineField(location, 'name') : '',
  ];
  const named = given.find((text) => text !== '' && text.length < 60 && !/\d/.test(text));
  return named ?? bylinePlace(page);
}

function bylinePlace(page: TitledPage): string | null {
  const named = selectAll(page.document, '[class*="byline"],[itemprop~="author"]');
  const lines = [...named.map(lineOf).filter((text) => text.length < LONGEST), ...page.topLines()];
  return firstValue(lines.map(parseByline), (read) => (read?.isMarked ? read.place : null));
}

/** Of a byline, in UTF-16 units. */
const LONGEST = 200;

/** BCP 47: what the page declares, but where its paragraphs are written in another. */
export function findLanguage(page: PageData): string | null {
  return settleLanguage(declaredLanguage(page), sampleOf(page));
}

/** UTF-16 units of a sample. */
const ENOUGH = 6000;
/** Of a paragraph that tells a language. */
const SHORTEST = 60;

function sampleOf(page: PageData): string {
  let sample = '';
  for (const paragraph of selectAll(page.document, 'p')) {
    const text = lineOf(paragraph);
    if (text.length >= SHORTEST) sample += `${text}\n`;
    if (sample.length > ENOUGH) return sample;
  }
  const given = [lineField(page.data.article, 'articleBody'), firstMeta(page, 'description')];
  return sample.length > SHORTEST ? sample : [...given, lineOf(page.document.body)].join('\n');
}

function declaredLanguage(page: PageData): string | null {
  const given = [
    attribute(page.document.documentElement, 'lang'),
    attribute(page.document.documentElement, 'xml:lang'),
    lineField(page.data.article, 'inLanguage'),
    firstMeta(page, 'content-language', 'language', 'dc.language', 'dcterms.language'),
    firstMeta(page, 'og:locale'),
    attribute(page.document.body, 'lang'),
  ];
  return firstValue(given, languageTag);
}

const MOST_TAGS = 8;

/** The article's own tags: what it is filed under, not what a search engine is to find it by. */
function findTags(page: PageData): readonly string[] {
  const given = page.meta.get('article:tag') ?? [];
  const items = given.length === 1 ? (given[0]?.split(',') ?? []) : given;
  return normalizeTags(items).slice(0, MOST_TAGS);
}

/** Minutes, as the page states them. */
function findReadingMinutes(page: TitledPage): number | null {
  const duration = /^PT(\d{1,3})M/.exec(lineField(page.data.article, 'timeRequired'));
  const label = [1, 2, 3].find((at) => /read/i.test(firstMeta(page, `twitter:label${at}`)));
  const given = /^(\d{1,3}) min/.exec(firstMeta(page, `twitter:data${label}`));
  const told = Number((duration ?? given)?.[1] ?? 0);
  return told || firstValue(page.topLines().slice(0, NEAR), parseReadingMinutes);
}

/** Lines right below the headline. */
const NEAR = 6;

/** The page's own count of comments. */
function findComments(page: PageData): string | null {
  const count = page.data.article?.['commentCount'];
  return /^[1-9]\d*$/.test(String(count)) ? String(count) : null;
}
