// Tells a server of the marks that are other than it had them last.
import { hasMark, markIn, tagMark, withMark } from '../../core/journal/marks.ts';
import type { Server } from '../../intake/sync/server.ts';
import type { Journals } from '../../library/journals/journals.ts';
import type { ServerState } from '../../library/servers/server-state.ts';
import { MARKS } from './mark-lines.ts';

/**
 * Each answer is kept at once: broken off anywhere, the next sync tells the rest.
 * @param onTold told after each how many marks the server was told of
 * @throws NewsprintError where it does not take them
 */
export async function pushMarks(
  server: Server,
  state: ServerState,
  { markLine }: Pick<Journals, 'markLine'>,
  onTold: (count: number) => void,
): Promise<void> {
  for (const mark of [...MARKS, ...Array.from(server.tags(), tagMark)]) {
    const ids: Record<'true' | 'false', string[]> = { true: [], false: [] };
    for (const [id, known] of state.entries) {
      // What nobody ever set says nothing: a file may have got another name.
      const line = known.id === '' ? null : markLine(known, mark);
      const value = line && markIn(line.set, mark);
      if (value !== null && value !== hasMark(known, mark)) ids[`${value}`].push(id);
    }
    for (const value of [true, false]) {
      for await (const done of server.mark(mark, value, ids[`${value}`])) {
        for (const id of done) {
          const known = state.entries.get(id);
          if (known !== undefined)
            state.setEntry(id, { ...known, ...withMark(known, mark, value) });
        }
        state.save();
        onTold(done.length);
      }
    }
  }
}
