// The state of articles as the index keeps it: of each the journal lines that decide on it.
import {
  type ArticleState,
  createStates,
  lastRemoval,
  linesOf,
  mergeEntry,
  type States,
  stateOf,
} from '../../../core/journal/article-state.ts';
import type { Identity } from '../../../core/journal/identity.ts';
import { isAddition, type JournalEntry, NO_REST } from '../../../core/journal/journal-entry.ts';
import { findRemovals, isHidden } from '../../../core/journal/removal.ts';
import { parseStateChange } from '../../../core/journal/state-change.ts';
import { isObject } from '../../../core/json.ts';
import { type Database, type SqlValue, text } from './engine.ts';

/** The lines that decide on an article, as text. */
function encodeLines(lines: readonly JournalEntry[]): string {
  const rows = lines.map((line) => {
    const { device, t, op, set, rest } = line;
    const names = rest.url === null && rest.guid === null ? [] : [rest.url, rest.guid, rest.feed];
    // Where it was added to is of no use here.
    return [device, t, op, set, ...names, ...(isAddition(line) ? [true] : [])];
  });
  return JSON.stringify(rows);
}

/** Takes the lines that are kept of an article into states. */
function mergeLines(states: States, id: string, lines: SqlValue | undefined): void {
  const rows: unknown = JSON.parse(text(lines) || '[]');
  if (!Array.isArray(rows)) return;
  for (const row of rows) {
    const line = decodeLine(id, row);
    if (line !== null) mergeEntry(states, line);
  }
}

function decodeLine(id: string, row: unknown): JournalEntry | null {
  if (!Array.isArray(row)) return null;
  const [device, t, op, given, ...names]: readonly unknown[] = row;
  const set = isObject(given) ? parseStateChange(given) : null;
  if (set === null) return null;
  const [url = null, guid = null, feed = null] = names.map((name) =>
    typeof name === 'string' ? name : null,
  );
  const rest = { ...NO_REST, url, guid, feed, added: row.includes(true) ? '.' : null };
  return { device: String(device), t: String(t), op: String(op), id, set, rest };
}

/** The state that kept lines come to. */
export function stateOfLines(id: string, lines: string): ArticleState {
  const states = createStates();
  mergeLines(states, id, lines);
  return stateOf(states, id);
}

/** Keeps what states say, with what is kept of their articles already. */
export function mergeStates(database: Database, states: States): void {
  const ids = [...states.byId.keys()].sort();
  const list = 'SELECT value FROM json_each(?)';
  const find = database.statement(`SELECT id, lines FROM state WHERE id IN (${list})`);
  for (const [id, lines] of find.all(JSON.stringify(ids))) mergeLines(states, text(id), lines);
  const put = database.statement('INSERT OR REPLACE INTO state VALUES (?, ?, ?)');
  for (const id of ids) {
    const removal = lastRemoval(states, id);
    const removed = removal === null ? null : Number(removal.set.removed === true);
    put.run(id, removed, encodeLines(linesOf(states, id)));
  }
}

/** An article's state, `null` where journals do not speak of it. */
function readState({ statement }: Database, id: string): ArticleState | null {
  const lines = statement('SELECT lines FROM state WHERE id = ?').get(id)?.[0];
  return lines === undefined ? null : stateOfLines(id, text(lines));
}

/** What journals say of articles while these are put into the index. */
export interface StateSource {
  /** `null` where they do not speak of the article. */
  readonly state: (id: string) => ArticleState | null;
  readonly isHidden: (identity: Identity) => boolean;
  /** Whether anything was ever removed. */
  readonly hidesSome: boolean;
}

/** The states that the index keeps; those of removals are few and read at once. */
export function statesInIndex(database: Database): StateSource {
  const removed = readRemovals(database);
  const removals = findRemovals(removed);
  return {
    state: (id) => readState(database, id),
    isHidden: (identity) => isHidden(identity, removed, removals),
    hidesSome: removed.removals.size > 0,
  };
}

/** The articles that were ever removed. */
export function readRemovals(database: Database): States {
  const states = createStates();
  const rows = database.statement('SELECT id, lines FROM state WHERE removed IS NOT NULL').all();
  for (const [id, lines] of rows) mergeLines(states, text(id), lines);
  return states;
}
