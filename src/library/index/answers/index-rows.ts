// Rows: articles by key, each compared with its file before it is shown.
import { statSync } from 'node:fs';
import {
  type ArticleState,
  effectiveTags,
  UNTOUCHED,
} from '../../../core/journal/article-state.ts';
import type { ArticleRow } from '../../finder/finder.ts';
import { type Doc, decodeHead, isSame, readDoc, type SeenFile } from '../tables/article-doc.ts';
import { readState } from '../tables/article-states.ts';
import { type Columns, FLAG } from '../tables/columns.ts';
import { type SqlRow as Cells, type Database, number, text } from '../tables/engine.ts';

/** Up to so many articles are asked for one by one. */
const FEW = 100;

/** What an answer's keys come to. */
export interface RowsRead {
  /** In the order of the keys, without files that have gone. */
  readonly rows: readonly ArticleRow[];
  /** Files that are not as the index has them. */
  readonly changed: readonly { readonly key: number; readonly doc: Doc }[];
}

/** The cells of an article: key, ID, path, its file as it was, and its head. */
const COLUMNS = 'key, id, path, mtime, size, ino, head';

/** The rows of keys. */
export function readRows(
  root: string,
  database: Database,
  columns: Columns,
  keys: readonly number[],
): RowsRead {
  return toRows(root, readCells(database, keys), (key, id) => stateOf(database, columns, key, id));
}

/** Rows of cells. */
export function toRows(
  root: string,
  cells: Iterable<Cells>,
  stateOf: (key: number, id: string) => ArticleState,
): RowsRead {
  const rows: ArticleRow[] = [];
  const changed: { key: number; doc: Doc }[] = [];
  for (const [key, id, path, mtime, size, ino, head] of cells) {
    const cell = { key: number(key), id: text(id), path: text(path), head: text(head) };
    const seen = { mtime: number(mtime), size: number(size), ino: number(ino) };
    const doc = readIfChanged(root, cell.path, seen);
    if (doc === 'gone') continue;
    if (doc !== 'same') changed.push({ key: cell.key, doc });
    const own = doc === 'same' ? decodeHead(cell.head, cell.id, cell.path) : doc.head;
    const state = stateOf(cell.key, cell.id);
    const tags = effectiveTags(own.tags, state);
    rows.push({ key: cell.key, head: tags === own.tags ? own : { ...own, tags }, state });
  }
  return { rows, changed };
}

/** Reads a file anew where it is not as it was. */
function readIfChanged(root: string, path: string, seen: SeenFile): Doc | 'same' | 'gone' {
  // Not by `join`: normalising the path takes as long as looking at the file.
  const stats = statSync(`${root}/${path}`, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) return 'gone';
  if (isSame(seen, stats)) return 'same';
  const doc = readDoc(root, path);
  return doc.seen === null ? 'gone' : doc;
}

function stateOf(database: Database, { flags }: Columns, key: number, id: string): ArticleState {
  if ((flags.get(key) & FLAG.touched) === 0) return UNTOUCHED;
  return readState(database, id) ?? UNTOUCHED;
}

/** The cells of keys that are there, in their order. */
export function readCells({ statement }: Database, keys: readonly number[]): readonly Cells[] {
  const one = statement(`SELECT ${COLUMNS} FROM doc WHERE key = ?`);
  if (keys.length <= FEW) return keys.map((key) => one.get(key)).filter((row) => row !== undefined);
  const all = statement(`SELECT ${COLUMNS} FROM doc WHERE key IN (SELECT value FROM json_each(?))`);
  const byKey = new Map(all.all(JSON.stringify(keys)).map((cells) => [cells[0], cells]));
  return keys.map((key) => byKey.get(key)).filter((row) => row !== undefined);
}
