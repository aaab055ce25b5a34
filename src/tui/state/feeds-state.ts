// The pane of feeds and tags: what stands in it, how it scrolls, and what happens to it.
import { cleanLine } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import type { FeedOrTag } from '../../jobs/feeds/feed-rows.ts';
import type { Counts } from '../../library/finder/unread-counts.ts';
import type { Reducers } from './actions.ts';
import { screenGeometry } from './geometry.ts';
import { withScope, withSelected } from './listing.ts';
import { EVERYWHERE, type Feeds, type FeedsRow, type State, withNote } from './state.ts';

/** A line of it: a row, the name of the rows below, or nothing. */
type FeedsLine =
  | { readonly kind: 'row'; readonly index: number; readonly row: FeedsRow }
  | { readonly kind: 'section'; readonly name: string }
  | { readonly kind: 'blank' };

const SECTIONS: Readonly<Record<Exclude<FeedsRow['kind'], 'all'>, string>> = {
  saved: 'saved queries',
  tag: 'tags',
  feed: 'feeds',
};
/** In a pane of fewer rows the sections have no names. */
const ROOM_FOR_SECTIONS = 10;

function countWords({ articles, unread }: Counts): string {
  return `${unread} unread of ${formatCount(articles, 'article')}`;
}

/** Its rows: the whole list, the saved queries, the feeds, the tags. */
export function feedsRows({ totals, saved, feedsAndTags }: State): readonly FeedsRow[] {
  const all = { ...EVERYWHERE, count: totals.unread, words: countWords(totals) };
  const queries = saved.map(({ name, text, count }): FeedsRow => {
    const fits = count === null ? '' : ` · ${formatCount(count, 'article')}`;
    return { kind: 'saved', name, query: text, count, words: `${text}${fits}`, problem: null };
  });
  return [{ ...all, problem: null }, ...queries, ...(feedsAndTags ?? [])];
}

/** The rows of feeds, then those of tags, which may be many. */
function entryRows(entries: readonly FeedOrTag[]): readonly FeedsRow[] {
  const rows = entries.map(({ kind, name, query, counts, problem }): FeedsRow => {
    const row = { kind, name: cleanLine(name), query, problem };
    return { ...row, count: counts.unread, words: countWords(counts) };
  });
  const isFeed = ({ kind }: FeedsRow): boolean => kind === 'feed';
  return [...rows.filter(isFeed), ...rows.filter((one) => !isFeed(one))];
}

/** Its lines, for a pane of so many rows. */
export function feedsLines(state: State, bodyRows: number): readonly FeedsLine[] {
  let before: FeedsRow['kind'] = 'all';
  return feedsRows(state).flatMap((row, index): readonly FeedsLine[] => {
    const line = { kind: 'row', index, row } as const;
    const isFirst = row.kind !== before;
    before = row.kind;
    if (!isFirst || row.kind === 'all' || bodyRows < ROOM_FOR_SECTIONS) return [line];
    return [{ kind: 'blank' }, { kind: 'section', name: SECTIONS[row.kind] }, line];
  });
}

/** The first line on the screen, so that the selected one is on it, with the name above it. */
export function feedsTop(lines: readonly FeedsLine[], feeds: Feeds, bodyRows: number): number {
  const { selected, top } = feeds;
  const at = lines.findIndex((line) => line.kind === 'row' && line.index === selected);
  const first = lines[at - 1]?.kind === 'section' ? at - 1 : at;
  const highest = Math.max(0, at - bodyRows + 1);
  const shown = Math.max(highest, Math.min(top, first));
  return Math.min(shown, Math.max(0, lines.length - bodyRows));
}

const NOTHING = 'no feeds and no tags yet: newsprint feeds add URL follows a feed';

/** Selects a row, as near as there is one, and scrolls just enough to show it. */
export function withFeedsRow(state: State, index: number): State {
  const { feeds } = state;
  if (feeds === null) return state;
  const last = feedsRows(state).length - 1;
  const selected = Math.max(0, Math.min(last, index));
  const { bodyRows } = screenGeometry(state);
  const top = feedsTop(feedsLines(state, bodyRows), { ...feeds, selected }, bodyRows);
  return { ...state, feeds: { ...feeds, selected, top } };
}

/** The screen is as it was before the feeds pane. */
function withoutFeeds(state: State): State {
  const { feeds, listed } = state;
  if (feeds === null) return state;
  const { focus, articleOnly } = feeds.from;
  const closed: State = { ...state, feeds: null, articleOnly };
  const isEmpty = listed.length === 0;
  return withSelected({ ...closed, focus: isEmpty ? 'list' : focus }, closed.selected);
}

/** A line that is typed, a draft and an article have the screen to themselves. */
export function withFeedsSettled(state: State): State {
  const { feeds, prompt, adding, focus } = state;
  const isFree = prompt === null && adding?.step !== 'preview' && focus === 'list';
  if (feeds === null || isFree) return state;
  return withSelected({ ...state, feeds: null }, state.selected);
}

/** Takes an action on the feeds pane; while it is not on the screen, there is none. */
export const feedsReducers = {
  /** On the row of the scope. */
  'open-feeds'(state) {
    const { focus, articleOnly, scope } = state;
    if (state.feeds !== null) return state;
    const index = feedsRows(state).findIndex(({ query }) => query === scope.query);
    const feeds: Feeds = { selected: 0, top: 0, from: { focus, articleOnly } };
    return withFeedsRow({ ...state, focus: 'list', articleOnly: false, feeds }, index);
  },
  'close-feeds': withoutFeeds,
  /** The row that was selected is, also where others came before it. */
  'feeds-and-tags'(state, { entries }) {
    const { feeds, feedsAndTags, scope } = state;
    const isFirst = feedsAndTags === null;
    const next: State = { ...state, feedsAndTags: entryRows(entries) };
    if (feeds === null) return next;
    const rows = feedsRows(next);
    if (isFirst && rows.length === 1) return withNote(withoutFeeds(next), NOTHING);
    const before = isFirst ? scope.query : feedsRows(state)[feeds.selected]?.query;
    const index = rows.findIndex(({ query }) => query === before);
    return withFeedsRow(next, index === -1 ? feeds.selected : index);
  },
  /** Of fewer rows with news the last there is that way. */
  'next-feeds'(state, { by }) {
    if (state.feeds === null) return state;
    const { selected } = state.feeds;
    const news = feedsRows(state).flatMap(({ count }, at) => ((count ?? 0) > 0 ? [at] : []));
    const below = news.filter((at) => at > selected);
    const ahead = by > 0 ? below : news.filter((at) => at < selected).reverse();
    return withFeedsRow(state, ahead[Math.abs(by) - 1] ?? ahead.at(-1) ?? selected);
  },
  'choose-feeds'(state) {
    if (state.feeds === null) return state;
    const row = feedsRows(state)[state.feeds.selected] ?? EVERYWHERE;
    const closed: State = { ...state, feeds: null, focus: 'list', articleOnly: false };
    return withScope(withSelected(closed, closed.selected), row);
  },
} satisfies Partial<Reducers>;
