// Rows: articles by key, each compared with its file before it is shown.
import { statSync } from 'node:fs';
import { withAdded } from '../../../core/article/added-time.ts';
import { effectiveTags, UNTOUCHED } from '../../../core/journal/article-state.ts';
import { isSame, type SeenFile } from '../../articles/read-article-file.ts';
import { fileTime } from '../../files/read-text-file.ts';
import type { ArticleRow } from '../../finder/finder.ts';
import { type Doc, decodeHead, readDoc } from '../tables/article-doc.ts';
import { stateReader } from '../tables/article-states.ts';
import { type Database, number, type SqlRow, text } from '../tables/engine.ts';

/** What an answer's keys come to. */
export interface RowsRead {
  /** In the order of the keys, without files that have gone. */
  readonly rows: readonly ArticleRow[];
  /** Files that are not as the index has them. */
  readonly changed: readonly { readonly key: number; readonly doc: Doc }[];
}

/** The cells of articles: key, ID, path, its file as it was, its head, and the lines of its state. */
const CELLS = `
  SELECT doc.key, doc.id, doc.path, mtime, size, ino, head, lines
  FROM json_each(?) AS wanted CROSS JOIN doc ON doc.key = wanted.value
  LEFT JOIN state ON state.folded = doc.folded ORDER BY wanted.key`;

/** The cells of keys that are there, in their order. */
export function readCells({ statement }: Database, keys: readonly number[]): readonly SqlRow[] {
  return statement(CELLS).all(JSON.stringify(keys));
}

/** Rows of cells. */
export function toRows(root: string, cells: Iterable<SqlRow>): RowsRead {
  const readState = stateReader();
  const rows: ArticleRow[] = [];
  const changed: { key: number; doc: Doc }[] = [];
  for (const [keyCell, idCell, pathCell, mtime, size, ino, head, lines] of cells) {
    const [key, id, path] = [number(keyCell), text(idCell), text(pathCell)];
    const seen = { mtime: number(mtime), size: number(size), ino: number(ino) };
    const doc = readIfChanged(root, path, seen);
    if (doc === 'gone') continue;
    if (doc !== 'same') changed.push({ key, doc });
    const filed = doc === 'same' ? decodeHead(text(head), id, path) : doc.head;
    const state = typeof lines === 'string' ? readState(filed, lines) : UNTOUCHED;
    const time = () => (doc === 'same' ? seen.mtime : fileTime(root, path));
    const own = withAdded(filed, state.added, time);
    const tags = effectiveTags(own.tags, state);
    rows.push({ key, head: tags === own.tags ? own : { ...own, tags }, state });
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
  return doc.head === null ? 'gone' : doc;
}
