// How much of a source a quote or a list is read from at once.

/** UTF-16 units in which most quotes and lists end. */
const SHORT = 2048;
/** UTF-16 units and lines of a part of the others. */
const LONG = 65_536;
const MOST_LINES = 500;
/** A line of a quote that parts two paragraphs. */
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

/** Whether a block ends in a window of its source: something else follows it there. */
export function endsInside(raw: string, window: string, src: string): boolean {
  return window.length === src.length || window.slice(raw.length).trim() !== '';
}

/** Whether what follows a part of a block is more of it, not only a line that continues one. */
export function goesOn(block: string, rest: string): boolean {
  return siblingSign(block, '^').test(rest);
}

/** The start of the line that an offset lies in; of the next one where that is the first. */
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

/** Where the last item of a list or paragraph of a quote ends; `null` where there is but one. */
function lastEnd(window: string): number | null {
  const isQuote = window.trimStart().startsWith('>');
  const next = isQuote ? EMPTY_QUOTE : siblingSign(window, '\\n');
  let last: number | null = null;
  for (const { index } of window.matchAll(next)) last = index + 1;
  return last;
}

/** Finds the signs that are as the one a block begins with, behind what `before` matches. */
function siblingSign(block: string, before: string): RegExp {
  const [, indent = '', bullet, end] = SIGN.exec(block) ?? [];
  if (bullet !== undefined) return new RegExp(`${before}${indent}\\${bullet}[ \\t]`, 'g');
  if (end !== undefined) return new RegExp(`${before}${indent}\\d{1,9}\\${end}[ \\t]`, 'g');
  return new RegExp(`${before} {0,3}>`, 'g');
}
