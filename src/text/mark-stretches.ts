// Marks stretches of a text as hits, over whatever look it has.

import type { Span } from './line.ts';

/** From one UTF-16 unit to another. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The span cut where stretches begin and end, each of these in the role `hit`.
 * @param stretches in order, apart from each other
 */
export function markStretches(span: Span, stretches: readonly Stretch[]): readonly Span[] {
  const spans: Span[] = [];
  let from = 0;
  const push = (to: number, roles: Span['roles']): void => {
    if (to > from) spans.push({ ...span, text: span.text.slice(from, to), roles });
    from = Math.max(from, to);
  };
  for (const { start, end } of stretches) {
    push(Math.min(start, span.text.length), span.roles);
    push(Math.min(end, span.text.length), [...span.roles, 'hit']);
  }
  push(span.text.length, span.roles);
  return spans;
}
