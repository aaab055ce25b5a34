// Marks: the state of articles as the index keeps it, of each the lines that have the last word.
import {
  type ArticleState,
  createStates,
  lastLines,
  lastRemoval,
  mergeEntry,
  type States,
  stateOf,
} from '../../../core/journal/article-state.ts';
import type { JournalEntry } from '../../../core/journal/journal-entry.ts';
import { findRemovals, isHidden } from '../../../core/journal/removal.ts';
import { isObject, parseStateChange } from '../../../core/journal/state-change.ts';
import type { Marks } from './doc-writer.ts';
import { type Database, text } from './engine.ts';

const BLANK: JournalEntry['rest'] = {
  ...{ was: {}, auto: false, undoes: null, of: 1, path: null },
  ...{ url: null, guid: null, feed: null, added: null, replaced: false },
};

/** The lines that decide on an article, as text. */
function encodeLines(lines: readonly JournalEntry[]): string {
  const rows = lines.map(({ device, t, op, set, rest: { url, guid, feed } }) => {
    const names = url === null && guid === null ? [] : [url, guid, feed];
    return [device, t, op, set, ...names];
  });
  return JSON.stringify(rows);
}

function decodeLines(id: string, lines: string): readonly JournalEntry[] {
  const rows: unknown = JSON.parse(lines);
  return Array.isArray(rows) ? rows.flatMap((row) => decodeLine(id, row)) : [];
}

function decodeLine(id: string, row: unknown): readonly JournalEntry[] {
  if (!Array.isArray(row)) return [];
  const [device, t, op, given, ...names]: readonly unknown[] = row;
  const set = isObject(given) ? parseStateChange(given) : null;
  if (set === null) return [];
  const [url, guid, feed] = names.map((name) => (typeof name === 'string' ? name : null));
  const rest = { ...BLANK, url: url ?? null, guid: guid ?? null, feed: feed ?? null };
  return [{ device: String(device), t: String(t), op: String(op), id, set, rest }];
}

/** The state that kept lines come to. */
export function stateOfLines(id: string, lines: string): ArticleState {
  const states = createStates();
  for (const line of decodeLines(id, lines)) mergeEntry(states, line);
  return stateOf(states, id);
}

/** Takes what is kept of an article into states. */
function loadState(database: Database, states: States, id: string): void {
  const row = database.statement('SELECT lines FROM state WHERE id = ?').get(id);
  if (row === undefined) return;
  for (const line of decodeLines(id, text(row[0]))) mergeEntry(states, line);
}

/** From so many articles on, all that is kept is read at once. */
const MANY = 500;

/** The same of many articles. @param ids `null` for all */
export function loadStates(
  database: Database,
  states: States,
  ids: ReadonlySet<string> | null,
): void {
  if (ids !== null && ids.size < MANY) {
    for (const id of ids) loadState(database, states, id);
    return;
  }
  for (const [id, lines] of database.statement('SELECT id, lines FROM state').all()) {
    if (ids !== null && !ids.has(text(id))) continue;
    for (const line of decodeLines(text(id), text(lines))) mergeEntry(states, line);
  }
}

/** An article's state, `null` where journals do not speak of it. */
export function readState(database: Database, id: string): ArticleState | null {
  const states = createStates();
  loadState(database, states, id.normalize('NFC'));
  return states.byId.size === 0 ? null : stateOf(states, id.normalize('NFC'));
}

/** Keeps what states say of these articles. */
export function saveStates(database: Database, states: States, ids: ReadonlySet<string>): void {
  const put = database.statement('INSERT OR REPLACE INTO state VALUES (?, ?, ?)');
  const byId = groupById(states);
  for (const id of ids) {
    const lines = byId.get(id);
    if (lines === undefined) continue;
    const removal = lastRemoval(states, id);
    const removed = removal === null ? null : Number(removal.set.removed === true);
    put.run(id, removed, encodeLines([...lines]));
  }
}

function groupById(states: States): ReadonlyMap<string, ReadonlySet<JournalEntry>> {
  const byId = new Map<string, Set<JournalEntry>>();
  for (const line of lastLines(states)) {
    const lines = byId.get(line.id) ?? new Set();
    byId.set(line.id, lines.add(line));
  }
  return byId;
}

/** The marks of states that are in memory. */
export function marksOf(states: States): Marks {
  const removals = findRemovals(states);
  return {
    state: (id) => (states.byId.has(id) ? stateOf(states, id) : null),
    hidesSome: states.removals.size > 0,
    isHidden: (identity) => states.removals.size > 0 && isHidden(identity, states, removals),
  };
}

/** The marks that the index keeps; those of removals are few and read at once. */
export function keptMarks(database: Database): Marks {
  const removed = readRemovals(database);
  const removals = findRemovals(removed);
  return {
    state: (id) => readState(database, id),
    hidesSome: removed.removals.size > 0,
    isHidden: (identity) => removed.removals.size > 0 && isHidden(identity, removed, removals),
  };
}

/** The articles that were ever removed. */
export function readRemovals(database: Database): States {
  const states = createStates();
  const rows = database.statement('SELECT id, lines FROM state WHERE removed IS NOT NULL').all();
  for (const [id, lines] of rows) {
    for (const line of decodeLines(text(id), text(lines))) mergeEntry(states, line);
  }
  return states;
}
