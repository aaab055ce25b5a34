// What happens to articles that hooks are run after.
import type { ArticleChange } from '../../core/journal/alterations.ts';
import type { HookEvent } from '../../library/config/programs.ts';

export interface Occasion {
  readonly event: HookEvent;
  /** IDs. */
  readonly ids: readonly string[];
}

/** What marks come to. @param changed IDs of those that are another by now */
export function markOccasions(
  changes: readonly ArticleChange[],
  changed: readonly string[],
): readonly Occasion[] {
  const others = new Set(changed);
  const idsOf = (field: 'read' | 'starred') =>
    changes.filter(({ id, set }) => set[field] === true && others.has(id)).map(({ id }) => id);
  return [
    { event: 'read', ids: idsOf('read') },
    { event: 'starred', ids: idsOf('starred') },
  ];
}
