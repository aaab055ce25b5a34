// Code: never re-wrapped, tabs expanded, cut visibly at the width.

import type { Code } from '../../markdown/document/document.ts';
import { longestRow } from '../../text/text-ranges.ts';
import { cutColumns, displayWidth } from '../../text/width.ts';
import type { WrappedRow } from '../../text/wrap.ts';
import { type Layout, NARROWEST } from './layout.ts';

/** Columns from one tab stop to the next. */
const TAB = 4;
const INDENT = 2;

export function codeRows(code: Code, layout: Layout): WrappedRow[] {
  const indent = layout.width === Infinity || layout.width - INDENT < NARROWEST ? 0 : INDENT;
  const roles = [...layout.roles, 'code'] as const;
  const text = withoutBlankEnds(code.text);
  if (text === '') return [];
  return text.split('\n').map((line) => {
    const seen = line.slice(0, longestRow(layout.width));
    const cut = cutColumns(expandTabs(seen.trimEnd()), layout.width - indent);
    return cut === '' ? [] : [{ text: ' '.repeat(indent) + cut, roles }];
  });
}

/** Blank lines at the ends would stand beside those around the block. */
function withoutBlankEnds(text: string): string {
  const first = text.search(/\S/);
  return first < 0 ? '' : text.slice(text.lastIndexOf('\n', first) + 1).trimEnd();
}

/** Replaces each tab by the spaces to the next stop, counted in columns. */
function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  const [first = '', ...rest] = line.split('\t');
  let column = displayWidth(first);
  return rest.reduce((text, part) => {
    const gap = TAB - (column % TAB);
    column += gap + displayWidth(part);
    return text + ' '.repeat(gap) + part;
  }, first);
}
