// Takes lines of journals into the states that the index keeps, in memory only so many at a time.
import { createStates, mergeEntry } from '../../../core/journal/article-state.ts';
import type { JournalEntry } from '../../../core/journal/journal-entry.ts';
import { groupNumber, mergeStates } from '../tables/article-states.ts';
import { type Database, numbers } from '../tables/engine.ts';
import { openStrangers } from '../tables/strangers.ts';

/** What journals changed. */
export interface JournalChanges {
  /** The articles that the index has and lines were about. */
  readonly keys: Set<number>;
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
  const changes = isAnew ? dropStates(database) : { keys: new Set<number>(), removals: false };
  const strangers = openStrangers(database);
  let states = createStates();
  const keep = (): void => {
    for (const key of mergeStates(database, states)) changes.keys.add(key);
    states = createStates();
  };
  return {
    take(entry) {
      const group = groupNumber(entry.id);
      const isStranger = !isWanted(group);
      if (isStranger) strangers.add(group);
      if (entry.t > states.latest) states.latest = entry.t;
      if (isStranger && entry.set.removed === undefined) return;
      mergeEntry(states, entry);
      if (entry.set.removed !== undefined) changes.removals = true;
      if (states.byPlainId.size >= mostHeld) keep();
    },
    finish() {
      keep();
      strangers.save();
      return changes;
    },
  };
}

function dropStates({ statement, exec }: Database): JournalChanges {
  const find = 'SELECT json_group_array(key) FROM doc WHERE folded IN (SELECT folded FROM state)';
  const keys = new Set(numbers(statement(find).get()?.[0]));
  const removals = statement('SELECT 1 FROM state WHERE removed IS NOT NULL').get() !== undefined;
  exec('DELETE FROM state');
  exec("DELETE FROM fact WHERE name = 'strangers'");
  return { keys, removals };
}
