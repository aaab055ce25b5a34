// The elements of RSS, RDF, Atom, CDF and JSON Feed → a feed: one table of names for all of them.
import { parseFrontMatter } from '../../core/article/front-matter.ts';
import { cleanLine } from '../../core/clean.ts';
import { firstValue } from '../../core/first-value.ts';
import { skeleton } from '../../core/fold.ts';
import { languageTag } from '../facts/language.ts';
import { isPerson } from '../page/html/fields/author-names.ts';
import { type Entry, type Feed, MOST_ENTRIES } from './entry.ts';
import { enclosuresOf, isPicture, picturesOf } from './entry-files.ts';
import { baseOf, entryUrl, feedBase, pageUrl, textBase } from './feed-addresses.ts';
import { parseFeedDate } from './feed-dates.ts';
import names from './feed-names.json' with { type: 'json' };
import { authorsOf } from './people.ts';
import { htmlValue, lineValue } from './text-value.ts';
import type { XmlElement } from './xml-element.ts';
import { CONTAINERS, isEntry, type XmlTree } from './xml-tree.ts';

/** What each field is called, the surest name first. */
const NAMES = names.fields;

const MOST_TAGS = 50;
/** In UTF-16 units. */
const LONGEST_GUID = 2000;

/** What the feed's own elements are called. */
const HEADS = new Set(['channel', 'feed']);

/** Whether the elements are those of a feed; one that was put into a page is still one. */
function isFeed(root: XmlElement): boolean {
  const first = root.children[0];
  if (first === undefined) return false;
  if (CONTAINERS.has(first.name)) return true;
  return (first.name !== 'html' || headIn(root) !== first) && entriesIn(root).length > 0;
}

/**
 * @param url where the feed was found
 * @returns `null` where the elements are no feed's
 */
export function readFeedTree({ root, isCut, url: own }: XmlTree, url: string | null): Feed | null {
  if (!isFeed(root)) return null;
  const head = headIn(root);
  const site = pageUrl(head, url);
  const found = feedBase(url ?? own, site);
  const title = lineValue(head.first('title', 'dc:title'));
  const authors = sharedAuthors(head, title ?? '');
  return {
    title,
    site,
    lang: languageOf(head),
    isCut,
    entries: entriesIn(root)
      .slice(0, MOST_ENTRIES)
      .map((entry) => readEntry(entry, found))
      .map((entry) => (entry.authors.length > 0 ? entry : { ...entry, authors })),
  };
}

/**
 * The authors of all entries that name none (RFC 4287 §4.2.1). Those of a channel only run it; whoever the
 * title names is the publication, but for a person.
 */
function sharedAuthors(head: XmlElement, title: string): readonly string[] {
  if (head.name !== 'feed') return [];
  const bare = skeleton(title);
  return authorsOf(head).filter((name) => isPerson(name) || !bare.includes(skeleton(name)));
}

/** How deep a feed's head may stand. */
const DEEPEST_HEAD = 4;

/** The channel or the feed; the outermost element where neither is. */
function headIn(root: XmlElement): XmlElement {
  let level: readonly XmlElement[] = [root];
  for (let depth = 0; depth <= DEEPEST_HEAD; depth += 1) {
    const head = level.find(({ name }) => HEADS.has(name));
    if (head !== undefined) return head;
    level = level.flatMap(({ children }) => children);
  }
  return root.children[0] ?? root;
}

/** Every entry wherever it stands, in the document's order; none is looked for inside another. */
function entriesIn({ children }: XmlElement): readonly XmlElement[] {
  return children.flatMap((child) => (isEntry(child.name) ? [child] : entriesIn(child)));
}

/** @param found where relative addresses start; `null` where that is not known */
export function readEntry(entry: XmlElement, found: string | null): Entry {
  const { content, summary } = textsOf(entry);
  const url = entryUrl(entry, found);
  // The front matter that an article has with it which another newsprint exported.
  const head = entry.first('newsprint:head')?.text() ?? '';
  const holder = content?.element ?? summary?.element ?? entry;
  return {
    guid: guidOf(entry),
    url,
    title: entry.value(NAMES.title, lineValue) ?? mediaTitle(entry),
    authors: entryAuthors(entry),
    published: dateOf(entry, NAMES.published),
    // CDF says it in an attribute.
    updated: dateOf(entry, NAMES.updated) ?? parseFeedDate(entry.attribute('lastmod')),
    summary: summary?.html ?? null,
    content: content?.html ?? null,
    // Without a base of its own the text is as the entry's page has it.
    base: baseOf(holder, null) ?? textBase(url, found),
    tags: tagsOf(entry),
    lang: languageOf(content?.element ?? entry) ?? languageOf(entry),
    comments: entry.value(NAMES.comments, lineValue) ?? threadCount(entry),
    pictures: picturesOf(entry, found),
    enclosures: enclosuresOf(entry, found),
    exported: head.trim() === '' ? null : parseFrontMatter(head, '').frontMatter,
  };
}

/** A text, and the element it stands in. */
interface Body {
  readonly element: XmlElement;
  readonly html: string;
}

function bodyOf(entry: XmlElement, names: readonly string[]): Body | null {
  return entry.value(names, (element) => {
    const html = htmlValue(element);
    return html === null ? null : { element, html };
  });
}

/** Its own, else those of the feed that it was taken from. */
function entryAuthors(entry: XmlElement): readonly string[] {
  const named = [entry, ...entry.all('source')].map(authorsOf);
  return named.find(({ length }) => length > 0) ?? [];
}

function dateOf(entry: XmlElement, names: readonly string[]): string | null {
  return entry.value(names, (element) => parseFeedDate(element.text()));
}

/** What is said of a film is all the text of an entry that has no other. */
function textsOf(entry: XmlElement) {
  const content = bodyOf(entry, NAMES.content);
  const summary = bodyOf(entry, NAMES.summary);
  if (content !== null || summary !== null) return { content, summary };
  const groups = entry.all('media:group');
  const ofFilm = mediaText(groups.filter(isFilm));
  const contents = groups.flatMap((group) => [group, ...group.all('media:content')]);
  return { content: ofFilm, summary: ofFilm === null ? mediaText(contents) : null };
}

function isFilm(group: XmlElement): boolean {
  return group.all('media:content').some((content) => !isPicture(content));
}

function mediaText(groups: readonly XmlElement[]): Body | null {
  return firstValue(groups, (group) => bodyOf(group, ['media:description']));
}

/** The headline of what is attached, however deep it stands. */
function mediaTitle(entry: XmlElement): string | null {
  const groups = entry.all('media:group', 'media:content', 'enclosure');
  const holders = [...groups, ...groups.flatMap((group) => group.all('media:content'))];
  return firstValue(holders, (holder) => holder.value(['media:title'], lineValue));
}

function guidOf(entry: XmlElement): string | null {
  const said = entry.value(NAMES.guid, (one) => cleanLine(one.text()) || null);
  return (said ?? cleanLine(entry.attribute('about')))?.slice(0, LONGEST_GUID) || null;
}

function tagsOf(entry: XmlElement): readonly string[] {
  const categories = entry.all('category', 'itunes:category').map(categoryName);
  const subjects = entry.all('dc:subject').map((subject) => subject.text());
  const words = entry
    .all('itunes:keywords', 'media:keywords')
    .flatMap((one) => one.text().split(','));
  const lines = [...categories, ...subjects, ...words].map((text) => cleanLine(text.slice(0, 200)));
  return [...new Set(lines.filter((line) => line !== ''))].slice(0, MOST_TAGS);
}

/** A label that is a path to its term says no more than that: `r/harbours`. */
function categoryName(category: XmlElement): string {
  const term = category.attribute('term');
  const said = category.attribute('label', 'term', 'text') || category.text();
  return term !== '' && said.toLowerCase().endsWith(`/${term.toLowerCase()}`) ? term : said;
}

/** Atom's count of answers stands on the link to them (RFC 4685 §4). */
function threadCount(entry: XmlElement): string | null {
  const link = entry.all('link').find((one) => one.attribute('rel') === 'replies');
  return cleanLine(link?.attribute('count') ?? '') || null;
}

function languageOf(element: XmlElement): string | null {
  const own = element.value(NAMES.language, (one) => languageTag(one.text()));
  return own ?? languageTag(element.inherited('xml:lang'));
}
