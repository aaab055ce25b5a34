// Brings the index up to date with the library: folders, journals, then what follows from both.
import { withAdded } from '../../../core/article/added-time.ts';
import { decodeHead } from '../../../core/article/head-json.ts';
import { dateOrder } from '../../../core/dates/dates.ts';
import { foldText } from '../../../core/fold.ts';
import { hashText } from '../../../core/hash-text.ts';
import { effectiveTags, lastLines, stateOf } from '../../../core/journal/article-state.ts';
import { markedOf } from '../../../core/journal/identity.ts';
import { lazy } from '../../../core/lazy.ts';
import { assignIds, type FoundFile } from '../../articles/assign-ids.ts';
import { copyProblems, isCopyRemoved } from '../../articles/conflict-copies.ts';
import { readFolder, walkFolders } from '../../articles/scan-folder.ts';
import { fileId } from '../../files/file-names.ts';
import { fileTime } from '../../files/read-text-file.ts';
import { columnKeys, readDoc } from '../tables/article-doc.ts';
import { groupNumber, openUnindexed, readStates } from '../tables/article-states.ts';
import { FLAG, saveColumns } from '../tables/columns.ts';
import { type Database, number, numbers, OF_KEYS, select } from '../tables/engine.ts';
import {
  createIndexWriter,
  dayOf,
  type IndexWriter,
  putDoc,
  retell,
  STATE_FLAGS,
  stateFlags,
  storyOf,
} from '../tables/index-writer.ts';
import { readFact, transact, unmap, writeFact } from '../tables/schema.ts';
import { updateOrders } from '../tables/sort-orders.ts';
import {
  changedFolders,
  type FolderStamp,
  hasRoot,
  keptFolders,
  syncFolders,
} from './folder-sync.ts';
import { areSameJournals, type JournalChanges, keptStamps, syncJournals } from './journal-sync.ts';
import { syncStories } from './sync-stories.ts';

/**
 * Takes in what changed; of an unchanged library only the folders and journals are statted.
 * @param isWhole compares each file, also in folders that did not change
 */
export function syncIndex(database: Database, root: string, isWhole = false): void {
  sync(database, root, () => changedFolders(database, root), isWhole);
}

/** The same, as far as what journals say of these articles needs it: of known ones no folder. */
export function syncStates(database: Database, root: string, ids: readonly string[]): void {
  const find = database.statement('SELECT 1 FROM doc WHERE folded = ?');
  // Lines about what the index does not have are not kept.
  const areKnown = ids.every((id) => find.get(groupNumber(id)) !== undefined);
  if (areKnown) sync(database, root, () => []);
  else syncIndex(database, root);
}

/** With more folders to compare, whatever is looked at of the file would add up in memory. */
const MAPPED_FOLDERS = 24;

function sync(
  database: Database,
  root: string,
  findFolders: () => readonly FolderStamp[],
  isWhole = false,
): void {
  if (!hasRoot(root)) return;
  /** What is not as the index has it, and as of which change. */
  const look = () => ({
    changes: countChanges(database),
    hasJournals: !areSameJournals(root, keptStamps(database)),
    folders: findFolders(),
  });
  const seen = look();
  if (!isWhole && !seen.hasJournals && seen.folders.length === 0) return;
  if (isWhole || seen.folders.length > MAPPED_FOLDERS) unmap(database);
  transact(database, () => {
    // Another process may have taken it in meanwhile.
    const isAsSeen = countChanges(database) === seen.changes;
    const { hasJournals, folders } = isAsSeen ? seen : look();
    const coming = lazy(() => groupsOf(database, root, folders));
    let changes = hasJournals ? syncJournals(database, root, coming) : null;
    const writer = createIndexWriter(database, root);
    syncFolders(writer, isWhole ? keptFolders(database) : folders);
    const unindexed = openUnindexed(database);
    if ([...writer.contested].some(unindexed.has)) {
      changes = syncJournals(database, root, () => new Set(), true);
    }
    if (changes !== null) applyStates(writer, changes);
    finishWriting(writer);
  });
}

/** What may be in folders that changed, and in those below that are new. */
function groupsOf(
  database: Database,
  root: string,
  folders: readonly FolderStamp[],
): ReadonlySet<number> {
  if (folders.length === 0) return new Set();
  const paths = folders.map(({ path }) => path);
  const left = new Set(keptFolders(database).map(({ path }) => path));
  for (const path of paths) left.delete(path);
  const read = (path: string) => (left.has(path) ? null : readFolder(root, path));
  const found = Array.from(walkFolders(read, paths), ({ files }) => files);
  return new Set(found.flat().map((name) => groupNumber(fileId(name))));
}

/** Grows with every change of what the index answers. */
export function countChanges(database: Database): number {
  return number(readFact(database, 'changes'));
}

/** Updates what depends on the documents written: owners of IDs, columns, orders. */
export function finishWriting(writer: IndexWriter): void {
  const { database, columns } = writer;
  updateOwners(writer);
  updateOrders(writer);
  syncStories(writer);
  if (writer.isChanged) writeFact(database, 'changes', countChanges(database) + 1);
  // A number is never given again: readers keep them while articles go.
  writeFact(database, 'lastKey', writer.nextKey - 1);
  saveColumns(columns);
}

/** Articles that are looked at together. */
const AT_ONCE = 1000;

function* inParts(all: readonly number[]): Iterable<readonly number[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE);
}

/** Sets the states that journals changed on the articles they are of. */
function applyStates(writer: IndexWriter, changes: JournalChanges): void {
  const keys = new Set(changes.keys);
  if (changes.removals.size > 0) for (const key of removableKeys(writer)) keys.add(key);
  // A copy that was removed is no problem any more, and one that is back is one again.
  for (const group of changes.removals) writer.contested.add(group);
  for (const some of inParts([...keys])) applyToSome(writer, some);
  if (keys.size > 0) writer.isChanged = true;
}

/** Articles that are hidden, or may be from now on: also under other names. */
function removableKeys({ database, columns, states }: IndexWriter): readonly number[] {
  const flags = columns.flags.whole();
  const hidden: number[] = [];
  for (let key = 0; key < flags.length; key += 1) {
    if (((flags[key] ?? 0) & FLAG.hidden) !== 0) hidden.push(key);
  }
  const hashes = Array.from(states.removals().keys(), hashText);
  const groups = Array.from(lastLines(states.removed()), ({ id }) => groupNumber(id));
  const named = columnKeys(database, 'name WHERE hash', hashes);
  return [...hidden, ...named, ...columnKeys(database, 'doc WHERE folded', groups)];
}

/** Tags are looked for like words: an article that got or lost one is put in anew. */
function applyToSome(writer: IndexWriter, keys: readonly number[]): void {
  const { root, database, columns, states } = writer;
  const docs = keptDocs(database, keys);
  const known = readStates(
    database,
    docs.map(({ head }) => head.id),
  );
  for (const { key, head, tags } of docs) {
    const state = stateOf(known, markedOf(head));
    const before = columns.flags.get(key);
    const after = (before & ~STATE_FLAGS) | stateFlags(state, states.isHidden(head));
    columns.flags.set(key, after);
    if (((before ^ after) & (FLAG.hidden | FLAG.apart)) !== 0)
      writer.stories.add(storyOf(writer, key));
    const { added } = withAdded(head, state.added, () => fileTime(root, head.path));
    const hasCome = dateOrder(added) === columns.added.get(key);
    if (hasCome && areTags(tags, effectiveTags(head.tags, state))) continue;
    const doc = readDoc(root, head.path);
    if (doc.head !== null) putDoc(writer, doc, key);
  }
}

/** @param kept each once, folded */
function areTags(kept: readonly unknown[], tags: readonly string[]): boolean {
  const folded = new Set<unknown>(tags.map(foldText));
  return folded.size === kept.length && kept.every((tag) => folded.has(tag));
}

/** As a text: JSON within JSON would be no cell of its own. */
const TAGS = `(SELECT json_group_array(text) FROM name JOIN word USING (hash)
  WHERE name.key = doc.key AND kind = 'tag') || ''`;

interface FiledDoc extends FoundFile {
  readonly key: number;
  readonly head: string;
  readonly tags: string;
}

const selectDocs = select<FiledDoc>(
  { key: 'key', id: 'id', path: 'path', head: 'head', tags: TAGS },
  OF_KEYS,
);

/** Documents with the tags that they are found by. */
function keptDocs(database: Database, keys: readonly number[]) {
  return selectDocs(database, JSON.stringify(keys)).map(({ key, id, path, head, tags }) => {
    const found: readonly unknown[] = JSON.parse(tags);
    return { key, head: decodeHead(head, id, path), tags: found };
  });
}

/** Gives the IDs whose files came or went to the files that have them now. */
function updateOwners(writer: IndexWriter): void {
  const { database, contested } = writer;
  for (const groups of writer.isAnew ? allGroups(database) : inParts([...contested])) {
    updateGroups(writer, JSON.stringify(groups));
  }
  contested.clear();
}

function* allGroups({ statement }: Database): Iterable<readonly number[]> {
  const next = statement(`SELECT json_group_array(folded) FROM
    (SELECT DISTINCT folded FROM doc WHERE folded > ? ORDER BY folded LIMIT ${AT_ONCE})`);
  for (let last: number | undefined = -1; last !== undefined; ) {
    const groups = numbers(next.get(last)?.[0]);
    yield groups;
    last = groups.at(-1);
  }
}

const OF_GROUPS = 'WHERE folded IN (SELECT value FROM json_each(?))';
const selectGroups = select<{ key: number; path: string }>(
  { key: 'key', path: 'path' },
  `FROM doc ${OF_GROUPS}`,
);

/** @param groups their numbers, as JSON: each has all files that may have an ID of it */
function updateGroups(writer: IndexWriter, groups: string): void {
  const { root, database, states } = writer;
  const files = selectGroups(database, groups);
  const paths = files.map(({ path }) => path);
  const assigned = assignIds(root, paths);
  const owners = new Set(assigned.files.map(({ path }) => path));
  for (const { key, path } of files) setOwner(writer, key, owners.has(path));
  const isRemoved = (id: string): boolean => states.state({ id }).removed;
  // Of a copy that was removed there is nothing to say any more.
  const copies = assigned.copies.filter((copy) => !isCopyRemoved(copy, isRemoved));
  database.statement(`DELETE FROM id_problem ${OF_GROUPS}`).run(groups);
  const put = database.statement('INSERT INTO id_problem VALUES (?, ?, ?)');
  for (const { path, message } of [...assigned.problems, ...copyProblems(copies)]) {
    put.run(path, groupNumber(fileId(path)), message);
  }
}

function setOwner(writer: IndexWriter, key: number, isOwner: boolean): void {
  const { flags } = writer.columns;
  const before = flags.get(key);
  const after = isOwner ? before | FLAG.owner : before & ~FLAG.owner;
  if (before === after) return;
  flags.set(key, after);
  if (!writer.isAnew) writer.moved.add(key);
  if (isOwner) writer.told.add(dayOf(writer, key));
  else retell(writer, key);
}
