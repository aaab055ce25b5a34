// All journals of a library, read and merged, and read on as they grow.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../../core/errors.ts';
import { createStates, mergeEntry, type States } from '../../core/journal/article-state.ts';
import { createEntryParser, type JournalEntry } from '../../core/journal/journal-entry.ts';
import {
  findRemovals,
  type Identity,
  isHidden,
  type Removals,
} from '../../core/journal/removal.ts';
import { readFileName } from '../files/file-names.ts';
import { systemCode, systemReason } from '../files/system-error.ts';
import {
  changeOf,
  type JournalFile,
  journalProblems,
  readOn,
  unreadJournal,
} from './journal-file.ts';

/** Where journals are, from the library's root. */
export const STATE_FOLDER = '.newsprint/state';
const ENDING = '.jsonl';

/** The journals as read so far. */
export interface JournalFolder {
  /** What they come to. */
  states(): States;
  /** One journal's lines, from first to last. */
  entries(device: string): readonly JournalEntry[];
  /** Lines and files that cannot be read. */
  problems(): readonly Problem[];
  /** Whether an article is removed, under whatever name. */
  isRemoved(identity: Identity): boolean;
  /** Grows with every line that removes or brings back. */
  removals(): number;
  /** Reads what was written since; whether anything was. */
  refresh(): boolean;
}

interface Reading {
  readonly folder: string;
  readonly parse: ReturnType<typeof createEntryParser>;
  states: States;
  removals: number;
  /** Of the states; `null` until it is asked for. */
  hidden: Removals | null;
  files: Map<string, JournalFile>;
  /** Files and folders that cannot be read, by name. */
  failures: Map<string, Problem>;
}

/** Reads the journals of a library; a folder that is not there holds none. */
export function openJournalFolder(root: string): JournalFolder {
  const reading: Reading = {
    folder: join(root, STATE_FOLDER),
    parse: createEntryParser(),
    states: createStates(),
    removals: 0,
    hidden: null,
    files: new Map(),
    failures: new Map(),
  };
  refresh(reading);
  return {
    states: () => reading.states,
    entries: (device) => reading.files.get(device + ENDING)?.entries ?? [],
    problems: () => listProblems(reading),
    isRemoved: (identity) => {
      if (reading.states.removals.size === 0) return false;
      reading.hidden ??= findRemovals(reading.states);
      return isHidden(identity, reading.states, reading.hidden);
    },
    removals: () => reading.removals,
    refresh: () => refresh(reading),
  };
}

function listProblems({ files, failures }: Reading): readonly Problem[] {
  return [...failures.values(), ...Array.from(files.values(), journalProblems).flat()];
}

function findJournals(reading: Reading): readonly string[] {
  reading.failures.clear();
  try {
    return journalNames(reading.folder);
  } catch (error) {
    fail(reading, '', error);
    return [];
  }
}

/**
 * Names of journals: `DEVICE.jsonl`, also the copies that a sync's conflict leaves.
 * @param folder absolute; one that is not there has none
 * @throws the system's error
 */
export function journalNames(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder, { encoding: 'buffer' }).map(readFileName);
    return names
      .filter(({ text, problem }) => problem === null && text.endsWith(ENDING) && text[0] !== '.')
      .map(({ text }) => text)
      .sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function fail({ failures }: Reading, name: string, error: unknown): void {
  const [path, what] =
    name === '' ? [STATE_FOLDER, 'the folder'] : [`${STATE_FOLDER}/${name}`, 'the journal'];
  failures.set(name, { path, message: `${what} cannot be read: ${systemReason(error)}` });
}

/** A file that was replaced may have lost lines: then everything is merged anew. */
function refresh(reading: Reading): boolean {
  const names = findJournals(reading);
  const known = [...reading.files.values()];
  const changes = new Map(known.map((file) => [file.device + ENDING, lookAt(file)] as const));
  const isReplaced = [...changes.values()].includes('replaced');
  if (isReplaced) {
    reading.states = createStates();
    reading.removals += 1;
    reading.hidden = null;
    reading.files = new Map();
  }
  const changed = names.filter((name) => isReplaced || changes.get(name) !== 'none');
  const read = changed.filter((name) => readJournal(reading, name));
  return isReplaced || read.length > 0;
}

function lookAt(file: JournalFile): ReturnType<typeof changeOf> {
  try {
    return changeOf(file);
  } catch {
    return 'replaced';
  }
}

/** Whether files were removed, brought back or added; an addition that was undone sets nothing. */
function isOfFiles({ set, rest: { added, undoes } }: JournalEntry): boolean {
  if (set.removed !== undefined || added !== null) return true;
  return undoes !== null && Object.keys(set).length === 0;
}

function readJournal(reading: Reading, name: string): boolean {
  const device = name.slice(0, -ENDING.length);
  const [path, shown] = [join(reading.folder, name), `${STATE_FOLDER}/${name}`];
  const file = reading.files.get(name) ?? unreadJournal({ device, path, shown });
  try {
    readOn(file, reading.parse, (entry) => {
      mergeEntry(reading.states, entry);
      if (isOfFiles(entry)) reading.removals += 1;
      if (entry.set.removed === undefined) return;
      reading.hidden = null;
    });
    reading.files.set(name, file);
    return true;
  } catch (error) {
    fail(reading, name, error);
    return false;
  }
}
