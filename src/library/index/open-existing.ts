// Existing articles by the index: of those looked up, files that changed since are read.
import type { ArticleHead } from '../../core/article/article.ts';
import { sortArticles } from '../../core/article/article-order.ts';
import { wholeHead } from '../../core/article/head-json.ts';
import { foldText } from '../../core/fold.ts';
import { groupBy } from '../../core/group-by.ts';
import { hashText } from '../../core/hash-text.ts';
import { lookupNames } from '../../core/journal/lookup-names.ts';
import { lazy } from '../../core/lazy.ts';
import { type FoundFile, foldId } from '../articles/assign-ids.ts';
import { isAsSeen, readHead, type SeenFile } from '../articles/read-article-file.ts';
import { type ExistingArticles, scanExisting } from '../finder/existing-articles.ts';
import { type Library, reopenLibrary } from '../finder/open-library.ts';
import type { Host } from '../place/device.ts';
import { openCurrent } from './answers/open-index.ts';
import { readWords } from './answers/text-query.ts';
import { columnKeys } from './tables/article-doc.ts';
import { groupNumber } from './tables/article-states.ts';
import { FLAG, openColumns } from './tables/columns.ts';
import {
  type Database,
  jsonOf,
  loadEngine,
  numbers,
  OF_KEYS,
  SEEN_COLUMNS,
  select,
  UnusableError,
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
  /** Reads all files where the index turns out to be of no use. */
  const ask = <Answer>(question: (existing: ExistingArticles) => Answer): Answer => {
    try {
      return question(existing);
    } catch (error) {
      if (!(error instanceof UnusableError)) throw error;
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

interface FiledHead extends FoundFile, SeenFile {
  readonly head: unknown;
}

const selectHeads = select<FiledHead>(
  { id: 'id', path: 'path', ...SEEN_COLUMNS, head: { list: jsonOf('head') } },
  OF_KEYS,
);

function indexedExisting({ root, journals }: Library, database: Database): ExistingArticles {
  const { statement, close } = database;
  unmap(database);
  const { flags } = openColumns(database);
  const isOwner = (key: number): boolean => (flags.get(key) & FLAG.owner) !== 0;
  const headsOf = (keys: readonly number[]): readonly ArticleHead[] => {
    const owners = keys.filter(isOwner);
    // Most that come in are new.
    if (owners.length === 0) return [];
    const filed = selectHeads(database, JSON.stringify(owners));
    const heads = filed.map((one) => headOf(root, one)).filter((head) => head !== null);
    return sortArticles(heads, 'published');
  };
  const wordsOf = lazy(() =>
    groupBy(readWords(database, 'feed'), ([, word]) => word.split('\n')[0]),
  );
  return {
    root,
    journals,
    close,
    named(name) {
      const heads = headsOf(columnKeys(database, 'name WHERE hash', [hashText(name)]));
      return heads.filter((head) => lookupNames(head).includes(name));
    },
    alike: (id) =>
      headsOf(columnKeys(database, 'doc WHERE folded', [groupNumber(id)])).filter(
        (head) => foldId(head.id) === foldId(id),
      ),
    ofFeed(feed) {
      const hashes =
        wordsOf()
          .get(foldText(feed))
          ?.map(([hash]) => hash) ?? [];
      const heads = headsOf(columnKeys(database, 'name WHERE hash', hashes));
      return heads.filter((head) => head.feed === feed);
    },
    countIn(folder) {
      const list = statement('SELECT json_group_array(key) FROM doc WHERE folder = ?').get(folder);
      return numbers(list?.[0]).filter(isOwner).length;
    },
  };
}

/** As its file is now; `null` where that has gone. */
function headOf(root: string, filed: FiledHead): ArticleHead | null {
  const { id, path, head } = filed;
  return isAsSeen(root, path, filed) ? wholeHead(head, id, path) : readHead(root, filed).head;
}
