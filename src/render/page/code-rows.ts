// Code → rows: its lines as they are, tabs expanded, in the colours that are known of it.
import { concatMap } from '../../core/concat-map.ts';
import type { Code } from '../../markdown/document/document.ts';
import type { Role, Span } from '../../text/line.ts';
import { displayWidth } from '../../text/width.ts';
import { sliceRows, spansText, type WrappedRow, wrapSpans } from '../../text/wrap.ts';
import { type Layout, NARROWEST } from './inline-printer.ts';

const CODE_INDENT = '  ';
/** Columns from one tab stop to the next. */
const TAB = 4;

/** A line that is too wide goes on behind a hanging `↪`, as far in as it began. */
export function codeRows(code: Code, layout: Layout): WrappedRow[] {
  const hasIndent = layout.width !== Infinity && layout.width - CODE_INDENT.length >= NARROWEST;
  const margin = hasIndent ? CODE_INDENT : '';
  const sign: WrappedRow = hasIndent ? [{ text: '↪ ', roles: ['rule'] }] : [];
  const width = layout.width - margin.length;
  const lines = withoutBlankEnds(code.text).split('\n');
  const text = lines.map((line) => expandTabs(line).trimEnd()).join('\n');
  if (text === '') return [];
  return concatMap(
    spanLines(layout.code({ ...code, text }), layout.roles),
    (line): WrappedRow[] => {
      const start = spansText(line).search(/[^ ]/);
      if (start < 0) return [[]];
      const indent = ' '.repeat(Math.min(start, Math.max(0, width - NARROWEST)));
      const [words = []] = sliceRows(line, [{ start, end: Infinity }]);
      const rows = wrapSpans(words, width - indent.length);
      return rows.map((row, at) =>
        at === 0 ? moveIn(row, margin + indent) : [...sign, ...moveIn(row, indent)],
      );
    },
  );
}

/** The lines of spans that newlines stand in. */
function spanLines(spans: readonly Span[], roles: readonly Role[]): WrappedRow[] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    for (const [at, text] of span.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ text, roles: [...roles, ...span.roles] });
    }
  }
  return lines;
}

/** Spaces before it that look like what they are before. */
function moveIn([first, ...rest]: WrappedRow, spaces: string): WrappedRow {
  return first === undefined ? [] : [{ ...first, text: spaces + first.text }, ...rest];
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
