// States of the reader for tests: a list of articles, one laid out, and what the screen needs.

import type { Article, ArticleHead } from '../../../src/core/article/article.ts';
import type { SavedQuery } from '../../../src/core/query/parse-saved-queries.ts';
import type { TreeEntry } from '../../../src/jobs/feeds/feed-tree.ts';
import { pageLines } from '../../../src/render/page/page-lines.ts';
import type { Line } from '../../../src/text/line.ts';
import { handleInput } from '../../../src/tui/input/handle-input.ts';
import type { Effect } from '../../../src/tui/input/outcome.ts';
import { leftOutLines } from '../../../src/tui/library/page-cache.ts';
import { wantedPage } from '../../../src/tui/state/geometry.ts';
import { shownPreview } from '../../../src/tui/state/loaded-rows.ts';
import { type Action, reduce, type Start } from '../../../src/tui/state/reduce/reduce.ts';
import type { State } from '../../../src/tui/state/state.ts';
import type { Input, Size } from '../../../src/tui/terminal/keys.ts';
import { createListColumns } from '../../../src/tui/view/list-columns.ts';
import type { ScreenContext } from '../../../src/tui/view/pane.tsx';
import { articleHead } from '../library/article-head.ts';
import { answered, type Marks, memoryRows, memoryState } from './reader-list.ts';

/** Articles `story-1` … with a body of many paragraphs, links and wide characters. */
export function stories(count: number): readonly Article[] {
  return Array.from({ length: count }, (_, index) => ({
    ...articleHead({
      id: `story-${index + 1}`,
      title:
        index % 3 === 2 ? `第${index + 1}話 長い見出し 👩‍👩‍👧 en` : `Story ${index + 1} of the day`,
      source: index % 2 === 0 ? 'The Post' : null,
      published: '2026-11-02',
      url: `https://example.org/${index + 1}`,
      summary: ['One point.'],
    }),
    markdown: storyBody(index + 1),
  }));
}

function storyBody(number: number): string {
  const paragraphs = Array.from(
    { length: 30 },
    (_, index) =>
      `Paragraph ${index + 1} of story ${number} has enough words to wrap on any screen that a reader ` +
      `may have, and a [link ${index % 4}](https://example.org/${number}/${index % 4}) in it. 漢字も少し。`,
  );
  return `${paragraphs.join('\n\n')}\n\nSee <https://bare.example.org/>.\n`;
}

/** What the screen needs, for articles that need no file. */
export function testView(fields: Partial<ScreenContext> = {}): ScreenContext {
  return {
    root: '/library',
    color: true,
    order: 'read',
    theme: 'terminal',
    hasMuted: () => false,
    listDate: (head: ArticleHead) => head.published ?? '',
    columns: createListColumns((date) => date),
    ...fields,
  };
}

/** Gives the state the page it asks for, as the session does. */
export function settle(state: State, articles: readonly Article[]): State {
  const wanted = wantedPage(state);
  const preview = shownPreview(state);
  const article = preview?.draft.article ?? articles.find(({ id }) => id === wanted?.id);
  if (wanted === null || article === undefined) return state;
  if (state.page?.id === wanted.id && state.page.width === wanted.width) return state;
  if (preview?.shown === 'left-out') {
    const lines = leftOutLines(preview.draft.taken.dropped, wanted.width);
    return reduce(state, { type: 'page', page: { ...wanted, lines, problem: null } });
  }
  const lines = linesAt(article, wanted.width);
  return reduce(state, { type: 'page', page: { ...wanted, lines, problem: null } });
}

/** Tests lay out the same articles a thousand times, which takes longer than all else they do. */
const laidOut = new WeakMap<Article, Map<number, readonly Line[]>>();

function linesAt(article: Article, width: number): readonly Line[] {
  const known = laidOut.get(article) ?? new Map<number, readonly Line[]>();
  const locale = { language: 'en-GB' };
  const lines = known.get(width) ?? pageLines(article, { width, locale, links: 'footnote' });
  laidOut.set(article, known.set(width, lines));
  return lines;
}

/** A reader driven by keys, without a terminal. */
export interface Driven {
  state(): State;
  press(...keys: readonly string[]): State;
  hear(input: Input): State;
  act(action: Action): State;
  readonly effects: Effect[];
}

interface DriveOptions extends Partial<Size> {
  readonly open?: string;
  readonly marks?: Marks;
  readonly canAdd?: boolean;
  readonly saved?: readonly SavedQuery[];
  readonly entries?: readonly TreeEntry[];
  readonly lastSession?: NonNullable<Start['lastSession']>;
  readonly bindings?: NonNullable<Start['bindings']>;
  /** What a reader had come to that goes on here; all else but the articles is taken from it. */
  readonly state?: State;
}

/** Opens a reader on articles; keys are names such as `j`, `ctrl-d`, `enter`. */
export function driveReader(
  articles: readonly Article[],
  { columns = 80, rows = 24, entries = [], state: begun, ...start }: DriveOptions = {},
): Driven {
  const size = { columns, rows };
  const known = memoryRows(articles, start.marks);
  let state = begun ?? settle(memoryState({ size, articles, ...start }), articles);
  const effects: Effect[] = [];
  const act = (action: Action) => {
    state = settle(answered(reduce(state, action), known), articles);
    return state;
  };
  const hear = (input: Input) => {
    const { action, effect } = handleInput(state, input);
    if (action?.type !== 'digit' && action?.type !== 'chord') act({ type: 'settle' });
    if (effect !== undefined) effects.push(effect);
    if (action !== undefined) act(action);
    return effect?.type === 'count-feeds' ? act({ type: 'tree', entries }) : state;
  };
  return {
    state: () => state,
    effects,
    act,
    hear,
    press(...keys) {
      for (const name of keys) hear({ type: 'key', name });
      return state;
    },
  };
}
