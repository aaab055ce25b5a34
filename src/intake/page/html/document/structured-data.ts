// JSON-LD: the page's own description of its article, found among everything else it describes.

import { cleanLine } from '../../../../core/clean.ts';
import { isObject, type JsonObject, parseJson } from '../../../../core/json.ts';
import { htmlParagraphs } from '../../../../markdown/source/html-text.ts';
import type { DomDocument } from '../dom/nodes.ts';
import { selectAll } from '../dom/select.ts';

/** What one page says of itself. */
export interface StructuredData {
  /** The article; `null` where the page describes none. */
  readonly article: JsonObject | null;
  /** The page itself; `null` where nothing says when it was published. */
  readonly page: JsonObject | null;
  /** Every object by its `@id`, for references. */
  readonly byId: ReadonlyMap<string, JsonObject>;
  /** What goes into a recipe, and what is done with it, a line each. */
  readonly recipe: readonly string[];
}

const MOST_OBJECTS = 5000;
const DEEPEST = 12;
/** schema.org's articles: NewsArticle and its kin, BlogPosting, LiveBlogPosting, Report. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|SocialMediaPosting|^Report|^Posting)$/;
const PAGE_TYPE = /^WebPage$/;

/**
 * Reads all of a page's JSON-LD. Broken JSON is repaired where only its line ends, commas or
 * wrapping are wrong; the rest is passed over.
 * @param title the page's title, to tell its article from those it merely lists
 */
export function readStructuredData(document: DomDocument, title: string): StructuredData {
  const objects: JsonObject[] = [];
  for (const script of selectAll(document, 'script[type*="ld+json"]')) {
    collect(parseLoose(script.textContent), objects, 0);
  }
  const byId = new Map<string, JsonObject>();
  for (const object of objects) {
    const id = object['@id'];
    if (typeof id === 'string' && Object.keys(object).length > 2) byId.set(id, object);
  }
  const articles = objects.filter((object) => isA(object, ARTICLE_TYPE));
  const [article = null] = articles.toSorted((a, b) => rank(b, title) - rank(a, title));
  const isDated = (one: JsonObject): boolean => isA(one, PAGE_TYPE) && 'datePublished' in one;
  const page = objects.find(isDated) ?? null;
  return { article, page, byId, recipe: objects.flatMap(recipeLines) };
}

/** The lines of a schema.org `Recipe`, or of a step of one. */
function recipeLines(object: JsonObject): readonly string[] {
  const isStep = asList(object['@type']).includes('HowToStep');
  const names = isStep ? ['text'] : ['recipeIngredient', 'recipeInstructions'];
  const texts = names.flatMap((name) => asList(object[name]));
  return texts.flatMap((text) => (typeof text === 'string' ? htmlParagraphs(text) : []));
}

/** How surely an object is this page's article: its headline is the page's, and it says a lot. */
function rank(article: JsonObject, title: string): number {
  const headline = lineField(article, 'headline') || lineField(article, 'name');
  const isTitled = headline.length > 8 && title.toLowerCase().includes(headline.toLowerCase());
  const fields = ['datePublished', 'author', 'headline', 'articleBody', 'publisher'];
  return (isTitled ? 10 : 0) + fields.filter((name) => article[name] !== undefined).length;
}

function collect(value: unknown, into: JsonObject[], depth: number): void {
  if (depth > DEEPEST || into.length > MOST_OBJECTS || typeof value !== 'object') return;
  if (isObject(value)) into.push(value);
  for (const item of Object.values(value ?? {})) collect(item, into, depth + 1);
}

/** JSON, or what becomes JSON by repairs that cannot change a value's words. */
function parseLoose(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)\s*/, '')
    .replace(/(?:-->|\/\*\s?\]\]>\s?\*\/|\/\/\s?\]\]>|\]\]>)$/, '')
    .trimEnd()
    .replace(/;$/, '');
  return parseJson(bare) ?? parseJson(repaired(bare)) ?? null;
}

/** Without line ends, commas before a closing bracket, and escapes that JSON does not know. */
function repaired(text: string): string {
  return text
    .replace(/[\0-\x1f]+/g, ' ')
    .replace(/,(?=\s*[}\]])/g, '')
    .replace(/\\(?=[^"\\/bfnrtu])/g, '');
}

function isA(object: JsonObject, type: RegExp): boolean {
  return asList(object['@type']).some(
    (name) => typeof name === 'string' && type.test(name.replace(/^.*[/:]/, '')),
  );
}

export function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A property's values for the article; references to other objects on the page are followed. */
export function valuesOf({ article, byId }: StructuredData, name: string): readonly unknown[] {
  return asList(article?.[name]).map((value) => {
    const id = isObject(value) ? value['@id'] : undefined;
    return (typeof id === 'string' && byId.get(id)) || value;
  });
}

/** A text property on one clean line, tags and character references resolved; `''` for none. */
export function lineField(object: JsonObject | null, name: string): string {
  const [value] = asList(object?.[name]);
  return typeof value === 'string' ? plainLine(value) : '';
}

/** Text from an attribute or a data field, where sites put markup and entities too. */
export function plainLine(text: string): string {
  return cleanLine(/[<&]/.test(text) ? htmlParagraphs(text).join(' ') : text);
}
