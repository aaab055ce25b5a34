// Removal: which articles are hidden, also when they come back under another name.
import type { ArticleHead } from '../article/article.ts';
import { isLater, lastRemoval, type States } from './article-state.ts';
import type { JournalEntry } from './journal-entry.ts';

/** What an article is known by. */
export type Identity = Pick<ArticleHead, 'id' | 'url' | 'guid' | 'feed'>;

/** The newest removal for each name an article may come back by. */
export type Removals = ReadonlyMap<string, JournalEntry>;

/** The names of what is removed and not brought back. */
export function findRemovals({ removals }: States): Removals {
  const found = new Map<string, JournalEntry>();
  for (const { removed } of removals) {
    if (removed?.set.removed !== true) continue;
    for (const name of namesOf(removed.rest)) {
      if (isLater(removed, found.get(name) ?? null)) found.set(name, removed);
    }
  }
  return found;
}

/**
 * Whether an article is hidden: it was removed, or another of its url or guid was, and it was not
 * itself brought back since. What was removed may have had its ID and been another.
 */
export function isHidden(identity: Identity, states: States, removals: Removals): boolean {
  const last = lastRemoval(states, identity.id);
  const names = namesOf(identity);
  const own = last !== null && areTwo(namesOf(last.rest), names) ? null : last;
  if (own?.set.removed === true) return true;
  return names.some((name) => {
    const removal = removals.get(name);
    return removal !== undefined && isLater(removal, own);
  });
}

/** Whether the names of two articles say that they are two. */
export function areTwo(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((name) => b.includes(name));
}

/** What an article is known by. A guid is its feed's: other feeds may count from one as well. */
export function namesOf({ url, guid, feed }: Omit<Identity, 'id'>): readonly string[] {
  const names = url === null ? [] : [`url ${url}`];
  return guid === null ? names : [...names, `guid ${feed ?? ''} ${guid}`];
}

/** Whether two are copies of one article: they share one of the names they are known by. */
export function areCopies(a: Identity, b: Identity): boolean {
  const names = namesOf(a);
  return a.id !== b.id && namesOf(b).some((name) => names.includes(name));
}
