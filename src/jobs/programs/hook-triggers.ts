// Events that run hooks, with the articles that they happened to.
import type { ArticleChange } from '../../core/journal/alterations.ts';
import type { HookEvent } from '../../library/config/programs.ts';

export interface HookTrigger {
  readonly event: HookEvent;
  readonly ids: readonly string[];
}

/** The triggers of marks. @param changed IDs of articles that the marks changed */
export function markTriggers(
  changes: readonly ArticleChange[],
  changed: readonly string[],
): readonly HookTrigger[] {
  const altered = new Set(changed);
  const idsOf = (field: 'read' | 'starred') =>
    changes.filter(({ id, set }) => set[field] === true && altered.has(id)).map(({ id }) => id);
  return [
    { event: 'read', ids: idsOf('read') },
    { event: 'starred', ids: idsOf('starred') },
  ];
}
