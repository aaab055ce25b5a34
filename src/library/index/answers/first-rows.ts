// The first rows of the default order in a file of their own, read without the index.
import { readFileSync } from 'node:fs';
import type { Problem } from '../../../core/errors.ts';
import { type ArticleState, UNTOUCHED } from '../../../core/journal/article-state.ts';
import type { ArticleRow } from '../../finder/finder.ts';
import type { Counts } from '../../finder/unread-counts.ts';
import { type FolderStamp, isChanged, UNSETTLED } from '../sync/folder-sync.ts';
import { areSameStamps, type JournalStamp, journalStamps } from '../sync/journal-sync.ts';
import { stateOfLines } from '../tables/article-states.ts';
import type { SqlValue } from '../tables/engine.ts';
import { type IndexPlace, writeWhole } from '../tables/index-place.ts';
import { SCHEMA_VERSION } from '../tables/schema.ts';
import { toRows } from './index-rows.ts';

/** Rows that are kept. */
export const FIRST_ROWS = 200;
/** With more problems no rows are kept. */
const MOST_PROBLEMS = 100;

/** What is kept of the library besides the rows. */
export interface FirstRowsHead extends Counts {
  readonly folders: readonly FolderStamp[];
  readonly journals: readonly JournalStamp[];
  readonly problems: readonly Problem[];
}

/** The cells of a row, and the lines of its state. */
export type RowCells = readonly [...cells: SqlValue[], lines: string | null];

/** First rows that are as the library is. */
export interface FirstRows {
  readonly head: FirstRowsHead;
  /** The first rows; `null` where it has not so many, or one of them was edited. */
  rows(count: number): readonly ArticleRow[] | null;
}

/** `null` where there is none, or something changed since. */
export function readFirstRows(root: string, { front }: IndexPlace): FirstRows | null {
  try {
    const [first = '', ...lines] = readFileSync(front, 'utf8').split('\n');
    const { version, head } = JSON.parse(first);
    const { folders, journals }: FirstRowsHead = head;
    if (version !== SCHEMA_VERSION || !areSameStamps(journalStamps(root), journals)) return null;
    // The last by name change most.
    if (folders.toReversed().some((folder) => isChanged(root, folder))) return null;
    return { head, rows: (count) => rowsOfLines(root, head, lines.slice(0, -1), count) };
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
  const cells: RowCells[] = lines.slice(0, count).map((line) => JSON.parse(line));
  const states = new Map(cells.map((row) => [Number(row[0]), row.at(-1)]));
  const stateOf = (key: number, id: string): ArticleState => {
    const kept = states.get(key);
    return typeof kept === 'string' ? stateOfLines(id, kept) : UNTOUCHED;
  };
  const { rows, changed } = toRows(root, cells, stateOf);
  return changed.length > 0 || rows.length < cells.length ? null : rows;
}

/** Whether no folder may still change unseen: else its rows could not be trusted. */
export function isSettled(folders: readonly FolderStamp[]): boolean {
  return folders.every(({ mtime }) => mtime !== UNSETTLED);
}

/** Keeps first rows. */
export function writeFirstRows(
  { front }: IndexPlace,
  head: FirstRowsHead,
  rows: readonly RowCells[],
): void {
  if (head.problems.length > MOST_PROBLEMS) return;
  const lines = [{ version: SCHEMA_VERSION, head }, ...rows].map((row) => JSON.stringify(row));
  writeWhole(front, `${lines.join('\n')}\n`);
}
