// `newsprint remove`: articles go to the trash.
import { formatCount } from '../core/count.ts';
import { removeArticles } from '../library/store/remove-articles.ts';
import type { Call, Io } from './call/call.ts';
import { openMarks } from './call/call-library.ts';
import { withNamedArticles } from './call/named-articles.ts';

/** Moves each article that is named to the trash; all of it is one step to undo. */
export async function remove(call: Call, io: Io): Promise<void> {
  await withNamedArticles(call, io, (heads, finder) => {
    if (heads.length === 0) return;
    const { root, copiesOf } = finder;
    const from = { root, copiesOf, journals: openMarks(call, io, finder) };
    const { changed } = removeArticles(from, heads, io.now);
    io.note(`${formatCount(changed, 'article')} removed; newsprint undo takes it back`);
  });
}
