// What a server says of marks → the lines of its journal.
import type { NewEntry } from '../../core/journal/entry-lines.ts';
import type { Marked } from '../../core/journal/identity.ts';
import { NO_REST, nextTime } from '../../core/journal/journal-entry.ts';
import { changeOfMarks, hasMark, markIn, tagMark } from '../../core/journal/marks.ts';
import { randomName } from '../../library/files/random-name.ts';
import type { Journals } from '../../library/journals/journals.ts';
import type { KnownEntry } from '../../library/servers/server-state.ts';
import type { ServerEntry } from '../../net/servers/server.ts';

/** The marks that every server has. */
export const SERVER_MARKS = ['read', 'starred'] as const;

/** The marks of an entry, and the article that it is; `null` where it is none here. */
export interface ToldMarks extends Omit<ServerEntry, 'feed' | 'item'> {
  readonly marked: Marked | null;
}

/**
 * A line for each article of which a mark is other than it was last known at the server, at the time
 * that it was set: the later one counts, whoever set it. Where the server keeps no times a mark of ours
 * that it was not told of counts, else the server's.
 * @param tags that the server has
 */
export function formatMarks(
  told: readonly ToldMarks[],
  known: ReadonlyMap<string, KnownEntry>,
  { markLine }: Pick<Journals, 'markLine'>,
  tags: ReadonlySet<string>,
  now: Date,
): readonly NewEntry[] {
  const op = randomName();
  const rest = { ...NO_REST, auto: true };
  return told.flatMap((one): readonly NewEntry[] => {
    const { id, marked, changed } = one;
    if (marked === null || marked.id === '') return [];
    const before = known.get(id);
    const tagged = [...one.tags, ...(before?.tags ?? [])].filter((tag) => tags.has(tag));
    const marks = [...SERVER_MARKS, ...new Set(tagged.map(tagMark))];
    const lines = marks.map((mark) => [mark, markLine(marked, mark)] as const);
    const news = lines.filter(([mark, ours]) => {
      const value = hasMark(one, mark);
      const own = ours && markIn(ours.set, mark);
      if (before !== undefined) {
        const isUnsent = own !== null && own !== hasMark(before, mark);
        return value !== hasMark(before, mark) && (changed !== null || !isUnsent);
      }
      // Of what is not known, what nobody set says nothing.
      if (ours === null) return value;
      return value !== own && changed !== null && changed > Date.parse(ours.t);
    });
    if (news.length === 0) return [];
    const set = changeOfMarks(news.map(([mark]) => [mark, hasMark(one, mark)] as const));
    const [after = ''] = news
      .map(([, ours]) => ours?.t ?? '')
      .sort()
      .reverse();
    const moment = new Date(Math.min(changed ?? 0, now.getTime()));
    const t = changed === null ? nextTime(now, after) : moment.toISOString();
    return [{ t, op, id: marked.id, as: marked.as, set, rest }];
  });
}
