// What stands in the side list, line by line, and how it scrolls.

import { cleanLine } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import type { SideEntry } from '../../jobs/feeds/side-entries.ts';
import type { Geometry } from './geometry.ts';
import type { Side, SideRow, State } from './state.ts';

/** A line of it: a row, the name of the rows below, or nothing. */
export type SideLine =
  | { readonly kind: 'row'; readonly index: number; readonly row: SideRow }
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'blank' };

const SECTIONS: Readonly<Record<Exclude<SideRow['kind'], 'all'>, string>> = {
  saved: 'saved queries',
  tag: 'tags',
  feed: 'feeds',
};
/** In a pane of fewer rows the sections have no names. */
const ROOM_FOR_SECTIONS = 10;

/** Its rows: the whole list, the saved queries, the feeds, the tags. */
export function sideRows({ totals, saved, sideEntries }: State): readonly SideRow[] {
  const { articles, unread } = totals;
  const words = `${unread} unread of ${formatCount(articles, 'article')}`;
  const all: SideRow = { kind: 'all', name: 'all', query: '', count: unread, words, problem: null };
  const queries = saved.map(({ name, text, count }): SideRow => {
    const fits = count === null ? '' : ` · ${formatCount(count, 'article')}`;
    return { kind: 'saved', name, query: text, count, words: `${text}${fits}`, problem: null };
  });
  return [all, ...queries, ...(sideEntries ?? [])];
}

/** The rows of feeds, then those of tags, which may be many. */
export function entryRows(entries: readonly SideEntry[]): readonly SideRow[] {
  const rows = entries.map(({ kind, name, query, counts, problem }): SideRow => {
    const { articles, unread } = counts;
    const words = `${unread} unread of ${formatCount(articles, 'article')}`;
    return { kind, name: cleanLine(name), query, count: unread, words, problem };
  });
  const isFeed = ({ kind }: SideRow): boolean => kind === 'feed';
  return [...rows.filter(isFeed), ...rows.filter((one) => !isFeed(one))];
}

/** Its lines, for a pane of so many rows. */
export function sideLines(state: State, bodyRows: number): readonly SideLine[] {
  let before: SideRow['kind'] = 'all';
  return sideRows(state).flatMap((row, index): readonly SideLine[] => {
    const line = { kind: 'row', index, row } as const;
    const isFirst = row.kind !== before;
    before = row.kind;
    if (!isFirst || row.kind === 'all' || bodyRows < ROOM_FOR_SECTIONS) return [line];
    return [{ kind: 'blank' }, { kind: 'section', name: SECTIONS[row.kind] }, line];
  });
}

/** The first line on the screen, so that the selected one is on it, with the name above it. */
export function sideTop(
  lines: readonly SideLine[],
  { selected, top }: Pick<Side, 'selected' | 'top'>,
  { bodyRows }: Pick<Geometry, 'bodyRows'>,
): number {
  const at = lines.findIndex((line) => line.kind === 'row' && line.index === selected);
  const first = lines[at - 1]?.kind === 'section' ? at - 1 : at;
  const highest = Math.max(0, at - bodyRows + 1);
  const shown = Math.max(highest, Math.min(top, first));
  return Math.min(shown, Math.max(0, lines.length - bodyRows));
}

/** What a filter is called that the side list set; `null` for another. */
export function filterName({ filter, sideEntries }: State): string | null {
  const entry = sideEntries?.find(({ query }) => query === filter.text);
  return entry === undefined ? null : `${entry.kind}: ${entry.name}`;
}
