// Every screen the reader has, brought about by keys, for sweeps over sizes.

import { type ArticleState, UNTOUCHED } from '../../../src/core/journal/article-state.ts';
import type { TreeEntry } from '../../../src/jobs/feeds/feed-tree.ts';
import { spansWidth } from '../../../src/text/spans.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { screenGeometry } from '../../../src/tui/state/geometry.ts';
import type { Action } from '../../../src/tui/state/reduce/reduce.ts';
import { reduce } from '../../../src/tui/state/reduce/reduce.ts';
import type { State } from '../../../src/tui/state/state.ts';
import type { Size } from '../../../src/tui/terminal/keys.ts';
import { articleLines } from '../../../src/tui/view/article-pane.tsx';
import { listLines } from '../../../src/tui/view/list-pane.tsx';
import type { ScreenContext } from '../../../src/tui/view/pane.tsx';
import { sampleDraft } from '../web/drafts.ts';
import { screenRows } from './drawn-screen.tsx';
import { memoryRows, memoryState, standing } from './reader-list.ts';
import { driveReader, stories, testView } from './reader-state.ts';

const ARTICLES = stories(40);
/** Every mark there is, alone and together, on one article after the other. */
const MARKS = new Map<string, ArticleState>(
  ARTICLES.map(({ id }, index) => [
    id,
    {
      ...UNTOUCHED,
      read: index % 4 === 1,
      starred: index % 3 === 0,
      progress: index % 5 === 2 ? 0.4 : 0,
      position: index % 5 === 2 ? { paragraph: 9, fraction: 0.5, progress: 0.4 } : null,
    },
  ]),
);
const ALL_READ = new Map(ARTICLES.map(({ id }) => [id, { ...UNTOUCHED, read: true }]));
const SAVED = [{ name: 'Days 日々', text: 'title:day' }];
/** Tags and feeds with names of every kind, some with news, some that fail. */
const kindAt = (at: number) => (at >= 35 ? 'tag' : at % 5 === 0 ? 'folder' : 'feed');
const ENTRIES = Array.from({ length: 40 }, (_, at): TreeEntry => {
  const name = at % 5 === 0 ? `${'長い名前 '.repeat(at)}\x1b[2J${at}` : `name ${at}`;
  return {
    kind: kindAt(at),
    name,
    query: `tag:t${at}`,
    feeds: [],
    depth: at > 20 && at < 35 ? (at - 20) % 7 : 0,
    terms: '',
    history: at % 7 === 0 ? 'HTTP 404; it never answered' : '',
    counts: { articles: at * 999, unread: at % 3 === 0 ? 0 : at ** 3 },
    problem: at % 7 === 0 ? `HTTP 404 ${'and more '.repeat(at)}` : null,
  };
});
/** Heights at which rows come and go, and some beyond. */
export const HEIGHTS = [5, 6, 7, 8, 9, 10, 12, 19, 24, 40, 60];
/** Of widths every fifth, and at the next heights the others: each is looked at with two or three. */
export function inTurns(widths: readonly number[], rows: number): readonly number[] {
  return widths.filter((_, at) => at % 5 === HEIGHTS.indexOf(rows) % 5);
}

const FIND = ['enter', '/', ...'words to wrap'];

/** Keys that bring about each screen from a reader just opened. */
const SCREENS: Readonly<Record<string, readonly string[]>> = {
  list: ['1', '7', 'j'],
  article: ['enter', 'space'],
  'wide title': ['j', 'j', 'enter'],
  help: ['?'],
  'help at its end': ['?', 'G'],
  'filter open': ['/', ...'story -话 1'],
  'bad filter': ['/', ...'xy:z'],
  'filter without a hit': ['/', ...'nothing at all', 'enter'],
  'find open': FIND,
  'hits shown': [...FIND, 'enter', 'n'],
  'no hit': ['enter', '/', 'q', 'q', 'q', 'enter'],
  'links numbered': ['enter', 'j', 'F'],
  'article alone': ['z'],
  'other pane': ['tab', 'G'],
  'a count': ['1', '2'],
  'unread only': ['/', ...'is:unread', 'enter', 'n'],
  'an article begun before': ['2', 'j', 'enter'],
  'add open': ['a'],
  'a long address': ['a', ...'example.org/a-long-address/'.repeat(9)],
  'an address that is none': ['enter', 'a', ...'no address', 'enter'],
  'feeds pane': ['t', 'j', 'j'],
  'feeds pane at its end': ['enter', 't', 'G'],
  'one of the feeds pane': ['t', '6', 'j', 'enter'],
};

/** What went wrong with a screen; `null` where nothing did. */
function screenFault(state: State, view: ScreenContext): string | null {
  const { columns, rows } = state.size;
  const drawn = screenRows(state, view);
  if (drawn.length > rows) return `${drawn.length} rows`;
  const odd = drawn.find((row) => displayWidth(row) > columns);
  if (odd !== undefined) return `a line of ${displayWidth(odd)}: ${odd}`;
  const control = drawn.find((row) => /[\0-\x1f\x7f-\x9f]/.test(row));
  if (control !== undefined) return `a control in ${JSON.stringify(control)}`;
  return cutFault(state, view);
}

/** A pane cuts what is wider than itself: none of its lines may need it. */
function cutFault(state: State, view: ScreenContext): string | null {
  const geometry = screenGeometry(state);
  const { list, article } = geometry;
  const lists = list === null ? [] : [{ strip: list, linesOf: listLines }];
  const articles = article === null ? [] : [{ strip: article, linesOf: articleLines }];
  for (const { strip, linesOf } of geometry.tooSmall ? [] : [...lists, ...articles]) {
    const wide = linesOf({ state, geometry, strip, view }).find(
      ({ spans }) => spansWidth(spans) > strip.width,
    );
    if (wide !== undefined) return `cut: ${wide.spans.map(({ text }) => text).join('')}`;
  }
  return null;
}

const DROPPED = [
  { why: 'advertisement', text: 'Advertisement' },
  { why: 'link to another article', text: `\x1b[2J ${'漢字 and words '.repeat(60)}\n\nmore` },
];

function otherStates(size: Size): Readonly<Record<string, State>> {
  const empty = memoryState({ size, articles: [] });
  const open = memoryState({ size, articles: ARTICLES, open: 'story-2' });
  const gone = { id: 'story-2', width: 76, lines: [], problem: 'story-2.md: no such file' };
  const reading = driveReader(ARTICLES, { ...size, marks: MARKS, open: 'story-3' });
  const typing = driveReader(ARTICLES, { ...size, marks: MARKS });
  typing.press('/');
  const draft = sampleDraft({ title: '長い見出し'.repeat(30), dropped: DROPPED });
  const others = memoryRows(ARTICLES, MARKS).filter(({ head }) => head.id !== 'story-3');
  const adding = (...actions: readonly Action[]) => {
    const driven = driveReader(ARTICLES, size);
    driven.act({ type: 'read-page', source: `https://example.org/${'long/'.repeat(40)}` });
    for (const action of actions) driven.act(action);
    return driven.state();
  };
  const fetching = (done: number, of: number, added: number) => {
    const progress = { type: 'fetching', done, of, added, waitsFor: null } as const;
    return driveReader(ARTICLES, size).act(progress);
  };
  return {
    empty,
    'fetch begun': fetching(0, 0, 0),
    fetching: fetching(311, 500, 2600),
    reading: adding(),
    ready: adding({ type: 'settle' }, { type: 'draft', draft }),
    preview: adding({ type: 'draft', draft }),
    'left out': adding({ type: 'draft', draft }, { type: 'left-out' }),
    keeping: adding({ type: 'draft', draft }, { type: 'keeping', isKeeping: true }),
    'headline asked for': adding({ type: 'draft', draft: sampleDraft({ title: '' }) }),
    'all read': memoryState({ size, articles: ARTICLES.slice(0, 1), marks: ALL_READ }),
    'removed while it is read': reading.act({ type: 'library', ...standing(others) }),
    'a long text': typing.hear({ type: 'paste', text: '長い文字列'.repeat(30) }),
    'article not read yet': open,
    'article gone': reduce(open, { type: 'page', page: gone }),
  };
}

/** Opens every screen at a size; names what is wrong with it. */
export function screenFaults(size: Size): readonly string[] {
  const driven = Object.entries(SCREENS).map(
    ([name, keys]) =>
      [
        name,
        driveReader(ARTICLES, { ...size, marks: MARKS, saved: SAVED, entries: ENTRIES }).press(
          ...keys,
        ),
      ] as const,
  );
  return [...driven, ...Object.entries(otherStates(size))].flatMap(([name, state]) => {
    const plain = testView({ color: false, root: '/a/long/path'.repeat(9) });
    return [screenFault(state, testView()), screenFault({ ...state, canAdd: false }, plain)]
      .filter((fault) => fault !== null)
      .map((fault) => `${name} at ${size.columns}×${size.rows}: ${fault}`);
  });
}
