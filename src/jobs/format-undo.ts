// Says in words what undo took back.
import type { ArticleHead } from '../core/article/article.ts';
import { formatCount } from '../core/count.ts';
import { groupBy } from '../core/group-by.ts';
import type { ArticleRow } from '../library/finder/finder.ts';
import type { UndoResult } from '../library/journals/undo-last.ts';

type Undone = Pick<UndoResult, 'ids' | 'entries'>;
type Entry = UndoResult['entries'][number];

/** What has become of an article, the first that is true of it. */
const CHANGES: readonly (readonly [string, (entry: Entry) => boolean])[] = [
  ['as before the update', ({ rest }) => rest.added !== null && rest.replaced],
  ['taken out again', ({ rest }) => rest.added !== null],
  ['back again', ({ set }) => set.removed === true],
  ['unread again', ({ rest: { was } }) => was.read === false],
  ['read again', ({ rest: { was } }) => was.read === true],
  ['without its star', ({ rest: { was } }) => was.starred === false],
  ['one story with others again', ({ rest: { was } }) => was.apart === false],
  ['told apart again', ({ rest: { was } }) => was.apart === true],
  ['starred again', ({ rest: { was } }) => was.starred === true],
];
const ELSE = 'tagged as before';

/** Where headlines and publications are looked up, as the library is now. */
interface Lookup {
  readonly keyOf: (id: string) => number | null | undefined;
  readonly rows: (keys: readonly number[]) => readonly ArticleRow[];
}

/** Of more articles their publications are not looked up. */
const MOST_LOOKED_UP = 200;

/**
 * What was taken back: `unread again: 3 articles of Harbour Post`, `back again: A ferry is late`.
 * @param more what was taken back beside articles, in words
 */
export function formatUndo(
  { ids, entries }: Undone,
  { keyOf, rows }: Lookup,
  more: readonly string[] = [],
): string {
  if (ids.length === 0 && more.length === 0)
    return 'that was changed again since: nothing is taken back';
  const altered = new Set(ids);
  const own = entries.filter(({ id }) => altered.has(id));
  const changeOf = new Map(
    own.map((entry) => [entry.id, CHANGES.find(([, holds]) => holds(entry))?.[0]]),
  );
  const keys = altered.size > MOST_LOOKED_UP ? [] : [...altered].flatMap((id) => keyOf(id) ?? []);
  const heads = new Map(rows(keys).map(({ head }) => [head.id, head]));
  const groups = groupBy(altered, (id) => changeOf.get(id) ?? ELSE);
  const told = Array.from(groups, ([words, of]) => `${words}: ${articlesText(of, heads)}`);
  return [...told, ...more].join('; ');
}

/** One by its headline, or its ID where it is gone; several of one publication by that. */
function articlesText(ids: readonly string[], heads: ReadonlyMap<string, ArticleHead>): string {
  const [first = '', ...others] = ids;
  if (others.length === 0) return heads.get(first)?.title ?? first;
  const [source, ...more] = new Set(ids.map((id) => heads.get(id)?.source ?? null));
  const of = source && more.length === 0 ? ` of ${source}` : '';
  return `${formatCount(ids.length, 'article')}${of}`;
}
