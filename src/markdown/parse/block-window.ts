// How much of a source is read at once for a quote or a list.

/** Most quotes and lists are shorter, in UTF-16 units. */
const SHORT = 2048;
/** UTF-16 units and lines of a part of longer ones. */
const LONG = 65_536;
const MOST_LINES = 500;
/** An empty line of a quote, between two paragraphs. */
const EMPTY_QUOTE = /\n {0,3}>[ \t]*(?=\n)/g;
const SIGN = /^( {0,3})(?:([-*+])|\d{1,9}([.)])|>)/;

/** The first lines of a source. */
export function shortWindow(src: string): string {
  return src.slice(0, lineStart(src, SHORT));
}

/** The first part of a source: whole items, paragraphs or at least lines. */
export function longWindow(src: string): string {
  const window = src.slice(0, lineStart(src, longEnd(src)));
  return window.length === src.length ? src : window.slice(0, lastEnd(window) ?? window.length);
}

/** Whether a block ends within a window of its source, with other text after it. */
export function endsInside(raw: string, window: string, src: string): boolean {
  return window.length === src.length || window.slice(raw.length).trim() !== '';
}

/** Whether a block goes on after a part of it, by more than a continued line. */
export function goesOn(block: string, rest: string): boolean {
  return siblingSign(block, '^').test(rest);
}

/** The start of the line with an offset; in the first line the start of the next one. */
function lineStart(src: string, at: number): number {
  if (at >= src.length) return src.length;
  const start = src.lastIndexOf('\n', at - 1) + 1;
  if (start > 0) return start;
  const next = src.indexOf('\n', at) + 1;
  return next > 0 ? next : src.length;
}

function longEnd(src: string): number {
  let end = 0;
  for (let lines = 0; lines < MOST_LINES; lines += 1) {
    const next = src.indexOf('\n', end) + 1;
    if (next === 0 || next > LONG) return LONG;
    end = next;
  }
  return end;
}

/** The end of a list's last item or a quote's last paragraph; `null` where there is only one. */
function lastEnd(window: string): number | null {
  const isQuote = window.trimStart().startsWith('>');
  const next = isQuote ? EMPTY_QUOTE : siblingSign(window, '\\n');
  let last: number | null = null;
  for (const { index } of window.matchAll(next)) last = index + 1;
  return last;
}

/** Finds signs like the first one of a block, after what `before` matches. */
function siblingSign(block: string, before: string): RegExp {
  const [, indent = '', bullet, end] = SIGN.exec(block) ?? [];
  if (bullet !== undefined) return new RegExp(`${before}${indent}\\${bullet}[ \\t]`, 'g');
  if (end !== undefined) return new RegExp(`${before}${indent}\\d{1,9}\\${end}[ \\t]`, 'g');
  return new RegExp(`${before} {0,3}>`, 'g');
}
