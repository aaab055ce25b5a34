// Says in words what undo took back.
import { formatCount } from '../core/count.ts';
import type { UndoResult } from '../library/journals/undo-last.ts';

const CHANGES = ['added', 'updated', 'removed', 'marked'] as const;

/** What was taken back, in words: `took back: 3 articles added, 2 updated`. */
export function formatUndo({ ids, entries }: UndoResult): string {
  if (ids.length === 0) return 'took back a change that was changed again since: nothing altered';
  const altered = new Set(ids);
  const changes = new Map(
    entries.filter(({ id }) => altered.has(id)).map((entry) => [entry.id, changeOf(entry)]),
  );
  const [first, ...others] = CHANGES.flatMap((change) => {
    const count = [...changes.values()].filter((one) => one === change).length;
    return count === 0 ? [] : [{ change, count }];
  });
  const parts = others.map(({ change, count }) => `, ${count} ${change}`);
  const { change, count } = first ?? { change: 'marked', count: ids.length };
  return `took back: ${formatCount(count, 'article')} ${change}${parts.join('')}`;
}

function changeOf({ set, rest }: UndoResult['entries'][number]): (typeof CHANGES)[number] {
  if (rest.added !== null) return rest.replaced ? 'updated' : 'added';
  return set.removed === true ? 'removed' : 'marked';
}
