// Brings the index up to date with the library: folders, journals, then what follows from both.
import { hashText } from '../../../core/hash-text.ts';
import { lastLines, stateOf } from '../../../core/journal/article-state.ts';
import { markedOf } from '../../../core/journal/identity.ts';
import { findRemovals } from '../../../core/journal/removal.ts';
import { readFolder } from '../../articles/scan-folder.ts';
import { fileId } from '../../files/file-names.ts';
import { decodeHead, keysOf, readDoc } from '../tables/article-doc.ts';
import { groupNumber, readRemovals, readStates, statesInIndex } from '../tables/article-states.ts';
import { FLAG, saveColumns } from '../tables/columns.ts';
import { type Database, number, text } from '../tables/engine.ts';
import {
  createIndexWriter,
  type IndexWriter,
  putDoc,
  STATE_FLAGS,
  stateFlags,
} from '../tables/index-writer.ts';
import { readFact, transact, writeFact } from '../tables/schema.ts';
import { updateOrders } from '../tables/sort-orders.ts';
import { areStrangers } from '../tables/strangers.ts';
import { type FolderStamp, isChanged, keptFolders, syncFolders } from './folder-sync.ts';
import { updateOwners } from './id-owners.ts';
import { areSameStamps, journalStamps, keptStamps, syncJournals } from './journal-sync.ts';
import type { JournalChanges } from './state-merger.ts';

/**
 * Takes in what changed; of an unchanged library only the folders and journals are statted.
 * @param isWhole compares each file, also in folders that did not change
 */
export function syncIndex(database: Database, root: string, isWhole = false): void {
  const seen = findChanges(database, root);
  if (!isWhole && !seen.hasJournals && seen.folders.length === 0) return;
  transact(database, () => {
    // Another process may have taken it in meanwhile.
    const isAsSeen = countChanges(database) === seen.changes;
    const { hasJournals, folders } = isAsSeen ? seen : findChanges(database, root);
    let changes = hasJournals ? syncJournals(database, root, groupsOf(root, folders)) : null;
    const writer = createIndexWriter(database, root, statesInIndex(database));
    syncFolders(writer, isWhole ? keptFolders(database) : folders);
    if (areStrangers(database, writer.came)) {
      changes = syncJournals(database, root, new Set(), true);
    }
    if (changes !== null) applyStates(writer, changes);
    finishWriting(writer);
  });
}

/** What may be in folders that changed. */
function groupsOf(root: string, folders: readonly FolderStamp[]): ReadonlySet<number> {
  const names = folders.flatMap(({ path }) => readFolder(root, path).files);
  return new Set(names.map((name) => groupNumber(fileId(name))));
}

/** What is not as the index has it, and as of which change. */
function findChanges(database: Database, root: string) {
  return {
    changes: countChanges(database),
    hasJournals: !areSameStamps(journalStamps(root), keptStamps(database)),
    folders: keptFolders(database).filter((folder) => isChanged(root, folder)),
  };
}

/** Grows with every change of what the index answers. */
export function countChanges(database: Database): number {
  return readFact(database, 'changes') ?? 0;
}

/** Updates what depends on the documents written: owners of IDs, columns, orders. */
export function finishWriting(writer: IndexWriter): void {
  const { database, columns } = writer;
  updateOwners(writer);
  if (writer.isChanged) writeFact(database, 'changes', countChanges(database) + 1);
  // A number is never given again: readers keep them while articles go.
  writeFact(database, 'lastKey', writer.nextKey - 1);
  saveColumns(columns);
  updateOrders(writer);
}

/** Articles whose states are read at a time. */
const AT_ONCE = 1000;

/** Sets the states that journals changed on the articles they are of. */
function applyStates(writer: IndexWriter, changes: JournalChanges): void {
  const keys = new Set(changes.keys);
  if (changes.removals) for (const key of removableKeys(writer)) keys.add(key);
  const all = [...keys];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    applyToSome(writer, all.slice(at, at + AT_ONCE), changes);
  }
  if (keys.size > 0) writer.isChanged = true;
}

/** Articles that are hidden, or may be from now on: also under other names. */
function removableKeys({ database, columns }: IndexWriter): readonly number[] {
  const flags = columns.flags.whole();
  const hidden = [...flags.keys()].filter((key) => ((flags[key] ?? 0) & FLAG.hidden) !== 0);
  const states = readRemovals(database);
  const hashes = Array.from(findRemovals(states).keys(), hashText);
  const groups = Array.from(lastLines(states), ({ id }) => groupNumber(id));
  const named = keysOf(database, 'name WHERE hash', hashes);
  return [...hidden, ...named, ...keysOf(database, 'doc WHERE folded', groups)];
}

/**
 * Tags are looked for like words: an article that got or lost one is put in anew, as is one that
 * came at another time.
 */
function applyToSome(writer: IndexWriter, keys: readonly number[], changes: JournalChanges): void {
  const { root, database, columns, states } = writer;
  const heads = headsOf(database, keys);
  const known = readStates(
    database,
    heads.map(({ head }) => head.id),
  );
  for (const { key, head } of heads) {
    const state = stateOf(known, markedOf(head));
    const rest = columns.flags.get(key) & ~STATE_FLAGS;
    columns.flags.set(key, rest | stateFlags(state, states.isHidden(head)));
    const isRedated =
      changes.dated.has(key) && Date.parse(state.added ?? '') !== columns.added.get(key);
    if (!isRedated && !changes.tagged.has(key)) continue;
    const doc = readDoc(root, head.path);
    if (doc.seen !== null) putDoc(writer, doc, key);
  }
}

function headsOf({ statement }: Database, keys: readonly number[]) {
  const list = 'SELECT value FROM json_each(?)';
  const find = statement(`SELECT key, id, path, head FROM doc WHERE key IN (${list})`);
  return find.all(JSON.stringify(keys)).map(([key, id, path, head]) => {
    return { key: number(key), head: decodeHead(text(head), text(id), text(path)) };
  });
}
