// Lines of Markdown source that no reader sees as text; each look is linear in the line.

const DEFINITION = /^\[[^\]^][^\]]*\]:[ \t]*\S/;
const DELIMITER_MARKS = /^[-:| \t]+$/;
const DELIMITER = /^:?-+:?$/;
const RULE_MARKS = /^[-*_ \t]+$/;
const UNDERLINE = /^=+$/;

/** Whether a line is a rule, an underline, a delimiter row, a link's definition or a figure. */
export function isNoText(line: string): boolean {
  const text = line.trimEnd();
  return (
    UNDERLINE.test(text) ||
    isRule(text) ||
    isDelimiterRow(text) ||
    DEFINITION.test(text) ||
    isFigure(text)
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

function isRule(text: string): boolean {
  return RULE_MARKS.test(text) && text.replace(/[ \t]+/g, '').length >= 3;
}

/** A picture alone on its line: it ends with the only bracket behind its target. */
function isFigure(text: string): boolean {
  if (!text.startsWith('![') || !text.endsWith(')')) return false;
  const target = text.lastIndexOf('](');
  return target >= 2 && text.indexOf(')', target) === text.length - 1;
}
