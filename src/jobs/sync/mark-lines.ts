// What a server says of marks → the lines of its journal.
import type { NewEntry } from '../../core/journal/entry-lines.ts';
import type { Marked } from '../../core/journal/identity.ts';
import { NO_REST, nextTime } from '../../core/journal/journal-entry.ts';
import type { ServerEntry } from '../../intake/sync/server.ts';
import { randomName } from '../../library/files/random-name.ts';
import type { Journals } from '../../library/journals/journals.ts';
import type { KnownEntry } from '../../library/servers/server-state.ts';

/** The marks that a server has. */
export const MARKS = ['read', 'starred'] as const;

/** The marks of an entry, and the article that it is; `null` where it is none here. */
export interface ToldMarks extends Omit<ServerEntry, 'item'> {
  readonly marked: Marked | null;
}

/**
 * A line for each article of which a mark is other than it was last known at the server, at the time
 * that it was set: the later one counts, whoever set it. Where the server keeps no times a mark of ours
 * that it was not told of counts, else the server's.
 */
export function formatMarks(
  told: readonly ToldMarks[],
  known: ReadonlyMap<string, KnownEntry>,
  markLine: Journals['markLine'],
  now: Date,
): readonly NewEntry[] {
  const op = randomName();
  const rest = { ...NO_REST, auto: true };
  return told.flatMap((one): readonly NewEntry[] => {
    const { id, marked, changed } = one;
    if (marked === null || marked.id === '') return [];
    const before = known.get(id);
    const lines = MARKS.map((field) => [field, markLine(marked, field)] as const);
    const news = lines.filter(([field, ours]) => {
      const value = one[field];
      const isUnsent = ours !== null && ours.set[field] !== before?.[field];
      if (before !== undefined) return value !== before[field] && (changed !== null || !isUnsent);
      // Of what is not known, what nobody set says nothing.
      if (ours === null) return value;
      return value !== ours.set[field] && changed !== null && changed > Date.parse(ours.t);
    });
    if (news.length === 0) return [];
    const set = Object.fromEntries(news.map(([field]) => [field, one[field]]));
    const after =
      news
        .map(([, ours]) => ours?.t ?? '')
        .sort()
        .at(-1) ?? '';
    const t =
      changed === null
        ? nextTime(now, after)
        : new Date(Math.min(changed, now.getTime())).toISOString();
    return [{ t, op, id: marked.id, as: marked.as, set, rest }];
  });
}
