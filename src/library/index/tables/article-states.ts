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
  UNTOUCHED,
} from '../../../core/journal/article-state.ts';
import { type Identity, markedOf, type Named } from '../../../core/journal/identity.ts';
import {
  createLineParser,
  formatEntry,
  type JournalEntry,
  type ParseLine,
} from '../../../core/journal/journal-entry.ts';
import { findRemovals, isHidden } from '../../../core/journal/removal.ts';
import { lazy } from '../../../core/lazy.ts';
import { groupOf } from '../../articles/assign-ids.ts';
import { columnKeys } from './article-doc.ts';
import { openColumn } from './columns.ts';
import { asBytes, type Database, type SqlValue, text } from './engine.ts';
import { readFact, writeFact } from './schema.ts';

/** The lines that decide on articles whose names differ in their ends only, each after its device. */
function encodeLines(lines: Iterable<JournalEntry>): string {
  return Array.from(lines, (line) => {
    const rest = { ...line.rest, was: {}, of: 1, path: null };
    return `${line.device}\t${formatEntry({ ...line, rest })}\n`;
  }).join('');
}

const ALL_LINES = asBytes("group_concat(lines, '')");

/** Takes lines that are kept into states. */
function mergeLines(states: States, lines: SqlValue | undefined, parse: ParseLine): void {
  for (const line of text(lines).split('\n')) {
    const tab = line.indexOf('\t');
    const entries = tab < 0 ? null : parse(line.slice(tab + 1), line.slice(0, tab));
    for (const entry of entries ?? []) mergeEntry(states, entry);
  }
}

/** A reader of the states that kept lines come to. */
export function stateReader(): (article: Named, lines: string) => ArticleState {
  const parse = createLineParser();
  let known = '';
  let states = createStates();
  return (article, lines) => {
    // Thousands may have one headline and one day: their lines are read once for all of them.
    if (lines !== known) {
      [known, states] = [lines, createStates()];
      mergeLines(states, lines, parse);
    }
    return stateOf(states, markedOf(article));
  };
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
  return columnKeys(database, 'doc WHERE folded', groups);
}

function mergeKept({ statement }: Database, states: States, groups: Iterable<number>): void {
  const list = 'SELECT value FROM json_each(?)';
  const find = statement(`SELECT ${ALL_LINES} FROM state WHERE folded IN (${list})`);
  mergeLines(states, find.get(JSON.stringify([...groups]))?.[0], createLineParser());
}

function byGroup(states: States): ReadonlyMap<number, readonly JournalEntry[]> {
  return groupBy(lastLines(states), ({ id }) => groupNumber(id));
}

/** The latest time of all journals; empty before the first. */
function readLatest(database: Database): string {
  return text(readFact(database, 'latest'));
}

/** The lines that the index keeps on articles of these IDs, merged; `latest` is that of all journals. */
export function readStates(database: Database, ids: readonly string[]): States {
  const states = createStates();
  mergeKept(database, states, ids.map(groupNumber));
  states.latest = readLatest(database);
  return states;
}

/** The states that the index keeps; those of removals are read when they are first asked for. */
export function statesInIndex(database: Database) {
  const removed = lazy(() => readRemovals(database));
  const removals = lazy(() => findRemovals(removed()));
  const find = database.statement(`SELECT ${asBytes('lines')} FROM state WHERE folded = ?`);
  const readState = stateReader();
  return {
    state(article: Named): ArticleState {
      const lines = text(find.get(groupNumber(article.id))?.[0]);
      return lines === '' ? UNTOUCHED : readState(article, lines);
    },
    isHidden: (identity: Identity): boolean => isHidden(identity, removed(), removals()),
    removed,
    removals,
  };
}

function readRemovals(database: Database): States {
  const states = createStates();
  const find = `SELECT ${ALL_LINES} FROM state WHERE removed IS NOT NULL`;
  mergeLines(states, database.statement(find).get()?.[0], createLineParser());
  return states;
}

/**
 * A filter like Bloom's, with one hash: a bit for each group of articles. A false positive has the
 * journals read for nothing; with a million groups in the filter one in eight is.
 */
const BITS = 2 ** 23;
const UNINDEXED = 'unindexed';

/**
 * The filter of articles that journals have lines about and the index lacks: should one come in, its
 * lines have to be read. It is a column of sixteen bits a key, of which only pieces asked for are read.
 */
export function openUnindexed(database: Database) {
  const words = openColumn(database, UNINDEXED, (length) => new Uint16Array(length));
  const bitOf = (group: number): number => 1 << (group % 16);
  const keyOf = (group: number): number => (group % BITS) >> 4;
  return {
    add: (group: number): void => words.set(keyOf(group), words.get(keyOf(group)) | bitOf(group)),
    has: (group: number): boolean => (words.get(keyOf(group)) & bitOf(group)) !== 0,
    save: words.save,
  };
}

/** Empties the filter. */
export function dropUnindexed({ statement }: Database): void {
  statement('DELETE FROM piece WHERE name = ?').run(UNINDEXED);
}
