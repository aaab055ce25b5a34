// The list of a reader without a library: articles in memory, found as the program finds them.

import type { Article, ArticleHead } from '../../../src/core/article/article.ts';
import { sortArticles } from '../../../src/core/article/article-order.ts';
import { type ArticleState, UNTOUCHED } from '../../../src/core/journal/article-state.ts';
import { matchesQuery } from '../../../src/core/query/match-query.ts';
import type { SavedQuery } from '../../../src/core/query/parse-saved-queries.ts';
import type { Query } from '../../../src/core/query/query.ts';
import { bodyIndex, headText } from '../../../src/library/articles/article-texts.ts';
import type { ArticleRow } from '../../../src/library/finder/finder.ts';
import { scopedQuery } from '../../../src/tui/state/filter.ts';
import { currentQuestion, isAsking, searchOrder } from '../../../src/tui/state/listing.ts';
import { initialState, reduce, type Start } from '../../../src/tui/state/reduce/reduce.ts';
import type { LibraryChange } from '../../../src/tui/state/reduce/reduce-library.ts';
import type { Listing, Question, State } from '../../../src/tui/state/state.ts';
import type { Size } from '../../../src/tui/terminal/keys.ts';

/** By ID. */
export type Marks = ReadonlyMap<string, ArticleState>;
type Heads = readonly (ArticleHead | Article)[];

const ALL: Question = { scope: '', text: '', isLive: false, sort: 'published' };

/** A filter is typed letter by letter: each article is read once. */
const bodies = new WeakMap<ArticleHead, ReturnType<typeof bodyIndex>>();

function bodyOf(head: ArticleHead | Article) {
  const body = bodies.get(head) ?? bodyIndex('markdown' in head ? head.markdown : '');
  bodies.set(head, body);
  return body;
}

function fits(head: ArticleHead | Article, state: ArticleState, query: Query): boolean {
  return matchesQuery(query, {
    head,
    state,
    text: (field) =>
      field === 'captions' || field === 'body' ? bodyOf(head)[field] : headText(head, field),
    hasFigure: () => bodyOf(head).hasFigure,
    isMuted: () => false,
    isDuplicate: () => false,
    isEditionOf: () => false,
  });
}

/** Articles in memory: each has its place as its key, from 1. */
export function memoryRows(articles: Heads, marks: Marks = new Map()): readonly ArticleRow[] {
  return articles.map((head, at) => ({
    key: at + 1,
    head,
    state: marks.get(head.id) ?? UNTOUCHED,
    body: { minutes: 3, words: 600, figures: [] },
  }));
}

/** What the rows come to for a question; they come in the order of `published`. */
export function answer(rows: readonly ArticleRow[], question: Question): Listing {
  const query = scopedQuery(question, new Date());
  const byHead = new Map(rows.map((row) => [row.head, row]));
  const heads = rows.map(({ head }) => head);
  const { sort, reverse } = searchOrder(question.sort);
  const isAsTheyCome = sort === 'published' && !reverse;
  const sorted = isAsTheyCome ? heads : sortArticles(heads, sort, reverse);
  const keys = sorted.flatMap((head) => {
    const row = byHead.get(head);
    return row !== undefined && fits(row.head, row.state, query) ? [row.key] : [];
  });
  return { question, keys: Uint32Array.from(keys), length: keys.length };
}

/** The library as those rows are. */
export function standing(rows: readonly ArticleRow[]): Omit<LibraryChange, 'type'> {
  const unread = new Set(rows.filter(({ state }) => !state.read).map(({ key }) => key));
  return {
    rows,
    totals: { articles: rows.length, unread: unread.size },
    isUnread: (key) => unread.has(key),
  };
}

/** A state whose question is answered. */
export function answered(state: State, rows: readonly ArticleRow[]): State {
  if (!isAsking(state)) return state;
  const listing = answer(rows, currentQuestion(state));
  return answered(reduce(state, { type: 'listed', listing }), rows);
}

interface MemoryStart {
  readonly size: Size;
  readonly articles: Heads;
  readonly marks?: Marks | undefined;
  /** ID of the article to open. */
  readonly open?: string | undefined;
  readonly canAdd?: boolean;
  readonly saved?: readonly SavedQuery[];
  readonly lastSession?: NonNullable<Start['lastSession']>;
}

/** The state of a reader just opened on articles in memory. */
export function memoryState({ size, articles, marks, open, ...start }: MemoryStart): State {
  const rows = memoryRows(articles, marks);
  const key = rows.find(({ head }) => head.id === open)?.key;
  const listed = answer(rows, ALL);
  return answered(initialState({ size, ...standing(rows), listed, open: key, ...start }), rows);
}
