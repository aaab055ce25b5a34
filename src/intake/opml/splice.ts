// Changes to a text by place, all else left as it is.

/** What comes instead of a part of the text. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes the changes, each once, which do not overlap; of those at one place the first comes first.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  const each = [...new Map(splices.map((one) => [`${one.start} ${one.text}`, one])).values()];
  for (const { start, end, text: put } of each.sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start), put);
    at = end;
  }
  return [...parts, text.slice(at)].join('');
}

/** How the file ends its lines. */
export function lineEnd(text: string): string {
  return /\r\n/.test(text) ? '\r\n' : '\n';
}

/** The white space before a place, where nothing else stands before it on its line. */
export function indentAt(text: string, place: number): string | null {
  const start = lineStart(text, place);
  const before = text.slice(start, place);
  return /^[ \t]*$/.test(before) ? before : null;
}

/** Where the line of a place begins. */
export function lineStart(text: string, place: number): number {
  const end = place === 0 ? -1 : text.lastIndexOf('\n', place - 1);
  return end + 1;
}
