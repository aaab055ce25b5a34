// The state of articles as the index keeps it: of each the journal lines that decide on it.
import { groupBy } from '../../../core/group-by.ts';
import { hashText } from '../../../core/hash-text.ts';
import {
  type ArticleState,
  createStates,
  lastLines,
  mergeEntry,
  type States,
  stateOf,
} from '../../../core/journal/article-state.ts';
import { type Identity, markedOf, type Named } from '../../../core/journal/identity.ts';
import { isAddition, type JournalEntry, NO_REST } from '../../../core/journal/journal-entry.ts';
import { findRemovals, isHidden } from '../../../core/journal/removal.ts';
import { parseStateChange } from '../../../core/journal/state-change.ts';
import { isObject } from '../../../core/json.ts';
import { groupOf } from '../../articles/assign-ids.ts';
import { keysOf } from './article-doc.ts';
import { type Database, type SqlValue, text } from './engine.ts';
import { readFact, writeFact } from './schema.ts';

/** The lines that decide on articles whose names differ in their ends only, as text. */
function encodeLines(lines: Iterable<JournalEntry>): string {
  const rows = Array.from(lines, (line) => {
    const { device, t, op, id, as, set, rest } = line;
    const names = rest.url === null && rest.guid === null ? [] : [rest.url, rest.guid, rest.feed];
    // Where it was added to is of no use here.
    return [device, t, op, id, as, set, ...names, ...(isAddition(line) ? [true] : [])];
  });
  return JSON.stringify(rows);
}

/** Takes lines that are kept into states. */
function mergeLines(states: States, lines: SqlValue | undefined): void {
  const rows: unknown = JSON.parse(text(lines) || '[]');
  if (!Array.isArray(rows)) return;
  for (const row of rows) {
    const line = decodeLine(row);
    if (line !== null) mergeEntry(states, line);
  }
}

function decodeLine(row: unknown): JournalEntry | null {
  if (!Array.isArray(row)) return null;
  const [device, t, op, id, as, given, ...names]: readonly unknown[] = row;
  const set = isObject(given) ? parseStateChange(given) : null;
  if (set === null) return null;
  const [url = null, guid = null, feed = null] = names.map((name) =>
    typeof name === 'string' ? name : null,
  );
  const rest = { ...NO_REST, url, guid, feed, added: row.includes(true) ? '.' : null };
  const marked = { id: String(id), as: String(as) };
  return { device: String(device), t: String(t), op: String(op), ...marked, set, rest };
}

/** The state that kept lines come to. */
export function stateOfLines(article: Named, lines: string): ArticleState {
  const states = createStates();
  mergeLines(states, lines);
  return stateOf(states, markedOf(article));
}

/** The number of the group that an article is kept in with those that may have its names. */
export function groupNumber(id: string): number {
  return hashText(groupOf(id));
}

/**
 * Keeps what states say, with what is kept of their articles already.
 * @returns the keys of those that the library has
 */
export function mergeStates(database: Database, states: States): readonly number[] {
  const groups = [...byGroup(states).keys()];
  mergeKept(database, states, groups);
  const put = database.statement('INSERT OR REPLACE INTO state VALUES (?, ?, ?)');
  for (const [group, lines] of byGroup(states)) {
    const isRemoval = lines.some(({ set }) => set.removed !== undefined);
    put.run(group, isRemoval ? 1 : null, encodeLines(lines));
  }
  if (states.latest > readLatest(database)) writeFact(database, 'latest', states.latest);
  return keysOf(database, 'doc WHERE folded', groups);
}

function mergeKept({ statement }: Database, states: States, groups: Iterable<number>): void {
  const list = 'SELECT value FROM json_each(?)';
  const find = statement(`SELECT lines FROM state WHERE folded IN (${list})`);
  for (const [lines] of find.all(JSON.stringify([...groups]))) mergeLines(states, lines);
}

function byGroup(states: States): ReadonlyMap<number, readonly JournalEntry[]> {
  return groupBy(lastLines(states), ({ id }) => groupNumber(id));
}

/** The latest time of all journals; empty before the first. */
function readLatest(database: Database): string {
  return text(readFact(database, 'latest'));
}

/** What journals say of these articles. */
export function readStates(database: Database, ids: readonly string[]): States {
  const states = createStates();
  mergeKept(database, states, ids.map(groupNumber));
  states.latest = readLatest(database);
  return states;
}

/** What journals say of articles while these are put into the index. */
export interface StateSource {
  readonly state: (article: Named) => ArticleState;
  readonly isHidden: (identity: Identity) => boolean;
}

/** The states that the index keeps; those of removals are few and read at once. */
export function statesInIndex(database: Database): StateSource {
  const removed = readRemovals(database);
  const removals = findRemovals(removed);
  return {
    state(article) {
      const states = createStates();
      mergeKept(database, states, [groupNumber(article.id)]);
      return stateOf(states, markedOf(article));
    },
    isHidden: (identity) => isHidden(identity, removed, removals),
  };
}

/** The articles that were ever removed. */
export function readRemovals(database: Database): States {
  const states = createStates();
  const rows = database.statement('SELECT lines FROM state WHERE removed IS NOT NULL').all();
  for (const [lines] of rows) mergeLines(states, lines);
  return states;
}
