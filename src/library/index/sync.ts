// Brings the index up to date with the library: folders, journals, then what follows from both.

import { findRemovals } from '../../core/removal.ts';
import { settleClaims } from './claims.ts';
import { FLAG, saveColumns } from './columns.ts';
import { decodeHead, readDoc } from './doc.ts';
import { type Database, number, text } from './engine.ts';
import { changedFolders, keptFolders, syncFolders } from './folder-sync.ts';
import { hashText } from './hash.ts';
import {
  type JournalChanges,
  journalStamps,
  keptStamps,
  sameStamps,
  syncJournals,
} from './journal-sync.ts';
import { keptMarks, readRemovals } from './marks.ts';
import { updateOrders } from './orders.ts';
import { readFact, transact, writeFact } from './schema.ts';
import { createWriter, MARK_FLAGS, markFlags, putDoc, type Writer } from './writer.ts';

/**
 * Takes in what changed; of an unchanged library only the folders and journals are statted.
 * @param isWhole compares each file, also in folders that did not change
 * @returns whether anything was
 */
export function syncIndex(database: Database, root: string, isWhole = false): boolean {
  const hasJournals = !sameStamps(journalStamps(root), keptStamps(database));
  const hasFolders = changedFolders(root, keptFolders(database)).length > 0;
  if (!isWhole && !hasJournals && !hasFolders) return false;
  return transact(database, () => {
    const before = countChanges(database);
    // Another process may have taken it in meanwhile.
    const stamps = journalStamps(root);
    const changes = sameStamps(stamps, keptStamps(database)) ? null : syncJournals(database, root);
    const writer = createWriter(database, keptMarks(database));
    const kept = keptFolders(database);
    const folders = isWhole ? kept : changedFolders(root, kept);
    syncFolders(root, writer, folders);
    if (changes !== null) applyMarks(writer, root, changes);
    finishWriting(writer);
    return countChanges(database) !== before || changes !== null;
  });
}

/** Grows with every change of what the index answers. */
export function countChanges(database: Database): number {
  return readFact(database, 'changes') ?? 0;
}

/** Everything that follows from what was written. */
export function finishWriting(writer: Writer): void {
  const { database, columns } = writer;
  settleClaims(writer);
  if (writer.isChanged) writeFact(database, 'changes', countChanges(database) + 1);
  // A number is never given again: readers keep them while articles go.
  writeFact(database, 'lastKey', writer.nextKey - 1);
  saveColumns(columns);
  updateOrders(writer);
}

/** Sets what journals say on the articles they speak of. */
function applyMarks(writer: Writer, root: string, changes: JournalChanges): void {
  const { database } = writer;
  const keys = new Set<number>();
  for (const id of changes.ids) for (const key of keysOf(database, id)) keys.add(key);
  if (changes.removals) for (const key of removableKeys(writer)) keys.add(key);
  for (const key of keys) applyMark(writer, root, key, changes);
  if (keys.size > 0) writeFact(database, 'changes', countChanges(database) + 1);
}

function keysOf({ statement }: Database, id: string): readonly number[] {
  return statement('SELECT key FROM doc WHERE id = ?')
    .all(id)
    .map(([key]) => number(key));
}

/** Articles that are hidden, or may be from now on: also under other names. */
function removableKeys({ database, columns }: Writer): readonly number[] {
  const flags = columns.flags.whole();
  const hidden = [...flags.keys()].filter((key) => ((flags[key] ?? 0) & FLAG.hidden) !== 0);
  const states = readRemovals(database);
  const find = database.statement('SELECT key FROM name WHERE hash = ?');
  const named = [...findRemovals(states).keys()].flatMap((name) =>
    find.all(hashText(name)).map(([key]) => number(key)),
  );
  const own = [...states.byId.keys()].flatMap((id) => keysOf(database, id));
  return [...hidden, ...named, ...own];
}

/** Tags are looked for like words: an article that got or lost one is put in anew. */
function applyMark(writer: Writer, root: string, key: number, { tagged }: JournalChanges): void {
  const { database, columns, marks } = writer;
  const row = database.statement('SELECT id, path, head FROM doc WHERE key = ?').get(key);
  if (row === undefined) return;
  const head = decodeHead(text(row[2]), text(row[0]), text(row[1]));
  const rest = columns.flags.get(key) & ~MARK_FLAGS;
  columns.flags.set(key, rest | markFlags(marks, head));
  if (!tagged.has(head.id)) return;
  const doc = readDoc(root, head.path);
  if (doc.seen !== null) putDoc(writer, doc, key);
}
