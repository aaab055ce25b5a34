// Removals: which articles are hidden, also when they come again under another name.
import { isLater, lastLine, type States } from './article-state.ts';
import { areTwo, type Identity, identityNames, markedOf } from './identity.ts';
import type { JournalEntry } from './journal-entry.ts';

/** The newest removal by each name under which an article may come again. */
export type Removals = ReadonlyMap<string, JournalEntry>;

/** The names of articles that are removed and not restored. */
export function findRemovals({ removals }: States): Removals {
  const found = new Map<string, JournalEntry>();
  for (const { removed } of removals) {
    if (removed?.set.removed !== true) continue;
    for (const name of [idName(removed.id), ...identityNames(removed.rest)]) {
      if (isLater(removed, found.get(name) ?? null)) found.set(name, removed);
    }
  }
  return found;
}

/** An ID as a name, for the file of a removed article may come again under it. */
export function idName(id: string): string {
  return `id ${id}`;
}

/**
 * Whether an article is hidden: it was removed, or another with its url or guid was, and it was not
 * restored itself since. A removed article with its ID may have been another.
 */
export function isHidden(identity: Identity, states: States, removals: Removals): boolean {
  if (states.removals.size === 0) return false;
  const last = lastLine(states, markedOf(identity), 'removed');
  const names = identityNames(identity);
  const own = last !== null && areTwo(identityNames(last.rest), names) ? null : last;
  if (own?.set.removed === true) return true;
  return names.some((name) => {
    const removal = removals.get(name);
    return removal !== undefined && isLater(removal, own);
  });
}
