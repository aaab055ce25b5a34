// The pane of feeds and tags: its rows, hidden ones, and their lines.
import { clamp } from '../../core/clamp.ts';
import { cleanLine } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import { foldText } from '../../core/fold.ts';
import { lazyFor } from '../../core/lazy.ts';
import type { TreeEntry } from '../../jobs/feeds/feed-tree.ts';
import type { Counts } from '../../library/finder/unread-counts.ts';
import { screenGeometry } from './geometry.ts';
import { EVERYWHERE, type FeedsLine, type Scope, type State, type TreeRow } from './state.ts';

/** The section of each kind; the whole list stands above them. */
const SECTIONS: Readonly<Record<Scope['kind'], string>> = {
  all: '',
  story: '',
  saved: 'saved queries',
  folder: 'feeds',
  feed: 'feeds',
  tag: 'tags',
};
/** In a pane of fewer rows the sections have no names. */
const ROOM_FOR_SECTIONS = 10;

function countWords({ articles, unread }: Counts): string {
  return `${unread} unread of ${formatCount(articles, 'article')}`;
}

const PLAIN = { depth: 0, problem: null, history: '', terms: '', feeds: [] };

/** Every row: the whole list, the saved queries, folders with their feeds, tags. */
function allRows({ totals, saved, tree }: State): readonly TreeRow[] {
  const all = { ...PLAIN, ...EVERYWHERE, count: totals.unread, words: countWords(totals) };
  const queries = saved.map(({ name, text, count }): TreeRow => {
    const fits = count === null ? '' : ` · ${formatCount(count, 'article')}`;
    return { ...PLAIN, kind: 'saved', name, query: text, count, words: `${text}${fits}` };
  });
  return [all, ...queries, ...(tree ?? [])];
}

export function treeRows(entries: readonly TreeEntry[]): readonly TreeRow[] {
  return entries.map(({ counts, name, ...entry }) => {
    return { ...entry, name: cleanLine(name), count: counts.unread, words: countWords(counts) };
  });
}

export function isSameScope(a: Scope, b: Scope): boolean {
  return a.kind === b.kind && a.query === b.query;
}

/** The rows that are shown: not what is in a folded folder or, where that is chosen, without news. */
export const feedsRows = lazyFor((state: State): readonly TreeRow[] => {
  const { folded, isNewsOnly, scope } = state;
  let foldedAt = Number.POSITIVE_INFINITY;
  return allRows(state).filter((row) => {
    const { kind, depth, query, count } = row;
    if (depth > foldedAt) return false;
    foldedAt = kind === 'folder' && folded.has(query) ? depth : Number.POSITIVE_INFINITY;
    const isNews = kind === 'all' || kind === 'saved' || (count ?? 0) > 0;
    return !isNewsOnly || isNews || isSameScope(row, scope);
  });
}, 1);

/** The row that a feed or folder is in; −1 for the top. */
export function parentIndex(rows: readonly TreeRow[], index: number): number {
  const depth = rows[index]?.depth ?? 0;
  return rows.slice(0, index).findLastIndex((row) => row.kind === 'folder' && row.depth < depth);
}

function sectionLines(rows: readonly TreeRow[]): readonly FeedsLine[] {
  let before = SECTIONS.all;
  return rows.flatMap((row, index): readonly FeedsLine[] => {
    const line = { kind: 'row', index, row } as const;
    const name = SECTIONS[row.kind];
    const isFirst = name !== before;
    before = name;
    return isFirst ? [{ kind: 'blank' }, { kind: 'section', name }, line] : [line];
  });
}

export function feedsLines(state: State, bodyRows: number): readonly FeedsLine[] {
  const lines = sectionLines(feedsRows(state));
  return bodyRows < ROOM_FOR_SECTIONS ? lines.filter(({ kind }) => kind === 'row') : lines;
}

/** The first line on the screen, so that the selected one is on it, with the name above it. */
export function feedsTop(lines: readonly FeedsLine[], state: State, bodyRows: number): number {
  const selected = feedsIndex(state);
  const at = lines.findIndex((line) => line.kind === 'row' && line.index === selected);
  const first = lines[at - 1]?.kind === 'section' ? at - 1 : at;
  const highest = Math.max(0, at - bodyRows + 1);
  const shown = clamp(state.feedsTop, highest, first);
  return Math.min(shown, Math.max(0, lines.length - bodyRows));
}

/** The selected row; while the pane has no keys that of the scope, or the first. */
export function feedsIndex(state: State): number {
  if (state.feeds !== null) return state.feeds.selected;
  return Math.max(0, scopeIndex(state));
}

/** The row of the scope; −1 where none is shown. */
export function scopeIndex(state: State): number {
  return feedsRows(state).findIndex((row) => isSameScope(row, state.scope));
}

/** Selects a row, as near as there is one, and scrolls just enough to show it. */
export function withFeedsAt(state: State, index: number): State {
  const { feeds } = state;
  if (feeds === null) return state;
  const selected = clamp(index, 0, feedsRows(state).length - 1);
  const { bodyRows } = screenGeometry(state);
  const moved: State = { ...state, feeds: { ...feeds, selected } };
  return { ...moved, feedsTop: feedsTop(feedsLines(moved, bodyRows), moved, bodyRows) };
}

export function selectedRowOfFeeds(state: State): TreeRow {
  return feedsRows(state)[feedsIndex(state)] ?? { ...PLAIN, ...EVERYWHERE, count: 0, words: '' };
}

/** The next row of all, from a row on and round the end, whose name holds these letters. */
export function findRowByName(state: State, letters: string, from: Scope, by: number) {
  const wanted = foldText(letters.trim());
  const rows = allRows(state);
  const at = rows.findIndex((row) => isSameScope(row, from));
  const start = Math.max(0, at) + by + 2 * rows.length;
  const order = rows.map((_, turn) => (by < 0 ? start - turn : start + turn) % rows.length);
  const index = order.find((one) => foldText(rows[one]?.name ?? '').includes(wanted));
  const row = rows[index ?? -1];
  if (index === undefined || row === undefined || wanted === '') return null;
  return { row, within: foldersAround(rows, index).map(({ query }) => query) };
}

/** The folders around a row, the outermost first. */
function foldersAround(rows: readonly TreeRow[], index: number): readonly TreeRow[] {
  const parent = parentIndex(rows, index);
  const folder = rows[parent];
  return folder === undefined ? [] : [...foldersAround(rows, parent), folder];
}

/** The folder of the selected row, as a path. */
export function selectedFolder(state: State): string {
  const rows = feedsRows(state);
  const index = feedsIndex(state);
  const own = rows[index]?.kind === 'folder' ? rows.slice(index, index + 1) : [];
  return [...foldersAround(rows, index), ...own].map(({ name }) => name).join('/');
}
