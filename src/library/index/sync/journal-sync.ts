// Updates the index from journals: read on where they grew, merged anew where one was replaced.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createStates, mergeEntry } from '../../../core/journal/article-state.ts';
import { formatLines } from '../../../core/journal/entry-lines.ts';
import {
  createLineParser,
  type JournalEntry,
  type ParseLine,
} from '../../../core/journal/journal-entry.ts';
import { lazy } from '../../../core/lazy.ts';
import { tryOr } from '../../../core/try-or.ts';
import { fileId } from '../../files/file-names.ts';
import {
  type JournalFile,
  journalChange,
  readOn,
  STATE_FOLDER,
  unreadJournal,
} from '../../journals/journal-file.ts';
import { journalNames } from '../../journals/journal-folder.ts';
import {
  dropUnindexed,
  groupNumber,
  mergeStates,
  openUnindexed,
} from '../tables/article-states.ts';
import { type Database, numbers, select, text } from '../tables/engine.ts';
import { readFact, writeFact } from '../tables/schema.ts';

function journalStamps(root: string) {
  return tryOr(() => journalNames(root), []).flatMap((name) => {
    const stats = statSync(join(root, STATE_FOLDER, name), { throwIfNoEntry: false });
    if (stats === undefined) return [];
    return [{ name, size: stats.size, mtime: stats.mtimeMs, ino: stats.ino }];
  });
}

/** Whether no journal changed since its stamps were kept as JSON. */
export function areSameJournals(root: string, kept: string): boolean {
  return JSON.stringify(journalStamps(root)) === kept;
}

/** The stamps of the journals as the index knows them, as JSON; empty where one could not be read. */
export function keptStamps(database: Database): string {
  return text(readFact(database, 'journals'));
}

/**
 * Reads what is new, however much that is, a part at a time; within a transaction. Where lines have
 * gone all there are are read again.
 * @param coming gives the groups of articles that are about to be put in
 * @param isForced whether all lines are read again in any case
 */
export function syncJournals(
  database: Database,
  root: string,
  coming: () => ReadonlySet<number>,
  isForced = false,
): JournalChanges {
  // As they were before they were read: what is written meanwhile is seen the next time.
  const stamps = journalStamps(root);
  const names = stamps.map(({ name }) => name);
  const parse = createLineParser();
  const known = new Map(keptJournals(database, root, parse).map((file) => [file.name, file]));
  const isGone = ([name, file]: readonly [string, JournalFile]): boolean =>
    !names.includes(name) || journalChange(file) === 'replaced';
  const isAnew = isForced || [...known].some(isGone);
  const merger = createStateMerger(database, isAnew, groupsIn(database, coming));
  const files = names.map(
    (name) => (isAnew ? undefined : known.get(name)) ?? unreadJournal(root, name),
  );
  const read = files.filter((file) => tryRead(file, parse, merger.take));
  database.exec('DELETE FROM journal');
  for (const file of read) putJournal(database, file);
  const isWhole = read.length === files.length;
  writeFact(database, 'journals', isWhole ? JSON.stringify(stamps) : '');
  return merger.finish();
}

/** Lines that are looked up one by one before all groups are read. */
const FEW = 1000;

function groupsIn(
  { statement }: Database,
  coming: () => ReadonlySet<number>,
): (group: number) => boolean {
  const all = lazy(() => {
    const list = statement('SELECT json_group_array(folded) FROM doc').get()?.[0];
    return new Set(numbers(list));
  });
  let asked = 0;
  return (group) => {
    const isThere =
      asked++ < FEW
        ? statement('SELECT 1 FROM doc WHERE folded = ?').get(group) !== undefined
        : all().has(group);
    return isThere || coming().has(group);
  };
}

function tryRead(
  file: JournalFile,
  parse: ParseLine,
  onEntry: (entry: JournalEntry) => void,
): boolean {
  try {
    readOn(file, parse, onEntry);
    return true;
  } catch {
    // `check` names it; it is tried again by the next command.
    return false;
  }
}

/** With the lines of operations that are not whole yet. */
function putJournal({ statement }: Database, file: JournalFile): void {
  const cut = formatLines(file.gatherer.partial().flat()).join('\n');
  statement('INSERT INTO journal VALUES (?, ?, ?, ?)').run(file.name, file.offset, file.tail, cut);
}

const selectJournals = select<
  Readonly<Record<'name' | 'tail' | 'cut', string>> & { offset: number }
>({ name: 'name', offset: 'offset', tail: 'hex(tail)', cut: 'cut' }, 'FROM journal');

function keptJournals(database: Database, root: string, parse: ParseLine): readonly JournalFile[] {
  return selectJournals(database).map(({ name, offset, tail, cut }) => {
    const file = { ...unreadJournal(root, name), offset, tail: Buffer.from(tail, 'hex') };
    for (const line of cut.split('\n')) {
      for (const entry of parse(line, file.device) ?? []) file.gatherer.take(entry);
    }
    return file;
  });
}

/** What lines that were read mean to the index. */
export interface JournalChanges {
  /** The articles that the index has and lines were about. */
  readonly keys: Set<number>;
  /** The groups of which something was removed or brought back. */
  readonly removals: Set<number>;
}

/** Articles whose lines are in memory at a time. */
const MOST_HELD = 50_000;

/**
 * Of articles that the index lacks only removals are kept, and in a filter that there are lines.
 * @param isAnew whether the lines are all there are: those that are kept are dropped, and their
 *   articles count as changed
 * @param isWanted whether the library has an article of a group
 */
export function createStateMerger(
  database: Database,
  isAnew: boolean,
  isWanted: (group: number) => boolean,
  mostHeld: number = MOST_HELD,
) {
  const changes = isAnew
    ? dropStates(database)
    : { keys: new Set<number>(), removals: new Set<number>() };
  const unindexed = openUnindexed(database);
  let states = createStates();
  const keep = (): void => {
    for (const key of mergeStates(database, states)) changes.keys.add(key);
    states = createStates();
  };
  return {
    take(entry: JournalEntry): void {
      const group = groupNumber(entry.id);
      const isUnindexed = !isWanted(group);
      if (isUnindexed) unindexed.add(group);
      if (entry.t > states.latest) states.latest = entry.t;
      if (isUnindexed && entry.set.removed === undefined) return;
      mergeEntry(states, entry);
      // Of a copy the ID is its path.
      if (entry.set.removed !== undefined) changes.removals.add(groupNumber(fileId(entry.id)));
      if (states.byPlainId.size >= mostHeld) keep();
    },
    /** Keeps the rest; what all of it changed. */
    finish(): JournalChanges {
      keep();
      unindexed.save();
      return changes;
    },
  };
}

function dropStates(database: Database): JournalChanges {
  const { statement, exec } = database;
  const all = (sql: string) => new Set(numbers(statement(sql).get()?.[0]));
  const keys = all(
    'SELECT json_group_array(key) FROM doc WHERE folded IN (SELECT folded FROM state)',
  );
  const removals = all('SELECT json_group_array(folded) FROM state WHERE removed IS NOT NULL');
  exec('DELETE FROM state');
  dropUnindexed(database);
  return { keys, removals };
}
