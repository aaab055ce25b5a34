// Updates the index from journals: read on where they grew, merged anew where one was replaced.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  createLineParser,
  formatLines,
  type ParseLine,
} from '../../../core/journal/entry-lines.ts';
import type { JournalEntry } from '../../../core/journal/journal-entry.ts';
import { lazy } from '../../../core/lazy.ts';
import { tryOr } from '../../../core/try-or.ts';
import {
  changeOf,
  type JournalFile,
  readOn,
  STATE_FOLDER,
  unreadJournal,
} from '../../journals/journal-file.ts';
import { journalNames } from '../../journals/journal-folder.ts';
import { bytes, type Database, number, numbers, text } from '../tables/engine.ts';
import { readFact, writeFact } from '../tables/schema.ts';
import { createStateMerger, type JournalChanges } from './state-merger.ts';

/** A journal as it is on the disk. */
interface JournalStamp {
  readonly name: string;
  readonly size: number;
  readonly mtime: number;
  readonly ino: number;
}

/** The journals as they are on the disk. */
export function journalStamps(root: string): readonly JournalStamp[] {
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
 * @param coming groups of articles that are about to be put in
 * @param isForced whether all lines are read again in any case
 */
export function syncJournals(
  database: Database,
  root: string,
  coming: ReadonlySet<number>,
  isForced = false,
): JournalChanges {
  // As they were before they were read: what is written meanwhile is seen the next time.
  const stamps = journalStamps(root);
  const names = stamps.map(({ name }) => name);
  const parse = createLineParser();
  const known = new Map(keptJournals(database, root, parse).map((file) => [file.name, file]));
  const isGone = ([name, file]: readonly [string, JournalFile]): boolean =>
    !names.includes(name) || changeOf(file) === 'replaced';
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
  coming: ReadonlySet<number>,
): (group: number) => boolean {
  const all = lazy(() => {
    const list = statement('SELECT json_group_array(folded) FROM doc').get()?.[0];
    return new Set(numbers(list));
  });
  let asked = 0;
  return (group) => {
    if (coming.has(group)) return true;
    if (asked++ >= FEW) return all().has(group);
    return statement('SELECT 1 FROM doc WHERE folded = ?').get(group) !== undefined;
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

function keptJournals(
  { statement }: Database,
  root: string,
  parse: ParseLine,
): readonly JournalFile[] {
  const rows = statement('SELECT name, offset, tail, cut FROM journal').all();
  return rows.map(([name, offset, tail, cut]) => {
    const read = { offset: number(offset), tail: bytes(tail) };
    const file = { ...unreadJournal(root, text(name)), ...read };
    for (const line of text(cut).split('\n')) {
      for (const entry of parse(line, file.device) ?? []) file.gatherer.take(entry);
    }
    return file;
  });
}
