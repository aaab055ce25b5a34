// All journals of a library, read and merged, and read on as they grow.
import { readdirSync, statSync } from 'node:fs';
import type { Problem } from '../../core/errors.ts';
import { createStates, mergeEntry, type States } from '../../core/journal/article-state.ts';
import type { Identity } from '../../core/journal/identity.ts';
import {
  createLineParser,
  type JournalEntry,
  type ParseLine,
} from '../../core/journal/journal-entry.ts';
import { findRemovals, idName, isHidden, type Removals } from '../../core/journal/removal.ts';
import { readFileName } from '../files/file-names.ts';
import { ownFolder } from '../files/folders.ts';
import { systemReason, unlessCode } from '../files/system-error.ts';
import {
  JOURNAL_ENDING,
  type JournalFile,
  journalChange,
  journalProblems,
  readOn,
  STATE_FOLDER,
  unreadJournal,
} from './journal-file.ts';

export type JournalFolder = ReturnType<typeof openJournalFolder>;

interface Reading {
  readonly root: string;
  readonly isWanted: (device: string) => boolean;
  readonly parse: ParseLine;
  states: States;
  /** Of the states; `null` until it is asked for. */
  hidden: Removals | null;
  files: Map<string, JournalFile>;
  /** Files and folders that cannot be read, by name. */
  failures: Map<string, Problem>;
}

/**
 * Reads the journals of a library; a folder that is not there holds none.
 * @param isWanted whose are read; without it all are
 */
export function openJournalFolder(root: string, isWanted: Reading['isWanted'] = () => true) {
  const reading: Reading = {
    root,
    isWanted,
    parse: createLineParser(),
    states: createStates(),
    hidden: null,
    files: new Map(),
    failures: new Map(),
  };
  refresh(reading);
  const hidden = (): Removals => {
    reading.hidden ??= findRemovals(reading.states);
    return reading.hidden;
  };
  return {
    states: (): States => reading.states,
    /** One journal's lines, from first to last. */
    entries: (device: string): readonly JournalEntry[] =>
      reading.files.get(device + JOURNAL_ENDING)?.entries ?? [],
    /** Those of several, one after the other. */
    entriesOfAll: (isWanted: Reading['isWanted']): readonly JournalEntry[] =>
      [...reading.files.values()]
        .filter(({ device }) => isWanted(device))
        .flatMap(({ entries }) => entries),
    problems: (): readonly Problem[] => [
      ...reading.failures.values(),
      ...Array.from(reading.files.values(), journalProblems).flat(),
    ],
    /** Whether an article is removed, under whatever name. */
    isRemoved: (identity: Identity): boolean => isHidden(identity, reading.states, hidden()),
    /** Whether an article of that ID was removed. */
    isLeft: (id: string): boolean => hidden().has(idName(id)),
    /** Reads what was written since; whether anything was. */
    refresh: (): boolean => refresh(reading),
  };
}

function findJournals(reading: Reading): readonly string[] {
  reading.failures.clear();
  try {
    const names = journalNames(reading.root);
    return names.filter((name) => reading.isWanted(name.slice(0, -JOURNAL_ENDING.length)));
  } catch (error) {
    fail(reading, '', error);
    return [];
  }
}

/**
 * Names of journals: `DEVICE.jsonl`, also the copies that a sync's conflict leaves.
 * A folder that is not there has none.
 * @throws the system's error, or NewsprintError where the folder is a link out of the library
 */
export function journalNames(root: string): readonly string[] {
  const folder = ownFolder(root, STATE_FOLDER);
  // Asked first: an error of the system takes half a millisecond.
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  const names = unlessCode('ENOENT', () => readdirSync(folder, { encoding: 'buffer' }), []);
  return names
    .map(readFileName)
    .filter(
      ({ text, problem }) => problem === null && text.endsWith(JOURNAL_ENDING) && text[0] !== '.',
    )
    .map(({ text }) => text)
    .sort();
}

function fail({ failures }: Reading, name: string, error: unknown): void {
  const [path, what] =
    name === '' ? [STATE_FOLDER, 'the folder'] : [`${STATE_FOLDER}/${name}`, 'the journal'];
  failures.set(name, { path, message: `${what} cannot be read: ${systemReason(error)}` });
}

/** A file that was replaced may have lost lines: then everything is merged anew. */
function refresh(reading: Reading): boolean {
  const names = findJournals(reading);
  const changes = new Map(Array.from(reading.files, ([name, file]) => [name, journalChange(file)]));
  const isReplaced = [...changes.values()].includes('replaced');
  if (isReplaced) {
    reading.states = createStates();
    reading.hidden = null;
    reading.files = new Map();
  }
  const changed = names.filter((name) => isReplaced || changes.get(name) !== 'none');
  const read = changed.filter((name) => readJournal(reading, name));
  return isReplaced || read.length > 0;
}

function readJournal(reading: Reading, name: string): boolean {
  const file = reading.files.get(name) ?? unreadJournal(reading.root, name);
  try {
    readOn(file, reading.parse, (entry) => {
      file.entries.push(entry);
      mergeEntry(reading.states, entry);
      if (entry.set.removed !== undefined) reading.hidden = null;
    });
    reading.files.set(name, file);
    return true;
  } catch (error) {
    fail(reading, name, error);
    return false;
  }
}
