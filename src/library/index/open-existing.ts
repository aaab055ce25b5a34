// Existing articles by the index: of those looked up, files that changed since are read.
import { statSync } from 'node:fs';
import type { ArticleHead } from '../../core/article/article.ts';
import { sortArticles } from '../../core/article/article-order.ts';
import { wholeHead } from '../../core/article/head-json.ts';
import { foldText } from '../../core/fold.ts';
import { groupBy } from '../../core/group-by.ts';
import { hashText } from '../../core/hash-text.ts';
import { lookupNames } from '../../core/journal/lookup-names.ts';
import { lazy } from '../../core/lazy.ts';
import { foldId } from '../articles/assign-ids.ts';
import { isSame, readHead } from '../articles/read-article-file.ts';
import { type ExistingArticles, scanExisting } from '../finder/existing-articles.ts';
import { type Library, reopenLibrary } from '../finder/open-library.ts';
import type { Host } from '../place/device.ts';
import { openCurrent } from './answers/open-index.ts';
import { readWords } from './answers/text-query.ts';
import { keysOf } from './tables/article-doc.ts';
import { groupNumber } from './tables/article-states.ts';
import { FLAG, openColumns } from './tables/columns.ts';
import {
  type Cells,
  type Database,
  EngineError,
  exactNumbers,
  jsonOf,
  listsOf,
  loadEngine,
  number,
  numbers,
  rowsOfLists,
  text,
} from './tables/engine.ts';
import { indexPlace } from './tables/index-place.ts';
import { unmap } from './tables/schema.ts';

/** Looks them up as they are now; without an index every file is read. Problems are not reported. */
export function openExisting(library: Library, host: Host): ExistingArticles {
  const place = indexPlace(library.root, host);
  const engine = place && loadEngine(host.platform);
  const database = engine && openCurrent(engine, place, library.root, false);
  library.journals.refresh();
  const scan = (): ExistingArticles => scanExisting(reopenLibrary(library));
  let existing = database === null ? scan() : indexedExisting(library, database);
  /** Reads all files where the index turns out to be damaged. */
  const ask = <Answer>(question: (existing: ExistingArticles) => Answer): Answer => {
    try {
      return question(existing);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      existing = scan();
      return question(existing);
    }
  };
  return {
    ...existing,
    named: (name) => ask((asked) => asked.named(name)),
    alike: (id) => ask((asked) => asked.alike(id)),
    ofFeed: (feed) => ask((asked) => asked.ofFeed(feed)),
    countIn: (folder) => ask((asked) => asked.countIn(folder)),
  };
}

const HEADS = `
  SELECT ${listsOf('id', 'path')}, ${exactNumbers('mtime')}, ${listsOf('size')},
    ${exactNumbers('ino')}, ${jsonOf('head')}
  FROM doc WHERE key IN (SELECT value FROM json_each(?))`;

function indexedExisting({ root, journals }: Library, database: Database): ExistingArticles {
  const { statement, close } = database;
  unmap(database);
  const { flags } = openColumns(database);
  const isOwner = (key: number): boolean => (flags.get(key) & FLAG.owner) !== 0;
  const headsOf = (keys: readonly number[]): readonly ArticleHead[] => {
    const owners = keys.filter(isOwner);
    // Most that come in are new.
    if (owners.length === 0) return [];
    const rows = rowsOfLists(statement(HEADS).get(JSON.stringify(owners)));
    return sortArticles(
      rows.flatMap((row) => headOf(root, row) ?? []),
      'published',
    );
  };
  const wordsOf = lazy(() =>
    groupBy(readWords(database, 'feed'), ([, word]) => word.split('\n')[0]),
  );
  return {
    root,
    journals,
    close,
    named(name) {
      const heads = headsOf(keysOf(database, 'name WHERE hash', [hashText(name)]));
      return heads.filter((head) => lookupNames(head).includes(name));
    },
    alike: (id) =>
      headsOf(keysOf(database, 'doc WHERE folded', [groupNumber(id)])).filter(
        (head) => foldId(head.id) === foldId(id),
      ),
    ofFeed(feed) {
      const hashes =
        wordsOf()
          .get(foldText(feed))
          ?.map(([hash]) => hash) ?? [];
      const heads = headsOf(keysOf(database, 'name WHERE hash', hashes));
      return heads.filter((head) => head.feed === feed);
    },
    countIn(folder) {
      const list = statement('SELECT json_group_array(key) FROM doc WHERE folder = ?').get(folder);
      return numbers(list?.[0]).filter(isOwner).length;
    },
  };
}

/** As its file is now; `null` where that has gone. */
function headOf(
  root: string,
  [idCell, pathCell, mtime, size, ino, head]: Cells,
): ArticleHead | null {
  const id = text(idCell);
  const path = text(pathCell);
  const seen = { mtime: number(mtime), size: number(size), ino: number(ino) };
  const stats = statSync(`${root}/${path}`, { throwIfNoEntry: false });
  const isKnown = stats?.isFile() === true && isSame(seen, stats);
  return isKnown ? wholeHead(head, id, path) : readHead(root, { id, path }).head;
}
