// Lists: markers that hang, numbers aligned at the right, boxes for tasks.

import type { List, ListItem } from '../../markdown/document/document.ts';
import { prefixRows, type WrappedRow, wrapSpans } from '../../text/wrap.ts';
import { type Layout, NARROWEST } from './layout.ts';

const BULLETS = ['•', '◦', '▪'] as const;

export function listRows(list: List, layout: Layout): WrappedRow[] {
  const markers = list.items.map((item, index) => itemMarker(list, item, index, layout.depth));
  const last = list.ordered ? (markers.at(-1)?.length ?? 0) : 0;
  const inner = { ...layout, depth: layout.depth + (list.ordered ? 0 : 1) };
  return list.items.flatMap((item, index) => {
    const rows = itemRows(item, (markers[index] ?? '').padStart(last), list.loose, inner);
    const above = list.items[index - 1]?.blocks.at(-1);
    const isApart = index > 0 && (list.loose || above?.type === 'code');
    return isApart ? [[], ...rows] : rows;
  });
}

function itemMarker(list: List, item: ListItem, index: number, depth: number): string {
  const box = item.checked === null ? '' : item.checked ? '[x]' : '[ ]';
  if (list.ordered) return `${list.start + index}.${box && ` ${box}`}`;
  return box || (BULLETS[depth % BULLETS.length] ?? '•');
}

/** Hangs the item's blocks behind its marker, or under it where the measure is too narrow. */
function itemRows(item: ListItem, marker: string, loose: boolean, layout: Layout): WrappedRow[] {
  const indent = marker.length + 1;
  const hangs = layout.width - indent >= NARROWEST;
  const width = hangs ? layout.width - indent : layout.width;
  const rows = layout.nested(item.blocks, { ...layout, width }, !loose);
  const sign = { text: marker, roles: [...layout.roles, 'marker'] } as const;
  if (!hangs) return [...wrapSpans([{ ...sign, text: marker.trim() }], layout.width), ...rows];
  if (rows.length === 0) return [[sign]];
  const space = { text: ' ', roles: layout.roles };
  return prefixRows(rows, [sign, space], [{ ...space, text: ' '.repeat(indent) }]);
}
