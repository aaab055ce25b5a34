// The finder without an index: everything in memory, bodies read when a query asks for them.
import type { ArticleHead } from '../core/article.ts';
import type { Query } from '../core/query.ts';
import { matchesQuery, readsBodies } from '../core/query-match.ts';
import { sortArticles } from '../core/sort.ts';
import { type ArticleTexts, articleTexts } from './article-texts.ts';
import type { Finder, Keys, Row, Search } from './finder.ts';
import { type Library, reopenLibrary, reviseLibrary } from './library.ts';
import { memberCandidates } from './resolve.ts';

/** Articles whose texts are kept, so that a filter that is typed reads each file once. */
const MOST_KEPT = 2000;

interface Scan {
  library: Library;
  /** By key; an article keeps its key while the finder is open. */
  readonly byKey: (ArticleHead | undefined)[];
  readonly keys: Map<string, number>;
  readonly texts: WeakMap<ArticleHead, ArticleTexts>;
}

/** A finder over a library that is open. */
export function scanFinder(opened: Library): Finder {
  const scan: Scan = { library: opened, byKey: [], keys: new Map(), texts: new WeakMap() };
  numberArticles(scan);
  const keys = (search: Search): Keys =>
    Uint32Array.from(findHeads(scan, search), ({ id }) => scan.keys.get(id) ?? 0);
  const rowOf = (head: ArticleHead): Row => ({ head, state: scan.library.journals.state(head.id) });
  return {
    root: opened.root,
    ranks: false,
    keys,
    count: (query) => matching(scan, query).length,
    rows: (wanted) =>
      Array.from(wanted, (key) => scan.byKey[key])
        .filter((head) => head !== undefined)
        .map(rowOf),
    *stream(search, { offset, limit }) {
      for (const head of findHeads(scan, search).slice(offset, offset + limit)) yield rowOf(head);
    },
    keyOf: (id) => scan.keys.get(id.normalize('NFC')) ?? null,
    candidates: (word) => memberCandidates(word, scan.library.articles),
    byUrl: (url) => scan.library.articles.find((head) => head.url === url) ?? null,
    totals: () => totals(scan.library),
    get problems() {
      return scan.library.problems;
    },
    refresh: () => refresh(scan),
    close() {},
  };
}

function numberArticles(scan: Scan): void {
  scan.byKey.fill(undefined);
  for (const head of scan.library.articles) {
    const key = scan.keys.get(head.id) ?? scan.keys.size;
    scan.keys.set(head.id, key);
    scan.byKey[key] = head;
  }
}

function refresh(scan: Scan): boolean {
  const before = scan.library;
  const changed = before.journals.refresh();
  const after = reopenLibrary(before);
  const isSame = sameHeads(before.heads, after.heads);
  scan.library = isSame ? (changed ? reviseLibrary(before) : before) : after;
  if (changed || !isSame) numberArticles(scan);
  return changed || !isSame;
}

function sameHeads(before: readonly ArticleHead[], after: readonly ArticleHead[]): boolean {
  return (
    before.length === after.length &&
    before.every((head, at) => JSON.stringify(head) === JSON.stringify(after[at]))
  );
}

function totals({ articles, journals }: Library): ReturnType<Finder['totals']> {
  const unread = articles.filter(({ id }) => !journals.state(id).read).length;
  return { articles: articles.length, unread };
}

function findHeads(scan: Scan, { query, sort, reverse }: Search): readonly ArticleHead[] {
  const found = matching(scan, query);
  // Without an index nothing is ranked: the best is the newest.
  return sortArticles(found, sort === 'relevance' ? 'published' : sort, reverse);
}

function matching(scan: Scan, query: Query): readonly ArticleHead[] {
  const { articles, journals } = scan.library;
  if (query.terms.length === 0) return articles;
  const keeps = articles.length <= MOST_KEPT || !readsBodies(query);
  return articles.filter((head) => {
    const texts = textsOf(scan, head, keeps);
    const state = journals.state(head.id);
    return matchesQuery(query, { head, state, text: texts.text, hasFigure: texts.hasFigure });
  });
}

function textsOf({ library, texts }: Scan, head: ArticleHead, keeps: boolean): ArticleTexts {
  const known = texts.get(head);
  if (known !== undefined) return known;
  const made = articleTexts(library.root, head);
  if (keeps) texts.set(head, made);
  return made;
}
