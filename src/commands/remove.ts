// `newsprint remove`: articles go to the trash.

import { formatCount } from '../core/count.ts';
import { formatProblem, NewsprintError } from '../core/errors.ts';
import { removeArticles } from '../library/trash.ts';
import type { Call } from './call.ts';
import type { Io } from './io.ts';
import { readMembers } from './members.ts';
import { note, openForReading } from './open.ts';

/** Moves each article that is named to the trash; all of it is one step to undo. */
export async function remove(call: Call, io: Io): Promise<void> {
  const library = openForReading(call, io);
  const heads = await readMembers(call, library, io);
  if (heads.length === 0) return;
  const { changed, problems } = removeArticles(library, heads, io.now);
  for (const problem of problems) {
    io.fail(new NewsprintError(formatProblem(problem), { code: 'failed' }));
  }
  note(call, io, `${formatCount(changed, 'article')} removed; newsprint undo takes it back`);
}
