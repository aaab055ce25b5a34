// Who wrote an article: names only, from the surest place that has some.
import { firstValue } from '../../../../core/first-value.ts';
import { skeleton } from '../../../../core/fold.ts';
import { isObject } from '../../../../core/json.ts';
import { lazy } from '../../../../core/lazy.ts';
import { parseByline } from '../../../facts/names/byline.ts';
import { namesAtEnds, signedNames } from '../../../facts/names/dateline.ts';
import { uniqueNames } from '../../../facts/names/names.ts';
import { isAmong } from '../document/compare-words.ts';
import type { PageData, TitledPage } from '../document/page-data.ts';
import { lineField, valuesOf } from '../document/structured-data.ts';
import { lineOf } from '../dom/dom.ts';
import type { DomElement } from '../dom/nodes.ts';
import { selectFirst } from '../dom/select.ts';
import { isAuthor, isHandle, isHouseName, isOwner, isPerson, splitNames } from './author-names.ts';
import { markedAuthors, onlyAuthor, shownAuthors } from './shown-authors.ts';

/** Names of authors, each once. */
type Names = readonly string[];
type Test = (name: string) => boolean;

/**
 * The authors, each once, in the source's order. In this order: the persons of the structured
 * data, those of `<meta>`, what the page shows as a byline, a line that begins with "By"; where all
 * of these name nobody in full, the lone words and the houses that the data name and the page prints.
 * Told persons give way to a byline that names others where the page shows them nowhere, and to one
 * that names more. An address, the site's own name or a job is no author.
 */
export function findAuthors(page: TitledPage): Names {
  const text = lazy(() => skeleton(lineOf(page.document.body)));
  const isPrinted: Test = (name) => text().includes(skeleton(name));
  const given = dataAuthors(page, isPrinted).map((texts) => authorsIn(texts, page));
  const isFull: Test = (name) => !isHouseName(name) && !isHandle(name) && !isOwner(name, page);
  const persons = given.find((names) => names.some(isFull));
  const shown = shownAuthors(page);
  const marked = markedAuthors(page);
  if (persons !== undefined)
    return reconciled(fullest(persons, given, shown), shown, marked, isPrinted);
  if (marked.length > shown.length && shown.every((name) => isAmong(name, marked))) return marked;
  const names = [shown, marked].find((found) => found.length > 0) ?? onlyAuthor(page);
  if (names.length > 0) return names;
  const isLesser: Test = (name) => isPerson(name) || (isPrinted(name) && !isOwner(name, page));
  return given.map((told) => told.filter(isLesser)).find((told) => told.length > 0) ?? [];
}

/** The data that name all of the byline, where some name a part of it. */
function fullest(persons: Names, given: readonly Names[], shown: Names): Names {
  const isFuller = (names: Names): boolean => names.length > persons.length && isSame(names, shown);
  return (persons.every((name) => isAmong(name, shown)) && given.find(isFuller)) || persons;
}

function reconciled(given: Names, shown: Names, marked: Names, isPrinted: Test): Names {
  const others = shown.length > 0 ? shown : marked;
  if (others.length === 0 || !others.every(isPerson)) return given;
  const isAdded = isSame(shown, marked) && given.every((name) => isAmong(name, shown));
  if (isAdded && shown.length > given.length) return shown;
  const isOther = !others.some((name) => isAmong(name, given));
  const isStated: Test = (name) => isPerson(name) && isPrinted(name);
  return isOther && !given.some(isStated) ? others : given;
}

function isSame(names: Names, others: Names): boolean {
  return names.length === others.length && names.every((name) => isAmong(name, others));
}

function authorsIn(texts: Names, page: PageData): Names {
  const names = uniqueNames(texts.flatMap(splitNames).filter((name) => isAuthor(name, page)));
  const persons = names.filter(isPerson);
  return persons.length > 0 ? names.filter((name) => !isHouseName(name)) : names;
}

/** `author`, `article:author`, `parsely-author`, `dc.creator`, `byl`, `articleAuthor`. */
const META = /^(?:[\w.-]+[.:_-])?(?:article)?(?:authors?|byl(?:ine)?|creator)(?:[.:_-]?names?)?$/;
/** Creators of the page's card, feed or application: accounts. */
const OTHER_META = /^(?:twitter|fb|msapplication|smartbanner|generator)\b/;

/** The authors that the data name, source by source, the surest first. */
function dataAuthors(page: PageData, isPrinted: Test): readonly Names[] {
  const named = [...page.meta].filter(([name]) => META.test(name) && !OTHER_META.test(name));
  const metas = named.toSorted(([a], [b]) => Number(b === 'author') - Number(a === 'author'));
  return [dataNames(page, isPrinted), ...metas.map(([, values]) => values)];
}

/** An account of a weblog, as its software names whoever put the page there. */
const ACCOUNT = /#\/schema\/person\//;

function dataNames(page: PageData, isPrinted: Test): Names {
  return ['author', 'creator']
    .flatMap((property) => valuesOf(page.data, property))
    .map((value) => (isObject(value) ? value : { name: value }))
    .map((value) => ({ id: lineField(value, '@id'), name: lineField(value, 'name') }))
    .filter(({ id, name }) => !ACCOUNT.test(id) || isPrinted(name))
    .map(({ name }) => name);
}

const AT_TOP = 2;
const AT_END = 3;
/** What stands below a signature is shorter; below a subhead stands a paragraph. */
const LONGEST_NOTE = 200;

/**
 * Who signs a story in its first or last lines, else in those that were taken for it at first sight: there
 * in full, for the judge took them for something else.
 */
export function findSigners(
  told: readonly DomElement[],
  taken: readonly DomElement[],
  deck: string | null,
): Names {
  const names = findSignature(told, deck);
  if (names.length > 0) return names;
  return findSignature(taken, deck).filter((name) => name.includes(' '));
}

/**
 * The names in the first or last lines that are nothing but names, as papers set them that have
 * no byline: alone and bold, above or under the story; or at the end of its deck.
 */
function findSignature(paragraphs: readonly DomElement[], deck: string | null): Names {
  const blocks = paragraphs.filter((block) => /\p{L}/u.test(lineOf(block)));
  // Some set their deck as a bold paragraph.
  const [first] = blocks;
  const bold = first === undefined ? '' : lineOf(selectFirst(first, 'strong,b'));
  const opening = first !== undefined && bold === lineOf(first) ? bold : '';
  const names = linesOfNames(blocks) ?? signedNames(deck ?? opening);
  if (names.length > 0) return names;
  return namesAtEnds(lineOf(blocks[0] ?? null), lineOf(blocks.at(-1) ?? null));
}

/** The names of the first line that is nothing else, among the first and the last. */
function linesOfNames(blocks: readonly DomElement[]): Names | null {
  const edges = [...blocks.slice(0, AT_TOP), ...blocks.slice(-AT_END)];
  return firstValue(edges, (block) => {
    const text = lineOf(block);
    const at = blocks.indexOf(block);
    const isSubhead = at >= AT_TOP && lineOf(blocks[at + 1] ?? null).length > LONGEST_NOTE;
    const isBold = lineOf(selectFirst(block, 'strong,b')) === text && !isSubhead;
    const read = parseByline(text);
    return read !== null && (read.isMarked || isBold) ? read.authors : null;
  });
}
