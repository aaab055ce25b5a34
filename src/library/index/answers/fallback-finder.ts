// A finder that asks the first rows, then the index, and the files where the index cannot be used.
import type { ArticleHead } from '../../../core/article/article.ts';
import {
  type ArticleRow,
  byId,
  type Finder,
  type FinderOptions,
  type Search,
  type Window,
} from '../../finder/finder.ts';
import { openLibrary } from '../../finder/open-library.ts';
import { scanFinder } from '../../finder/scan-finder.ts';
import type { Host } from '../../place/device.ts';
import { readMutes } from '../../place/mutes.ts';
import { UnusableError } from '../tables/engine.ts';
import { callWhenStale, currentDatabase, giveUp, type IndexPlace } from '../tables/index-place.ts';
import type { FirstRows } from './first-rows.ts';

/** A library that has an index, or shall have one. */
export interface Opening extends FinderOptions {
  readonly root: string;
  readonly host: Host;
  readonly place: IndexPlace;
}

/** IDs that the first rows are searched for; to find more of them takes longer than the engine does. */
const MOST_OF_FIRST = 10;

/** A finder over the index, opened when it is asked first; over the files once that cannot be used. */
function createOpened({ root, host, place }: Opening, open: () => Finder) {
  let path: string | null = null;
  let opened: Finder | null = null;
  let isLost = false;
  const whole = (): Finder => {
    if (opened === null) {
      path = currentDatabase(place);
      opened = open();
    }
    return opened;
  };
  const withoutIndex = (error: unknown): Finder => {
    if (isLost || !(error instanceof UnusableError)) throw error;
    isLost = true;
    if (!error.isPassing) giveUp(place, path);
    opened = scanFinder(openLibrary(root, host), () => readMutes(host));
    return opened;
  };
  return {
    whole,
    /** As it is by now; `null` where nothing was asked yet. */
    now: () => opened,
    ask<Result>(question: (finder: Finder) => Result): Result {
      try {
        return question(whole());
      } catch (error) {
        return question(withoutIndex(error));
      }
    },
    *stream(search: Search, { offset, limit }: Window): Generator<ArticleRow> {
      let given = 0;
      try {
        for (const row of whole().stream(search, { offset, limit })) {
          given += 1;
          yield row;
        }
      } catch (error) {
        const rest = { offset: offset + given, limit: limit - given };
        yield* withoutIndex(error).stream(search, rest);
      }
    },
  };
}

/**
 * @param open the finder over the index, opened when the first rows are not enough
 * @param front answers as long as nothing changes; `null` for none
 */
export function fallbackFinder(
  opening: Opening,
  open: () => Finder,
  front: FirstRows | null,
): Finder {
  const { root, place, onStale } = opening;
  let page = front;
  const { ask, whole, now, stream } = createOpened(opening, open);
  const firstOf = (search: Search, { offset, limit }: Window) =>
    isDefault(search) ? page?.rows(offset + limit)?.slice(offset) : null;
  if (front === null) whole();
  return {
    root,
    get ranks() {
      return now()?.ranks ?? true;
    },
    get isIndexed() {
      return now()?.isIndexed ?? true;
    },
    keys: (search) => ask((finder) => finder.keys(search)),
    rows(keys) {
      const rows: ArticleRow[] = [];
      for (const key of keys) {
        const row = page?.row(key);
        if (row === undefined) return ask((finder) => finder.rows(keys));
        rows.push(row);
      }
      return rows;
    },
    stream: (search, window) => firstOf(search, window) ?? stream(search, window),
    keyOf: (id) => page?.row(id)?.key ?? ask((finder) => finder.keyOf(id)),
    byIds: (ids) => firstOfIds(page, ids) ?? ask((finder) => finder.byIds(ids)),
    tagsFrom: (start, most) => ask((finder) => finder.tagsFrom(start, most)),
    candidates: (word, most) =>
      exactHead(page, word) ?? ask((finder) => finder.candidates(word, most)),
    byUrl: (url) => ask((finder) => finder.byUrl(url)),
    copiesOf: (head) => ask((finder) => finder.copiesOf(head)),
    ids: (search, window) =>
      firstOf(search, window)?.map(({ head }) => head.id) ??
      ask((finder) => finder.ids(search, window)),
    totals: () => page?.head ?? ask((finder) => finder.totals()),
    storyTotals: () => page?.head.once ?? ask((finder) => finder.storyTotals()),
    stories: () => ask((finder) => finder.stories()),
    tally: (stories) => ask((finder) => finder.tally(stories)),
    states: (ids) => ask((finder) => finder.states(ids)),
    get problems() {
      return page?.head.problems ?? ask((finder) => finder.problems);
    },
    refresh(isWhole) {
      const isChanged = ask((finder) => finder.refresh(isWhole));
      if (isChanged) page = null;
      return isChanged;
    },
    compare: async (onCompared) => whole().compare(onCompared),
    close() {
      now()?.close();
      callWhenStale(place, onStale);
    },
  };
}

/** The article of an ID, alone, where it is among the first. */
function exactHead(page: FirstRows | null, id: string): readonly ArticleHead[] | null {
  const row = page?.row(id.normalize('NFC'));
  return row === undefined ? null : [row.head];
}

/** Of few the first rows may have all; `null` where they do not, or are not asked. */
function firstOfIds(
  page: FirstRows | null,
  ids: readonly string[],
): ReadonlyMap<string, ArticleRow> | null {
  if (page === null || ids.length > MOST_OF_FIRST) return null;
  const rows = ids.flatMap((id) => page.row(id.normalize('NFC')) ?? []);
  return rows.length < ids.length ? null : byId(rows);
}

/** Whether the first rows may be all that is asked for. */
function isDefault({ query, sort, reverse }: Search): boolean {
  return query.terms.length === 0 && sort === 'published' && !reverse;
}
