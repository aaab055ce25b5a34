// Takes lines of journals into the states that the index keeps, in memory only so many at a time.
import { createStates, mergeEntry } from '../../../core/journal/article-state.ts';
import { isAddition, type JournalEntry } from '../../../core/journal/journal-entry.ts';
import { keysOf } from '../tables/article-doc.ts';
import { groupNumber, mergeStates } from '../tables/article-states.ts';
import { type Database, numbers } from '../tables/engine.ts';
import { readFact, writeFact } from '../tables/schema.ts';
import { keepStrangers } from '../tables/strangers.ts';

/** What journals changed, of the articles that the index has, by key. */
export interface JournalChanges {
  /** Those that lines were about. */
  readonly keys: Set<number>;
  /** Those whose tags changed. */
  readonly tagged: Set<number>;
  /** Those that came, maybe at another time than was known. */
  readonly dated: Set<number>;
  /** Whether something was removed or brought back. */
  removals: boolean;
}

/** Articles whose lines are in memory at a time. */
const MOST_HELD = 50_000;

interface StateMerger {
  readonly take: (entry: JournalEntry) => void;
  /** Keeps the rest; what all of it changed. */
  readonly finish: () => JournalChanges;
}

/**
 * Of articles that the library does not have only removals are kept, and that there are lines.
 * @param isAnew whether the lines are all there are: those that are kept are dropped, and their
 *   articles count as changed
 * @param isWanted whether the library has an article of a group
 */
export function createStateMerger(
  database: Database,
  isAnew: boolean,
  isWanted: (group: number) => boolean,
  mostHeld: number = MOST_HELD,
): StateMerger {
  const changes = isAnew ? dropStates(database) : noChanges();
  let strangers: number[] = [];
  let states = createStates();
  let latest = '';
  let [all, tagged, dated] = [new Set<number>(), new Set<number>(), new Set<number>()];
  const keep = (): void => {
    mergeStates(database, states);
    addKeys(changes.keys, keysOf(database, 'doc WHERE folded', all));
    addKeys(changes.tagged, keysOf(database, 'doc WHERE folded', tagged));
    addKeys(changes.dated, keysOf(database, 'doc WHERE folded', dated));
    states = createStates();
    [all, tagged, dated] = [new Set(), new Set(), new Set()];
  };
  const keepGroups = (): void => {
    keepStrangers(database, strangers);
    strangers = [];
  };
  return {
    take(entry) {
      if (entry.t > latest) latest = entry.t;
      const group = groupNumber(entry.id);
      const isStranger = !isWanted(group);
      if (isStranger && strangers.push(group) >= mostHeld) keepGroups();
      if (isStranger && entry.set.removed === undefined) return;
      mergeEntry(states, entry);
      all.add(group);
      if (entry.set.tags !== undefined) tagged.add(group);
      if (isAddition(entry)) dated.add(group);
      if (entry.set.removed !== undefined) changes.removals = true;
      if (all.size >= mostHeld) keep();
    },
    finish() {
      keep();
      const before = readFact(database, 'latest') ?? 0;
      writeFact(database, 'latest', Math.max(before, Date.parse(latest) || 0));
      keepGroups();
      return changes;
    },
  };
}

function noChanges(): JournalChanges {
  return { keys: new Set(), tagged: new Set(), dated: new Set(), removals: false };
}

/** Some may be named that did not change in that way: they are only looked at. */
function dropStates(database: Database): JournalChanges {
  const keys = (condition: string): readonly number[] => {
    const kept = `SELECT folded FROM state WHERE ${condition}`;
    const find = `SELECT json_group_array(key) FROM doc WHERE folded IN (${kept})`;
    return numbers(database.statement(find).get()?.[0]);
  };
  const changes = {
    keys: new Set(keys('TRUE')),
    tagged: new Set(keys(`lines LIKE '%"tags":%'`)),
    dated: new Set(keys(`lines LIKE '%,true]%'`)),
    removals:
      database.statement('SELECT 1 FROM state WHERE removed IS NOT NULL').get() !== undefined,
  };
  database.exec('DELETE FROM state');
  database.exec('DELETE FROM stranger');
  return changes;
}

function addKeys(all: Set<number>, keys: readonly number[]): void {
  for (const key of keys) all.add(key);
}
