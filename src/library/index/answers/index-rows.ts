// Rows: articles by key, each compared with its file before it is shown.
import { withAdded } from '../../../core/article/added-time.ts';
import type { BodyFacts } from '../../../core/article/article.ts';
import { wholeHead } from '../../../core/article/head-json.ts';
import { effectiveTags, UNTOUCHED } from '../../../core/journal/article-state.ts';
import { lazy } from '../../../core/lazy.ts';
import { isAsSeen, type Unread } from '../../articles/read-article-file.ts';
import { fileTime } from '../../files/read-text-file.ts';
import type { ArticleRow } from '../../finder/finder.ts';
import { hasRoot } from '../sync/folder-sync.ts';
import { type Doc, readDoc } from '../tables/article-doc.ts';
import { stateReader } from '../tables/article-states.ts';
import {
  type Cells,
  type Database,
  exactNumbers,
  jsonOf,
  listsOf,
  number,
  rowsOfLists,
  text,
} from '../tables/engine.ts';

/** The cells of articles: key, ID, path, its file as it was, head, body, and the lines of its state. */
const CELLS = `
  SELECT ${listsOf('doc.key', 'doc.id', 'doc.path')}, ${exactNumbers('mtime')},
    ${listsOf('size')}, ${exactNumbers('ino')}, ${jsonOf('head')}, ${listsOf('body', 'lines')}`;
const STATES = 'LEFT JOIN state ON state.folded = doc.folded';
/** The join goes from one to the next. */
const OF_KEYS = `${CELLS} FROM json_each(?) AS wanted CROSS JOIN doc ON doc.key = wanted.value ${STATES}`;
const OF_IDS = `${CELLS} FROM json_each(?) AS wanted CROSS JOIN doc ON doc.id = wanted.value ${STATES}`;

/** The cells of keys that are there, in their order. */
export function readCells({ statement }: Database, keys: readonly number[]): readonly Cells[] {
  return rowsOfLists(statement(OF_KEYS).get(JSON.stringify(keys)));
}

/** The cells of all files that have one of the IDs. */
export function readNamed({ statement }: Database, ids: readonly string[]): readonly Cells[] {
  return rowsOfLists(statement(OF_IDS).get(JSON.stringify(ids)));
}

/** What the files of rows are now that are not as the index has them. */
export type ChangedDocs = readonly { readonly key: number; readonly doc: Doc }[];

/** A file that is not as it was; `null` where the library is away, for then it may well be. */
function readOther(root: string, path: string): Doc | Unread | null {
  const doc = readDoc(root, path);
  return doc.head === null && !hasRoot(root) ? null : doc;
}

/** Rows of cells, in their order, without files that have gone. */
export function toRows(root: string, cells: Iterable<Cells>) {
  const readState = lazy(stateReader);
  const rows: ArticleRow[] = [];
  const changed: { key: number; doc: Doc }[] = [];
  for (const [keyCell, idCell, pathCell, mtime, size, ino, head, facts, lines, ...story] of cells) {
    const key = number(keyCell);
    const id = text(idCell);
    const path = text(pathCell);
    const seen = { mtime: number(mtime), size: number(size), ino: number(ino) };
    const doc = isAsSeen(root, path, seen) ? null : readOther(root, path);
    if (doc?.head === null) continue;
    if (doc !== null) changed.push({ key, doc });
    const filed = doc?.head ?? wholeHead(head, id, path);
    const state = typeof lines === 'string' ? readState()(filed, lines) : UNTOUCHED;
    const time = () => (doc === null ? seen.mtime : fileTime(root, path));
    const own = withAdded(filed, state.added, time);
    const tags = effectiveTags(own.tags, state);
    const [others, isDuplicate] = story;
    const editions =
      others === undefined ? {} : { others: number(others), isDuplicate: isDuplicate === 1 };
    const body: BodyFacts = doc?.facts ?? JSON.parse(text(facts));
    rows.push({ key, head: tags === own.tags ? own : { ...own, tags }, state, body, ...editions });
  }
  return { rows, changed };
}
