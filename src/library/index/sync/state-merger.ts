// Takes lines of journals into the states that the index keeps, in memory only so many at a time.
import { createStates, mergeEntry } from '../../../core/journal/article-state.ts';
import type { JournalEntry } from '../../../core/journal/journal-entry.ts';
import { mergeStates } from '../tables/article-states.ts';
import { type Database, numbers } from '../tables/engine.ts';

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
 * @param isAnew whether the lines are all there are: those that are kept are dropped, and their
 *   articles count as changed
 * @param coming groups of articles that are about to be put in
 */
export function createStateMerger(
  database: Database,
  isAnew: boolean,
  coming: ReadonlySet<number>,
  mostHeld: number = MOST_HELD,
): StateMerger {
  const changes = isAnew ? dropStates(database) : { keys: new Set<number>(), removals: false };
  let states = createStates();
  const keep = (): void => {
    for (const key of mergeStates(database, states, coming)) changes.keys.add(key);
    states = createStates();
  };
  return {
    take(entry) {
      mergeEntry(states, entry);
      if (entry.set.removed !== undefined) changes.removals = true;
      if (states.byPlainId.size >= mostHeld) keep();
    },
    finish() {
      keep();
      return changes;
    },
  };
}

function dropStates({ statement, exec }: Database): JournalChanges {
  const find = 'SELECT json_group_array(key) FROM doc WHERE folded IN (SELECT folded FROM state)';
  const keys = new Set(numbers(statement(find).get()?.[0]));
  const removals = statement('SELECT 1 FROM state WHERE removed IS NOT NULL').get() !== undefined;
  exec('DELETE FROM state');
  exec('DELETE FROM stranger');
  return { keys, removals };
}
