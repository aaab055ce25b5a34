// `newsprint remove`: articles go to the trash.
import { formatCount } from '../core/count.ts';
import { formatProblem, NewsprintError } from '../core/errors.ts';
import { removeArticles } from '../library/store/remove-articles.ts';
import type { Call } from './call/call.ts';
import { openForFinding, openMarks } from './call/call-library.ts';
import type { Io } from './call/io.ts';
import { findMemberIds } from './call/named-articles.ts';

/** Moves each article that is named to the trash; all of it is one step to undo. */
export async function remove(call: Call, io: Io): Promise<void> {
  const ids = await findMemberIds(call, io);
  if (ids.length === 0) return;
  const finder = await openForFinding(call, io);
  const rows = finder.rows(ids.flatMap((id) => finder.keyOf(id) ?? []));
  const { root, copiesOf } = finder;
  const { changed, problems } = removeArticles(
    { root, copiesOf, journals: openMarks(call, io) },
    rows.map(({ head }) => head),
    io.now,
  );
  finder.close();
  for (const problem of problems) {
    io.fail(new NewsprintError(formatProblem(problem), { code: 'failed' }));
  }
  io.note(`${formatCount(changed, 'article')} removed; newsprint undo takes it back`);
}
