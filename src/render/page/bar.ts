// Text behind a bar: quotes and figures.

import type { Role } from '../../text/line.ts';
import { prefixRows, type WrappedRow } from '../../text/wrap.ts';
import { type Layout, NARROWEST } from './layout.ts';

const BAR_WIDTH = 2;

/** The layout behind a bar: narrower, unless that leaves too little for words. */
export function behindBar(layout: Layout, role: Role): Layout {
  const roles = [...layout.roles, role];
  return { ...layout, roles, width: layout.width - (hasBar(layout) ? BAR_WIDTH : 0) };
}

/** Sets the bar before rows that were laid out behind it. */
export function barRows(rows: readonly WrappedRow[], bar: string, layout: Layout): WrappedRow[] {
  if (!hasBar(layout)) return [...rows];
  const prefix: WrappedRow = [
    { text: bar, roles: ['rule'] },
    { text: ' ', roles: [] },
  ];
  return prefixRows(rows, prefix, prefix);
}

function hasBar(layout: Layout): boolean {
  return layout.width - BAR_WIDTH >= NARROWEST;
}
