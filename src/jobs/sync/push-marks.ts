// Tells a server of the marks that are other than it had them last.
import { hasMark, type Mark, markIn, tagMark, withMark } from '../../core/journal/marks.ts';
import type { Journals } from '../../library/journals/journals.ts';
import type { ServerState } from '../../library/servers/server-state.ts';
import type { Server } from '../../net/servers/server.ts';
import { SERVER_MARKS } from './mark-lines.ts';

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
  for (const mark of [...SERVER_MARKS, ...Array.from(server.tags(), tagMark)]) {
    const changed = changedMarks(state, mark, markLine);
    for (const value of [true, false]) {
      const ids = changed.flatMap(([id, wanted]) => (wanted === value ? [id] : []));
      for await (const done of server.mark(mark, value, ids)) {
        noteTold(state, mark, value, done);
        onTold(done.length);
      }
    }
  }
}

/** Entries by the server's IDs whose articles have a mark that the server has not, or the other way. */
function changedMarks(
  { entries }: ServerState,
  mark: Mark,
  markLine: Journals['markLine'],
): readonly (readonly [id: string, value: boolean])[] {
  const changed: [string, boolean][] = [];
  for (const [id, known] of entries) {
    // What nobody ever set says nothing: a file may have got another name.
    const line = known.id === '' ? null : markLine(known, mark);
    const value = line && markIn(line.set, mark);
    if (value !== null && value !== hasMark(known, mark)) changed.push([id, value]);
  }
  return changed;
}

/** The server has the mark of these entries as it was told. */
function noteTold(state: ServerState, mark: Mark, value: boolean, ids: readonly string[]): void {
  for (const id of ids) {
    const known = state.entries.get(id);
    if (known !== undefined) state.setEntry(id, { ...known, ...withMark(known, mark, value) });
  }
  state.save();
}
