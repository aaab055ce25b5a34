// All articles of a library as its index has them: only files that changed are read.
import { statSync } from 'node:fs';
import type { ArticleHead } from '../../core/article/article.ts';
import { sortArticles } from '../../core/article/article-order.ts';
import { lazy } from '../../core/lazy.ts';
import { isSame, readHead } from '../articles/read-article-file.ts';
import { type Library, reopenLibrary, reviseLibrary } from '../finder/open-library.ts';
import type { Host } from '../place/device.ts';
import { openCurrent } from './answers/open-index.ts';
import { decodeHead } from './tables/article-doc.ts';
import { FLAG, openColumns } from './tables/columns.ts';
import { type Database, EngineError, loadEngine, number, text } from './tables/engine.ts';
import { type IndexPlace, indexPlace } from './tables/index-place.ts';

/** A library as it is now; without an index every file is read. Nothing is said of its problems. */
export function openArticles(library: Library, host: Host): Library {
  const place = indexPlace(library.root, host);
  const heads = place === null ? null : indexedHeads(library.root, host, place);
  if (heads === null) return reopenLibrary(library);
  library.journals.refresh();
  const known = { ...library, heads: sortArticles(heads, 'published') };
  const articles = lazy(() => reviseLibrary(known).articles);
  return {
    ...known,
    get articles() {
      return articles();
    },
  };
}

function indexedHeads(root: string, host: Host, place: IndexPlace): readonly ArticleHead[] | null {
  const engine = loadEngine(host.platform);
  const database = engine === null ? null : openCurrent(engine, place, root, false);
  if (database === null) return null;
  try {
    return readHeads(database, root);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return null;
  } finally {
    database.close();
  }
}

const FIND = `SELECT key, id, path, mtime, size, ino, head FROM doc
  WHERE key > ? ORDER BY key LIMIT 500`;

/** Of every file that has its ID. */
function readHeads(database: Database, root: string): readonly ArticleHead[] {
  const { flags } = openColumns(database);
  const find = database.statement(FIND);
  const heads: ArticleHead[] = [];
  for (let rows = find.all(0); rows.length > 0; ) {
    let last = 0;
    for (const [cell, id, path, mtime, size, ino, head] of rows) {
      last = number(cell);
      if ((flags.get(last) & FLAG.owner) === 0) continue;
      const file = { id: text(id), path: text(path) };
      const seen = { mtime: number(mtime), size: number(size), ino: number(ino) };
      const stats = statSync(`${root}/${file.path}`, { throwIfNoEntry: false });
      const isKnown = stats?.isFile() === true && isSame(seen, stats);
      const read = isKnown ? decodeHead(text(head), file.id, file.path) : readHead(root, file).head;
      if (read !== null) heads.push(read);
    }
    rows = find.all(last);
  }
  return heads;
}
