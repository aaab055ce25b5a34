// Removal: which articles are hidden, also when they come back under another name.
import { isLater, lastLine, type States } from './article-state.ts';
import { areTwo, type Identity, markedOf, namesOf } from './identity.ts';
import type { JournalEntry } from './journal-entry.ts';

/** The newest removal for each name an article may come back by. */
export type Removals = ReadonlyMap<string, JournalEntry>;

/** The names of what is removed and not brought back. */
export function findRemovals({ removals }: States): Removals {
  const found = new Map<string, JournalEntry>();
  for (const { removed } of removals) {
    if (removed?.set.removed !== true) continue;
    for (const name of [idName(removed.id), ...namesOf(removed.rest)]) {
      if (isLater(removed, found.get(name) ?? null)) found.set(name, removed);
    }
  }
  return found;
}

/** What the ID of a removed article is called among its names: its file may come back there. */
export function idName(id: string): string {
  return `id ${id}`;
}

/**
 * Whether an article is hidden: it was removed, or another of its url or guid was, and it was not
 * itself brought back since. What was removed may have had its ID and been another.
 */
export function isHidden(identity: Identity, states: States, removals: Removals): boolean {
  if (states.removals.size === 0) return false;
  const last = lastLine(states, markedOf(identity), 'removed');
  const names = namesOf(identity);
  const own = last !== null && areTwo(namesOf(last.rest), names) ? null : last;
  if (own?.set.removed === true) return true;
  return names.some((name) => {
    const removal = removals.get(name);
    return removal !== undefined && isLater(removal, own);
  });
}
