// Lays a role over a part of some spans, over whatever look it has.

import type { Role, Span } from './line.ts';

/** Adds a role to the part of the spans between two offsets in UTF-16 units. */
export function withRole(
  spans: readonly Span[],
  start: number,
  end: number,
  role: Role,
): readonly Span[] {
  let from = 0;
  return spans.flatMap((part) => {
    const [first, after] = [from, from + part.text.length];
    from = after;
    if (end <= first || start >= after) return [part];
    const cut = (a: number, b: number) => part.text.slice(Math.max(0, a - first), b - first);
    return [
      { ...part, text: cut(first, Math.max(first, start)) },
      { ...part, text: cut(start, end), roles: [...part.roles, role] },
      { ...part, text: cut(Math.min(after, end), after) },
    ].filter(({ text }) => text !== '');
  });
}

/** The span cut where hits begin and end, each of these in the role `hit`. */
export function withHits(
  span: Span,
  hits: readonly { readonly start: number; readonly end: number }[],
): readonly Span[] {
  return hits.reduce<readonly Span[]>(
    (spans, { start, end }) => withRole(spans, start, end, 'hit'),
    [span],
  );
}
