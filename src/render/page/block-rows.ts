// Blocks → rows: who sets which, and the blank rows between them.

import type { Block } from '../../markdown/document/document.ts';
import { type WrappedRow, wrapBalanced, wrapSpans } from '../../text/wrap.ts';
import { codeRows } from './code-rows.ts';
import { figureRows } from './figure-rows.ts';
import { type Layout, RULE_WIDTH } from './layout.ts';
import { listRows } from './list-rows.ts';
import { quoteRows } from './quote-rows.ts';
import { tableRows } from './table-rows.ts';

/** The rows of one block, none of them wider than the layout, without blank rows around them. */
export function blockRows(block: Block, layout: Layout): WrappedRow[] {
  switch (block.type) {
    case 'paragraph':
      return layout
        .inline(block.content, layout.roles)
        .flatMap((spans) => wrapSpans(spans, layout.width, layout.words));
    case 'heading':
      return layout
        .inline(block.content, [...layout.roles, 'heading'])
        .flatMap((spans) => wrapBalanced(spans, layout.width, layout.words));
    case 'list':
      return listRows(block, layout);
    case 'quote':
      return quoteRows(block, layout);
    case 'code':
      return codeRows(block, layout);
    case 'table':
      return tableRows(block, layout);
    case 'figure':
      return figureRows(block, layout);
    case 'rule':
      return [[{ text: '─'.repeat(Math.min(RULE_WIDTH, layout.width)), roles: ['rule'] }]];
    default:
      return block satisfies never;
  }
}

/**
 * As `Layout.nested`: blocks below each other, a blank row between two unless they are tight; code
 * is always set apart.
 */
export function nestedRows(blocks: readonly Block[], layout: Layout, tight: boolean): WrappedRow[] {
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
