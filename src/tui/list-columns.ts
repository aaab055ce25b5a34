// How wide the columns of the list are: as its articles need them, and no row moves by scrolling.

import type { ArticleHead } from '../core/article.ts';
import { displayWidth } from '../text/width.ts';

/** Columns of the cells before a title; 0 where no article has one. */
export interface ListColumns {
  readonly date: number;
  readonly source: number;
}

const WIDEST_DATE = 18;

function widest(texts: Iterable<string>): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, displayWidth(text));
  return most;
}

/** One date of each month that an article has: the others of the month are as wide or narrower. */
function monthDates(articles: readonly ArticleHead[]): ReadonlySet<string> {
  const dates = articles.map(({ published, added }) => published ?? added ?? '');
  return new Set(dates.map((date) => date.replace(/^(\d{4}-\d\d)-.*/su, '$1-28')));
}

/**
 * Makes what measures lists; it remembers the last one.
 * @param shortDate the date as the list shows it
 */
export function createListColumns(
  shortDate: (date: string) => string,
): (articles: readonly ArticleHead[]) => ListColumns {
  let measured: readonly ArticleHead[] | null = null;
  let columns: ListColumns = { date: 0, source: 0 };
  return (articles) => {
    if (articles === measured) return columns;
    measured = articles;
    columns = {
      date: Math.min(WIDEST_DATE, widest(Array.from(monthDates(articles), shortDate))),
      source: widest(new Set(articles.map(({ source }) => source ?? ''))),
    };
    return columns;
  };
}
