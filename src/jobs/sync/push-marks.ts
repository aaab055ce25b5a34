// Tells a server of the marks that are other than it had them last.
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
  for (const field of MARKS) {
    const ids: Record<'true' | 'false', string[]> = { true: [], false: [] };
    for (const [id, known] of state.entries) {
      // What nobody ever set says nothing: a file may have got another name.
      const value = known.id === '' ? undefined : markLine(known, field)?.set[field];
      if (value !== undefined && value !== known[field]) ids[`${value}`].push(id);
    }
    for (const value of [true, false]) {
      for await (const done of server.mark(field, value, ids[`${value}`])) {
        for (const id of done) {
          const known = state.entries.get(id);
          if (known !== undefined) state.setEntry(id, { ...known, [field]: value });
        }
        state.save();
        onTold(done.length);
      }
    }
  }
}
