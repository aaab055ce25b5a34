// How wide the columns of the list are: as its articles need them, and no row moves by scrolling.

import { type ArticleHead, formatMinutes } from '../../core/article/article.ts';
import { pad } from '../../core/dates/dates.ts';
import type { ArticleRow, Keys } from '../../library/finder/finder.ts';
import { ROW_FIELDS, type RowCell } from '../../library/finder/row-fields.ts';
import { widestOf } from '../../text/width.ts';
import type { Listing } from '../state/state.ts';

/** Columns of the cells before a title; 0 where no article has one. */
export interface ListColumns {
  readonly date: number;
  readonly source: number;
  /** Those that the user named, in their order; none where rows are as they are by themselves. */
  readonly named: readonly NamedColumn[];
}

interface NamedColumn {
  readonly name: string;
  /** 0 for one that is empty in all rows. */
  readonly width: number;
  readonly text: RowCell;
}

const NONE: ListColumns = { date: 0, source: 0, named: [] };

/** Named columns get no wider. */
const WIDEST = 30;

const WIDEST_DATE = 18;
/** A list this long is measured whole. */
const MOST_MEASURED = 200;
/** The first articles of a longer list tell whether it has dates and sources at all. */
const FIRST = 40;
const ANY_SOURCE = 99;

type RowsOf = (keys: Keys) => readonly ArticleRow[];

/** One date of each month that an article has: the others of the month are as wide or narrower. */
function monthDates(articles: readonly ArticleHead[]): ReadonlySet<string> {
  const dates = articles.map(({ published, added }) => published ?? added ?? '');
  return new Set(dates.map((date) => date.replace(/^(\d{4}-\d\d)-.*/su, '$1-28')));
}

/** A date of each month of a year: one of them is as wide as a date of it can be. */
function datesOf(year: string): readonly string[] {
  return Array.from({ length: 12 }, (_, month) => `${year}-${pad(month + 1)}-28`);
}

/** The year of which all articles of a long list are, as its first and its last one tell; else any that is long over. */
function yearOf({ keys, length, question }: Listing, rowsOf: RowsOf): string {
  const isByDate = question.sort === 'published' && keys.length === length;
  const ends = isByDate ? rowsOf(Uint32Array.of(keys[0] ?? 0, keys.at(-1) ?? 0)) : [];
  const years = ends.map(({ head: { published, added } }) =>
    (published ?? added ?? '').slice(0, 4),
  );
  const [first, last] = years;
  return first !== undefined && first === last ? first : '2000';
}

function namedColumn(
  name: string,
  rows: readonly ArticleRow[],
  shortDate: (date: string) => string,
  least = 0,
): NamedColumn {
  const own: Readonly<Record<string, RowCell>> = {
    date: ({ head: { published, added } }) => shortDate(published ?? added ?? ''),
    minutes: ({ body, state }) => formatMinutes(body.minutes, state),
  };
  const text = own[name] ?? ROW_FIELDS.get(name) ?? (() => '');
  return { name, text, width: Math.max(least, Math.min(WIDEST, widestOf(rows.map(text)))) };
}

/**
 * Makes what measures lists; it remembers the last one.
 * @param shortDate the date as the list shows it
 * @param rowsOf the articles of some keys; without it only those that are loaded are measured
 * @param names the setting `columns` by now
 */
export function createListColumns(
  shortDate: (date: string) => string,
  rowsOf?: RowsOf,
  names: () => readonly string[] = () => [],
): (listed: Listing, loaded: ReadonlyMap<number, ArticleRow>) => ListColumns {
  let measured: Keys | null = null;
  let wanted: readonly string[] | null = null;
  let columns = NONE;
  return (listing, loaded) => {
    const { keys, length, question } = listing;
    if (keys === measured && names() === wanted) return columns;
    const isWhole = length <= MOST_MEASURED;
    const first = keys.subarray(0, isWhole ? MOST_MEASURED : FIRST);
    const rowsAt: RowsOf =
      rowsOf ?? ((some) => Array.from(some, (key) => loaded.get(key) ?? []).flat());
    const rows = rowsAt(first);
    const articles = rows.map(({ head }) => head);
    const source = widestOf(new Set(articles.map((head) => head.source ?? '')));
    const dates = monthDates(articles);
    const isDated = [...dates].some((date) => date !== '');
    const any = isWhole || !isDated ? dates : datesOf(yearOf(listing, rowsAt));
    const date = widestOf(Array.from(any, shortDate));
    // While a filter is typed no column gets narrower: the titles stay where they are.
    const least = question.isLive ? columns : NONE;
    measured = keys;
    wanted = names();
    columns = {
      date: Math.max(least.date, Math.min(WIDEST_DATE, date)),
      source: Math.max(least.source, isWhole || source === 0 ? source : ANY_SOURCE),
      named: wanted.map((name, at) => namedColumn(name, rows, shortDate, least.named[at]?.width)),
    };
    return columns;
  };
}
