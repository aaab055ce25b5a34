// The finder without an index: everything in memory, bodies read when a query asks for them.

import type { ArticleHead } from '../../core/article/article.ts';
import { sortArticles } from '../../core/article/article-order.ts';
import { foldText } from '../../core/fold.ts';
import { areCopies } from '../../core/journal/identity.ts';
import { lazy } from '../../core/lazy.ts';
import { matchesQuery, readsBodies, type Searched } from '../../core/query/match-query.ts';
import { asksMuted, EVERYTHING, type Query, queryWords } from '../../core/query/query.ts';
import { relevanceScores } from '../../core/query/relevance.ts';
import { type ArticleTexts, articleTexts } from '../articles/article-texts.ts';
import { findFiles } from '../articles/scan-folder.ts';
import { type Mutes, NO_MUTES } from '../place/mutes.ts';
import {
  type ArticleRow,
  byId,
  type Finder,
  type Keys,
  type Search,
  type Window,
} from './finder.ts';
import { articleStamp, type Library, reopenLibrary, reviseLibrary } from './open-library.ts';
import { hasPrefix } from './resolve-word.ts';
import { NO_STORIES, type ScannedStories, scanStories } from './scan-stories.ts';
import { type Counts, countUnread, type UnreadCounts } from './unread-counts.ts';

/** Articles whose texts are kept, so that a filter that is typed reads each file once. */
const MOST_KEPT = 2000;

interface Scan {
  library: Library;
  /** By key; an article keeps its key while the finder is open. */
  readonly byKey: (ArticleHead | undefined)[];
  readonly keys: Map<string, number>;
  readonly texts: WeakMap<ArticleHead, ArticleTexts>;
  mutes: Mutes;
  /** The IDs of what is hidden from lists. */
  muted: () => ReadonlySet<string>;
  told: () => ScannedStories;
  /** The files as they were at the last refresh; `null` before the first. */
  signature: string | null;
}

/** A finder over a library that is open. @param mutes what is hidden from lists, as it is now */
export function scanFinder(opened: Library, mutes = (): Mutes => NO_MUTES): Finder {
  const lookups = { byKey: [], keys: new Map(), texts: new WeakMap() };
  const unknown = { muted: () => new Set<string>(), told: () => NO_STORIES };
  const before = { mutes: NO_MUTES, ...unknown, signature: null };
  const scan: Scan = { library: opened, ...lookups, ...before };
  takeUp(scan, opened, mutes());
  const keys = (search: Search): Keys =>
    Uint32Array.from(findHeads(scan, search), ({ id }) => scan.keys.get(id) ?? 0);
  const rowOf = (head: ArticleHead): ArticleRow => {
    const { facts } = textsOf(scan, head);
    return {
      key: scan.keys.get(head.id) ?? 0,
      head,
      state: scan.library.journals.state(head),
      // Most who ask for rows need none of their files.
      get body() {
        return facts();
      },
    };
  };
  const tally = () => countUnread(matching(scan, EVERYTHING).map(rowOf));
  return {
    root: opened.root,
    get ranks() {
      return isSmall(scan);
    },
    isIndexed: false,
    keys,
    rows: (wanted) =>
      Array.from(wanted, (key) => scan.byKey[key])
        .filter((head) => head !== undefined)
        .map(rowOf),
    *stream(search, window) {
      for (const head of headsOf(scan, search, window)) yield rowOf(head);
    },
    keyOf(id) {
      const [head] = exact(scan, id);
      return (head && scan.keys.get(head.id)) ?? null;
    },
    candidates: (word, most) => candidates(scan, word.normalize('NFC')).slice(0, most),
    byIds: (ids) => byId(ids.flatMap((id) => exact(scan, id)).map(rowOf)),
    tagsFrom: (start, most) => tagsFrom(tally(), foldText(start)).slice(0, most),
    byUrl: (wanted) =>
      scan.library.articles.find(({ url, also }) => url === wanted || also.includes(wanted)) ??
      null,
    copiesOf: (head) => scan.library.articles.filter((other) => areCopies(head, other)),
    ids: (search, window) => headsOf(scan, search, window).map(({ id }) => id),
    totals: () => totals(scan),
    storyTotals: () => totals(scan),
    stories: () => new Map(),
    states: () => null,
    tally,
    get problems() {
      return [...scan.library.problems, ...scan.mutes.problems];
    },
    refresh: (isWhole = false) => refresh(scan, isWhole, mutes()),
    compare: async () => [],
    close() {},
  };
}

function totals(scan: Scan): Counts {
  const listed = matching(scan, EVERYTHING);
  const unread = listed.filter((head) => !scan.library.journals.state(head).read).length;
  return { articles: listed.length, unread };
}

/** The article of an ID, if there is one. */
function exact({ byKey, keys }: Scan, id: string): readonly ArticleHead[] {
  const head = byKey[keys.get(id.normalize('NFC')) ?? -1];
  return head === undefined ? [] : [head];
}

function candidates(scan: Scan, word: string): readonly ArticleHead[] {
  const found = exact(scan, word);
  if (found.length > 0) return found;
  return word === '' ? [] : scan.library.articles.filter(({ id }) => hasPrefix(id, word));
}

function tagsFrom({ byTag }: UnreadCounts, start: string): readonly string[] {
  return [...byTag.keys()].filter((tag) => tag.startsWith(start)).toSorted();
}

/** What is hidden or folded is worked out anew when it is asked. */
function takeUp(scan: Scan, library: Library, mutes: Mutes): void {
  Object.assign(scan, { library, mutes });
  scan.muted = lazy(() => mutedIds(scan));
  scan.told = lazy(() => storiesIn(scan));
  scan.byKey.fill(undefined);
  for (const head of scan.library.articles) {
    const key = scan.keys.get(head.id) ?? scan.keys.size;
    scan.keys.set(head.id, key);
    scan.byKey[key] = head;
  }
}

/** Reads everything anew where a file is another; the first time, as nothing is known of before. */
function refresh(scan: Scan, isWhole: boolean, mutes: Mutes): boolean {
  const before = scan.library;
  const isMuted = mutes.stamp !== scan.mutes.stamp;
  const isMarked = before.journals.refresh();
  const signature = filesSignature(before.root, isSmall(scan));
  const isAsKnown = signature === scan.signature;
  let library = before;
  if (isWhole || !isAsKnown) library = reopenLibrary(before);
  else if (isMarked) library = reviseLibrary(before);
  const isCompared = isWhole || scan.signature === null;
  const isSame = isCompared
    ? JSON.stringify(before.heads) === JSON.stringify(library.heads)
    : isAsKnown;
  scan.signature = signature;
  if (library !== before || isMuted) takeUp(scan, library, mutes);
  return isMarked || isMuted || !isSame;
}

/** Which files there are and, of few, when each was changed. */
function filesSignature(root: string, withTimes: boolean): string {
  const lines = findFiles(root).files.map(({ path }) => {
    return withTimes ? `${path}\0${articleStamp({ root }, { path })}` : path;
  });
  return lines.join('\n');
}

function headsOf(scan: Scan, search: Search, { offset, limit }: Window): readonly ArticleHead[] {
  return findHeads(scan, search).slice(offset, offset + limit);
}

function findHeads(scan: Scan, { query, sort, reverse }: Search): readonly ArticleHead[] {
  const found = matching(scan, query);
  const minutesOf = (head: ArticleHead) => textsOf(scan, head).minutes();
  if (sort !== 'relevance') return sortArticles(found, sort, reverse, minutesOf);
  // Of many articles, without an index, the best is the newest.
  const ranked = isSmall(scan) ? rank(scan, found, query) : found;
  return sortArticles(ranked, 'relevance', reverse);
}

function isSmall({ library }: Scan): boolean {
  return library.articles.length <= MOST_KEPT;
}

/** The best first; of articles that are equally good the newest. */
function rank(scan: Scan, found: readonly ArticleHead[], query: Query): readonly ArticleHead[] {
  if (found.length < 2) return found;
  const { articles } = scan.library;
  const texts = articles.map((head) => textsOf(scan, head));
  const scores = relevanceScores(texts, queryWords(query));
  const scoreOf = new Map(articles.map((head, at) => [head, scores[at] ?? 0]));
  return [...found].sort((a, b) => (scoreOf.get(b) ?? 0) - (scoreOf.get(a) ?? 0));
}

function matching(scan: Scan, query: Query): readonly ArticleHead[] {
  const muted = scan.muted();
  const { articles } = scan.library;
  const shown =
    muted.size === 0 || asksMuted(query) ? articles : articles.filter(({ id }) => !muted.has(id));
  if (query.terms.length === 0) return shown;
  const keeps = isSmall(scan) || !readsBodies(query);
  return shown.filter((head) => matchesQuery(query, searchedOf(scan, head, muted, keeps)));
}

function searchedOf(
  scan: Scan,
  head: ArticleHead,
  muted: ReadonlySet<string>,
  keeps = isSmall(scan),
): Searched {
  const { text, hasFigure } = textsOf(scan, head, keeps);
  const state = scan.library.journals.state(head);
  const isMuted = () => muted.has(head.id);
  const isDuplicate = () => scan.told().folded.has(head.id);
  const isEditionOf = (id: string) => {
    const { of } = scan.told();
    return of.has(id) && of.get(id) === of.get(head.id);
  };
  return { head, state, text, hasFigure, isMuted, isDuplicate, isEditionOf };
}

/** What the mutes let through; a file is read once. */
function mutedIds(scan: Scan): ReadonlySet<string> {
  const { queries } = scan.mutes;
  const heads = scan.library.articles.filter((head) => {
    const searched = queries.length > 0 && searchedOf(scan, head, new Set());
    return searched && queries.some((query) => matchesQuery(query, searched));
  });
  return new Set(heads.map(({ id }) => id));
}

/** Of many articles, without an index, none: their bodies are not read for that. */
function storiesIn(scan: Scan): ScannedStories {
  const bodyOf = (head: ArticleHead) => textsOf(scan, head).text('body');
  return isSmall(scan) ? scanStories(scan.library, bodyOf) : NO_STORIES;
}

function textsOf(scan: Scan, head: ArticleHead, keeps = isSmall(scan)): ArticleTexts {
  const { library, texts } = scan;
  const known = texts.get(head);
  if (known !== undefined) return known;
  const made = articleTexts(library.root, head);
  if (keeps) texts.set(head, made);
  return made;
}
