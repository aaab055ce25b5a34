// Every margin, column and row of the screen.
import type { Size } from '../terminal/keys.ts';
import { shownPageId } from './loaded-rows.ts';
import type { State } from './state.ts';

/** The smallest terminal the reader draws on, in columns and rows. */
export const SMALLEST: Size = { columns: 20, rows: 5 };
/** Least columns for the feeds pane beside the list. */
const FEEDS_COLUMNS = 60;
const WIDEST_FEEDS = 40;
const LIST_SHARE = 0.34;
const WIDEST_LIST = 56;
/** The share of the feeds in the columns of three panes. */
const THIRD_FEEDS = 0.18;
const THIRD_LIST = 0.28;
/** Least columns of a pane, and of the one beside it. */
const LEAST_PANE = 20;
const LEAST_BESIDE = 30;
/** The rule between the panes with a blank column on each side. */
export const GUTTER = 3;

/** A part of the screen, in columns from 0. */
export interface Strip {
  readonly left: number;
  readonly width: number;
}

/** The places of all parts of the screen, the same for every frame of one size. */
export interface Geometry {
  readonly tooSmall: boolean;
  readonly columns: number;
  readonly rows: number;
  /** `null` where it is not on the screen, as for the others. */
  readonly feeds: Strip | null;
  readonly list: Strip | null;
  readonly article: Strip | null;
  /** The first row of the panes, under the heading. */
  readonly bodyTop: number;
  readonly bodyRows: number;
  /** Rows one article takes in the list. */
  readonly itemRows: 1 | 2;
  readonly hasRule: boolean;
  readonly hasHints: boolean;
}

type Panes = Pick<Geometry, 'feeds' | 'list' | 'article'>;

type Laid = Pick<State, 'size' | 'focus' | 'articleOnly' | 'feeds' | 'widths' | 'wideFrom'>;

/**
 * Two strips side by side; the first takes its share, up to a width, and the user's additional
 * columns.
 * @param beside columns that are left to the other
 */
function split(strip: Strip, share: number, widest: number, more: number, beside = LEAST_BESIDE) {
  const most = Math.max(LEAST_PANE, strip.width - GUTTER - beside);
  const natural = Math.min(widest, Math.floor(strip.width * share), most);
  const width = Math.max(Math.min(natural, LEAST_PANE), Math.min(most, natural + more));
  const left = strip.left + width + GUTTER;
  const rest: Strip = { left, width: strip.left + strip.width - left };
  return [{ left: strip.left, width }, rest] as const;
}

/** Widths by the terminal's alone. */
export const NATURAL_WIDTHS = { feeds: 0, list: 0 };

function strips({ size: { columns }, focus, articleOnly, feeds, widths, wideFrom }: Laid): Panes {
  const hasRoom = (from: number) => from > 0 && columns >= from;
  const whole: Strip = { left: 0, width: columns };
  const none: Panes = { feeds: null, list: null, article: null };
  if (hasRoom(wideFrom.three) && !articleOnly) {
    const both = LEAST_PANE + GUTTER + LEAST_BESIDE;
    const [first, rest] = split(whole, THIRD_FEEDS, WIDEST_FEEDS, widths.feeds, both);
    const share = (THIRD_LIST * columns) / rest.width;
    const [list, article] = split(rest, share, WIDEST_LIST, widths.list);
    return { feeds: first, list, article };
  }
  if (feeds !== null) {
    if (columns < FEEDS_COLUMNS) return { ...none, feeds: whole };
    const [first, list] = split(whole, LIST_SHARE, WIDEST_FEEDS, widths.feeds);
    return { ...none, feeds: first, list };
  }
  if (!hasRoom(wideFrom.two) || articleOnly) return { ...none, [focus]: whole };
  const [list, article] = split(whole, LIST_SHARE, WIDEST_LIST, widths.list);
  return { ...none, list, article };
}

export function screenGeometry(state: Laid): Geometry {
  const { columns, rows } = state.size;
  const hasRule = rows >= 9;
  const hasHints = rows >= 8;
  const bodyTop = hasRule ? 2 : 1;
  const bodyRows = Math.max(1, rows - bodyTop - (hasHints ? 2 : 1));
  const panes = strips(state);
  const isBeside = panes.article !== null || panes.feeds === null;
  const isNarrow = isBeside && panes.list !== null && panes.list.width < 60;
  return {
    tooSmall: columns < SMALLEST.columns || rows < SMALLEST.rows,
    columns,
    rows,
    ...panes,
    bodyTop,
    bodyRows,
    hasRule,
    hasHints,
    itemRows: isNarrow && bodyRows >= 8 ? 2 : 1,
  };
}

export function visibleItems({ bodyRows, itemRows }: Geometry): number {
  return Math.max(1, Math.floor(bodyRows / itemRows));
}

/**
 * The page's columns within the article's strip: centred, not wider than the measure.
 * @param measure columns; 0 for no limit
 */
export function pageStrip(strip: Strip, measure: number): Strip {
  const widest = measure === 0 ? strip.width : Math.min(measure, strip.width);
  const width = Math.max(SMALLEST.columns, widest);
  return { left: strip.left + Math.max(0, Math.floor((strip.width - width) / 2)), width };
}

/** The row of the panes at a row of the screen; `null` outside of them. */
export function bodyRow({ bodyTop, bodyRows }: Geometry, row: number): number | null {
  return row >= bodyTop && row < bodyTop + bodyRows ? row - bodyTop : null;
}

export function isInside(strip: Strip | null, column: number): boolean {
  return strip !== null && column >= strip.left && column < strip.left + strip.width;
}

/** The article and width that the state wants as its page; `null` without an article on the screen. */
export function wantedPage(state: State): { readonly id: string; readonly width: number } | null {
  const { article, tooSmall } = screenGeometry(state);
  const id = shownPageId(state);
  if (article === null || tooSmall || id === undefined) return null;
  return { id, width: pageStrip(article, state.measure).width };
}
