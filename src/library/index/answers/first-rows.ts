// The first rows of the default order in a file of their own, read without the index.
import { readFileSync } from 'node:fs';
import type { Problem } from '../../../core/errors.ts';
import { tryOr } from '../../../core/try-or.ts';
import { writeWhole } from '../../files/temporary-file.ts';
import type { ArticleRow } from '../../finder/finder.ts';
import type { Counts } from '../../finder/unread-counts.ts';
import {
  type FolderStamp,
  isChanged,
  keptFolders,
  SMALL_LIBRARY,
  UNSETTLED,
} from '../sync/folder-sync.ts';
import { areSameJournals, keptStamps } from '../sync/journal-sync.ts';
import type { Cells } from '../tables/engine.ts';
import type { IndexPlace } from '../tables/index-place.ts';
import { SCHEMA_VERSION } from '../tables/schema.ts';
import { readCells, toRows } from './index-rows.ts';
import { withEditions } from './index-stories.ts';
import { firstKeys, type OpenIndex, readProblems, storyTotals, totals } from './open-tables.ts';

/** A small library is listed whole without the index. */
const FIRST_ROWS = SMALL_LIBRARY;
/** Of all rows, in UTF-16 units: one may hold the marks of thousands that share its ID. */
const LARGEST = 2_000_000;
/** With more problems no rows are kept. */
const MOST_PROBLEMS = 100;

/** What is kept of the library besides the rows. */
interface FirstRowsHead extends Counts {
  readonly folders: readonly FolderStamp[];
  /** Their stamps. */
  readonly journals: string;
  readonly problems: readonly Problem[];
  /** How many there are where a story counts once. */
  readonly once: Counts;
  /** The stamp of what is hidden. */
  readonly mutes: string;
}

/** The first rows of the default order, and the counts, as they were kept for others. */
export type FirstRows = NonNullable<ReturnType<typeof readFirstRows>>;

/** First rows that are as the library is; `null` where there is none, or something changed since. */
export function readFirstRows(root: string, { front }: IndexPlace, mutes: string) {
  try {
    const [first = '', ...lines] = readFileSync(front, 'utf8').split('\n');
    const { version, head }: { version: unknown; head: FirstRowsHead } = JSON.parse(first);
    const { folders, journals } = head;
    if (version !== SCHEMA_VERSION || head.mutes !== mutes || !areSameJournals(root, journals))
      return null;
    // The last by name change most.
    if (folders.length === 0 || folders.toReversed().some((folder) => isChanged(root, folder)))
      return null;
    /** The first rows; `null` where it has not so many, or one of them was edited. */
    const rows = (count: number) => rowsOfLines(root, head, lines.slice(0, -1), count);
    /** The row of an ID or a key; none where it is not among them, or was edited. */
    const row = (named: string | number): ArticleRow | undefined => {
      const cell = `${JSON.stringify(named)},`;
      const line = lines.find((one) =>
        one.startsWith(cell, typeof named === 'number' ? 1 : one.indexOf(',') + 1),
      );
      return line === undefined ? undefined : rowsOfLines(root, head, [line], 1)?.[0];
    };
    return { head, rows, row };
  } catch {
    return null;
  }
}

function rowsOfLines(
  root: string,
  { articles }: FirstRowsHead,
  lines: readonly string[],
  count: number,
): readonly ArticleRow[] | null {
  if (Math.min(count, articles) > lines.length) return null;
  const cells: Cells[] = lines.slice(0, count).map((line) => JSON.parse(line));
  const { rows, changed } = toRows(root, cells);
  return changed.length > 0 || rows.length < cells.length ? null : rows;
}

/** Rows that are read at a time. */
const AT_ONCE = 60;

function* rowLines(index: OpenIndex): Iterable<string> {
  const keys = firstKeys(index, 'published', FIRST_ROWS);
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const cells = readCells(index.database, keys.slice(at, at + AT_ONCE));
    yield* withEditions(index.stories(), cells).map((row) => JSON.stringify(row));
  }
}

/** Keeps the first rows; nothing fails without them. */
export function keepFirstRows(index: OpenIndex): void {
  const { database, place } = index;
  const folders = keptFolders(database);
  const problems = readProblems(index);
  // Where a folder may still change unseen, its rows could not be trusted.
  const isSettled = folders.every(({ ctime }) => ctime !== UNSETTLED);
  if (!isSettled || problems.length > MOST_PROBLEMS) return;
  const kept = { folders, journals: keptStamps(database), problems, mutes: index.mutes.stamp };
  const once = storyTotals(index);
  const head: FirstRowsHead = { ...kept, ...totals(index), once };
  const lines = [JSON.stringify({ version: SCHEMA_VERSION, head })];
  let room = LARGEST;
  for (const line of rowLines(index)) {
    room -= line.length;
    if (room < 0) break;
    lines.push(line);
  }
  // Where the cache cannot be written the next command asks the engine.
  tryOr(() => writeWhole(place.front, `${lines.join('\n')}\n`), undefined);
}
