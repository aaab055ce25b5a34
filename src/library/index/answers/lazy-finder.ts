// A finder that answers from the front page as long as that is enough, and opens the index then.
import type { Finder, Search, Window } from '../../finder/finder.ts';
import { FRONT_ROWS, type FrontPage } from './front-page.ts';

/**
 * @param open the finder that knows everything
 */
export function lazyFinder(
  root: string,
  front: FrontPage,
  open: () => Finder,
  onClose: () => void,
): Finder {
  let opened: Finder | null = null;
  let page: FrontPage | null = front;
  const whole = (): Finder => {
    opened ??= open();
    return opened;
  };
  const anew = (change: () => boolean): boolean => {
    const isChanged = change();
    if (isChanged) page = null;
    return isChanged;
  };
  return {
    root,
    ranks: true,
    isIndexed: true,
    first: (limit) => page?.rows(limit) ?? whole().first(limit),
    keys: (search) => whole().keys(search),
    count: (query) =>
      page !== null && query.terms.length === 0 ? page.head.articles : whole().count(query),
    rows: (keys) => whole().rows(keys),
    stream(search, window) {
      const rows = isFirst(search, window) ? page?.rows(window.offset + window.limit) : null;
      return rows?.slice(window.offset) ?? whole().stream(search, window);
    },
    keyOf: (id) => whole().keyOf(id),
    candidates: (word) => whole().candidates(word),
    byUrl: (url) => whole().byUrl(url),
    namesakes: (head) => whole().namesakes(head),
    ids: () => whole().ids(),
    totals: () => page?.head ?? whole().totals(),
    tally: () => whole().tally(),
    get problems() {
      return page?.head.problems ?? whole().problems;
    },
    refresh: () => anew(() => whole().refresh()),
    pass: () => anew(() => whole().pass()),
    compare: (onCompared) => whole().compare(onCompared),
    close() {
      opened?.close();
      onClose();
    },
  };
}

/** Whether the front page may hold it all. */
function isFirst({ query, sort, reverse }: Search, { offset, limit }: Window): boolean {
  const isDefault = query.terms.length === 0 && sort === 'published' && !reverse;
  return isDefault && offset + limit <= FRONT_ROWS;
}
