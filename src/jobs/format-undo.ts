// Says in words what undo took back.

import { formatCount } from '../core/count.ts';
import type { UndoResult } from '../library/journals/undo-last.ts';

const DEEDS = ['added', 'updated', 'removed', 'marked'] as const;

/** What was taken back, in words: `took back: 3 articles added, 2 updated`. */
export function formatUndo({ ids, entries }: UndoResult): string {
  if (ids.length === 0) return 'took back a change that was changed again since: nothing altered';
  const altered = new Set(ids);
  const deeds = new Map(
    entries.filter(({ id }) => altered.has(id)).map((entry) => [entry.id, deedOf(entry)]),
  );
  const [first, ...others] = DEEDS.flatMap((deed) => {
    const count = [...deeds.values()].filter((one) => one === deed).length;
    return count === 0 ? [] : [{ deed, count }];
  });
  const parts = others.map(({ deed, count }) => `, ${count} ${deed}`);
  const { deed, count } = first ?? { deed: 'marked', count: ids.length };
  return `took back: ${formatCount(count, 'article')} ${deed}${parts.join('')}`;
}

function deedOf({ set, rest }: UndoResult['entries'][number]): (typeof DEEDS)[number] {
  if (rest.added !== null) return rest.replaced ? 'updated' : 'added';
  return set.removed === true ? 'removed' : 'marked';
}
