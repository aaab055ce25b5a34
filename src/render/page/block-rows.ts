// Blocks → rows: how each kind of block is set, and the blank rows between them.
import { concatMap } from '../../core/concat-map.ts';
import type { Block, FigureBlock, List, ListItem } from '../../markdown/document/document.ts';
import type { PictureRoom, Role, Span } from '../../text/line.ts';
import { hangRows, prefixRows, type WrappedRow, wrapBalanced, wrapSpans } from '../../text/wrap.ts';
import { codeRows } from './code-rows.ts';
import { type Layout, NARROWEST } from './inline-printer.ts';
import { tableRows } from './table-rows.ts';

/** Columns of the rule that separates the page's smaller parts. */
const RULE_WIDTH = 24;
/** Columns that the bar beside a quote or a caption takes. */
const BAR_WIDTH = 2;
const BULLETS = ['•', '◦', '▪'] as const;

/** The rows of one block, none of them wider than the layout, without blank rows around them. */
export function blockRows(block: Block, layout: Layout): WrappedRow[] {
  switch (block.type) {
    case 'paragraph':
      return concatMap(layout.inline(block.content, layout.roles), (spans) =>
        wrapSpans(spans, layout.width, layout.words),
      );
    case 'heading':
      return concatMap(layout.inline(block.content, [...layout.roles, 'heading']), (spans) =>
        wrapBalanced(spans, layout.width, layout.words),
      );
    case 'list':
      return listRows(block, layout);
    case 'quote':
      return barRows(nestedRows(block.blocks, behindBar(layout, 'quote'), false), '│', layout);
    case 'code':
      return codeRows(block, layout);
    case 'table':
      return tableRows(block, layout);
    case 'figure':
      return figureRows(block, layout);
    case 'rule':
      return [ruleRow('─', layout)];
    default:
      return block satisfies never;
  }
}

/**
 * The blocks inside another, a blank row between two of them unless they are tight; code is always
 * set apart.
 */
function nestedRows(blocks: readonly Block[], layout: Layout, tight: boolean): WrappedRow[] {
  const rows: WrappedRow[] = [];
  let above: Block | undefined;
  for (const block of blocks) {
    const inner = blockRows(block, layout);
    if (inner.length === 0) continue;
    const isApart = !tight || block.type === 'code' || above?.type === 'code';
    if (rows.length > 0 && isApart) rows.push([]);
    above = block;
    for (const row of inner) rows.push(row);
  }
  return rows;
}

function ruleRow(sign: string, { width }: Layout): WrappedRow {
  return [{ text: sign.repeat(Math.min(RULE_WIDTH, width)), roles: ['rule'] }];
}

/** Room for the picture, else a broken rule for its edge; caption and credit behind a bar. */
function figureRows({ caption, credit, src }: FigureBlock, layout: Layout): WrappedRow[] {
  const { roles, width } = behindBar(layout, 'caption');
  const wrap = (text: string, ...textRoles: readonly Role[]): WrappedRow[] =>
    wrapSpans([{ text, roles: textRoles }], width, layout.words);
  const words = [...wrap(caption, ...roles), ...wrap(credit ?? '', ...layout.roles, 'credit')];
  const room = src === null ? null : layout.picture(src, layout.width);
  if (room !== null) {
    const below = layout.hasCaptions ? barRows(words, '┆', layout) : [];
    return [...roomRows(room, layout), ...below];
  }
  const shown = words.length > 0 ? words : wrap('A picture without a caption', ...roles);
  return [ruleRow('╌', layout), ...barRows(shown, '┆', layout)];
}

/** The rows of a picture, and what is left below it; the edge of one that is not there yet. */
function roomRows({ rows, picture: of }: PictureRoom, layout: Layout): WrappedRow[] {
  const text = ' '.repeat(of?.columns ?? 1);
  return Array.from({ length: rows }, (_, at) => {
    if (of === null) return (at === 0 ? ruleRow('╌', layout) : [{ text, roles: [] }]).map(awaiting);
    return [{ text, roles: [], ...(at < of.rows && { picture: { of, at } }) }];
  });
}

function awaiting(span: Span): Span {
  return { ...span, isAwaiting: true };
}

/** The layout behind a bar: narrower, unless that leaves too little for words. */
function behindBar(layout: Layout, role: Role): Layout {
  const roles = [...layout.roles, role];
  return { ...layout, roles, width: layout.width - (hasBar(layout) ? BAR_WIDTH : 0) };
}

/** Sets the bar before rows that were laid out behind it. */
function barRows(rows: readonly WrappedRow[], bar: string, layout: Layout): WrappedRow[] {
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

/** Markers hang before their items, numbers aligned at the right. */
function listRows(list: List, layout: Layout): WrappedRow[] {
  const markers = list.items.map((item, index) => itemMarker(list, item, index, layout.depth));
  const last = list.ordered ? (markers.at(-1)?.length ?? 0) : 0;
  const inner = { ...layout, depth: layout.depth + (list.ordered ? 0 : 1) };
  return concatMap(list.items, (item, index) => {
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
  const rows = nestedRows(item.blocks, { ...layout, width }, !loose);
  const sign = { text: marker, roles: [...layout.roles, 'marker'] } as const;
  if (!hangs) return [...wrapSpans([{ ...sign, text: marker.trim() }], layout.width), ...rows];
  if (rows.length === 0) return [[sign]];
  return hangRows(rows, sign, layout.roles);
}
