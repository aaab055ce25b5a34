// Updates the index from journals: read on where they grew, merged anew where one was replaced.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  createStates,
  lastLines,
  mergeEntry,
  type States,
} from '../../../core/journal/article-state.ts';
import {
  createEntryParser,
  isAddition,
  type JournalEntry,
} from '../../../core/journal/journal-entry.ts';
import { tryOr } from '../../../core/try-or.ts';
import {
  changeOf,
  type JournalFile,
  readOn,
  STATE_FOLDER,
  unreadJournal,
} from '../../journals/journal-file.ts';
import { journalNames } from '../../journals/journal-folder.ts';
import { loadStates, saveStates } from '../tables/article-states.ts';
import { bytes, type Database, number, text } from '../tables/engine.ts';

/** How a journal was when the index read it. */
export interface JournalStamp {
  readonly name: string;
  readonly size: number;
  readonly mtime: number;
  readonly ino: number;
}

/** What journals changed. */
export interface JournalChanges {
  /** The articles that lines were about. */
  readonly ids: ReadonlySet<string>;
  /** Those whose tags changed. */
  readonly tagged: ReadonlySet<string>;
  /** Those that came, maybe at another time than was known. */
  readonly dated: ReadonlySet<string>;
  /** Whether something was removed or brought back. */
  readonly removals: boolean;
  /** Their state after the change. */
  readonly states: States;
}

/** The journals as they are on the disk. */
export function journalStamps(root: string): readonly JournalStamp[] {
  return tryOr(() => journalNames(root), []).flatMap((name) => {
    const stats = statSync(join(root, STATE_FOLDER, name), { throwIfNoEntry: false });
    if (stats === undefined) return [];
    return [{ name, size: stats.size, mtime: stats.mtimeMs, ino: stats.ino }];
  });
}

/** The journals as the index knows them. */
export function keptStamps(database: Database): readonly JournalStamp[] {
  const rows = database.statement('SELECT name, size, mtime, ino FROM journal ORDER BY name').all();
  return rows.map(([name, size, mtime, ino]) => ({
    name: text(name),
    ...{ size: number(size), mtime: number(mtime), ino: number(ino) },
  }));
}

/** Whether no journal changed. */
export function areSameStamps(a: readonly JournalStamp[], b: readonly JournalStamp[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Reads what is new; within a transaction. */
export function syncJournals(database: Database, root: string): JournalChanges {
  const names = tryOr(() => journalNames(root), []);
  const known = new Map(keptJournals(database, root).map((file) => [file.name, file]));
  const isAnew = [...known].some(
    ([name, file]) => !names.includes(name) || changeOf(file) === 'replaced',
  );
  const files = names.map(
    (name) => (isAnew ? undefined : known.get(name)) ?? unreadJournal(root, name),
  );
  const parse = createEntryParser();
  const entries: JournalEntry[] = [];
  const read = files.flatMap((file) => {
    const before = { offset: file.offset, tail: file.tail };
    if (!tryRead(file, parse, entries)) return [];
    // The lines of an operation that is not whole yet are read again.
    return file.gatherer.partial().length === 0 ? [file] : [Object.assign(file, before)];
  });
  const changes = merge(database, entries, isAnew);
  database.exec('DELETE FROM journal');
  const put = database.statement('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)');
  for (const file of read) {
    put.run(file.name, file.size, file.mtimeMs, file.ino, file.offset, file.tail);
  }
  return changes;
}

function tryRead(
  file: JournalFile,
  parse: ReturnType<typeof createEntryParser>,
  entries: JournalEntry[],
): boolean {
  try {
    if (file.size >= 0 && changeOf(file) === 'none') return true;
    readOn(file, parse, (entry) => void entries.push(entry));
    return true;
  } catch {
    // `check` names it; it is tried again by the next command.
    return false;
  }
}

function keptJournals(database: Database, root: string): readonly JournalFile[] {
  const rows = database.statement('SELECT name, size, mtime, ino, offset, tail FROM journal').all();
  return rows.map(([name, size, mtime, ino, offset, tail]) => ({
    ...unreadJournal(root, text(name)),
    ...{ size: number(size), mtimeMs: number(mtime), ino: number(ino) },
    ...{ offset: number(offset), tail: bytes(tail) },
  }));
}

/**
 * Takes lines into the states that are kept.
 * @param isAnew whether the entries are all there are; articles of lines that have gone count as
 *   changed
 */
function merge(
  database: Database,
  entries: readonly JournalEntry[],
  isAnew: boolean,
): JournalChanges {
  const kept = createStates();
  const ids = new Set(entries.map(({ id }) => id));
  loadStates(database, kept, isAnew ? null : ids);
  const states = isAnew ? createStates() : kept;
  const changed = isAnew ? [...lastLines(kept), ...entries] : entries;
  for (const entry of entries) mergeEntry(states, entry);
  if (isAnew) database.exec('DELETE FROM state');
  saveStates(database, states, ids);
  return {
    ids: new Set(changed.map(({ id }) => id)),
    states,
    tagged: new Set(changed.flatMap(({ id, set }) => (set.tags === undefined ? [] : [id]))),
    dated: new Set(changed.filter(isAddition).map(({ id }) => id)),
    removals: changed.some(({ set }) => set.removed !== undefined),
  };
}
