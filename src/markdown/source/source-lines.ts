// Lines of Markdown source: which are code, and which no reader sees as text.

const DEFINITION = /^\[[^\]^][^\]]*\]:[ \t]*\S/;
const DELIMITER_MARKS = /^[-:| \t]+$/;
const DELIMITER = /^:?-+:?$/;
const RULE_MARKS = /^[-*_ \t]+$/;
const UNDERLINE = /^=+$/;

/** Comments, and elements whose content is no text. */
const HIDDEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** No mark of a block begins with one. */
export const BLOCK_TEXT = /^[a-zA-Z\u0080-\uffff]/;
/** Begins a block of code. */
export const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;

/** Whether a line, without white space at its end, closes the code that a fence opened. */
export function closesFence(line: string, fence: string | null): boolean {
  return fence !== null && line.startsWith(fence) && !/[^`~]/.test(line);
}

/** A source without what no reader sees. */
export function withoutHidden(markdown: string): string {
  if (!markdown.includes('<')) return markdown;
  return markdown.replace(HIDDEN, (_, element) => (element === undefined ? '' : ' '));
}

/** Walks the lines of a source: ten megabytes of them need not be in memory twice. */
export function* sourceLines(source: string): Generator<string> {
  for (let start = 0; start < source.length; ) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    yield source.slice(start, end);
    start = end + 1;
  }
}

/** Whether a line is a rule, an underline, a delimiter row or a link's definition. */
export function isNoText(line: string): boolean {
  const text = line.trimEnd();
  return (
    UNDERLINE.test(text) ||
    (RULE_MARKS.test(text) && text.replace(/[ \t]+/g, '').length >= 3) ||
    isDelimiterRow(text) ||
    DEFINITION.test(text)
  );
}

/** Whether a line is the one below a table's header, or the underline of a heading. */
export function isDelimiterRow(line: string): boolean {
  if (!DELIMITER_MARKS.test(line)) return false;
  const cells = line.split('|').map((cell) => cell.trim());
  const [first, ...rest] = cells[0] === '' ? cells.slice(1) : cells;
  if (first === undefined || !DELIMITER.test(first)) return false;
  return rest.every((cell) => cell === '' || cell === ':' || cell === '::' || DELIMITER.test(cell));
}
