// A Markdown source cut into its passages in one pass, without parsing it.

/** Quote marks, then list markers, task boxes and heading marks at the start of a line. */
const QUOTES = /[ \t]*(?:>[ \t]*)*/y;
const OPENINGS =
  /(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:>[ \t]*)*)+(?:\[[ xX]\][ \t]+)?(?:#{1,6}(?:[ \t]+|$))?|#{1,6}(?:[ \t]+|$)/y;

/** A picture alone: its alt text, and its title in one of three kinds of quotes. */
const FIGURE =
  /^!\[([\s\S]*)\]\(\s*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"([\s\S]*)"|'([\s\S]*)'|\(([\s\S]*)\)))?\s*\)$/;
/** No caption is longer; it bounds the time that a flood of brackets takes. */
const LONGEST_FIGURE = 10_000;

const DEFINITION = /^\[[^\]^][^\]]*\]:[ \t]*\S/;
const DELIMITER_MARKS = /^[-:| \t]+$/;
const DELIMITER = /^:?-+:?$/;
const RULE_MARKS = /^[-*_ \t]+$/;
const UNDERLINE = /^=+$/;

/** Comments, and elements whose content is no text. */
const HIDDEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** No mark of a block begins with one. */
const BLOCK_TEXT = /^[a-zA-Z\u0080-\uffff]/;
/** Begins a block of code. */
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;

/** Whether a line, without white space at its end, closes the code that a fence opened. */
function closesFence(line: string, fence: string | null): boolean {
  return fence !== null && line.startsWith(fence) && !/[^`~]/.test(line);
}

/** A source without what no reader sees. */
function withoutHidden(markdown: string): string {
  if (!markdown.includes('<')) return markdown;
  return markdown.replace(HIDDEN, (_, element) => (element === undefined ? '' : ' '));
}

/** Whether a line is a rule, an underline, a delimiter row or a link's definition. */
function isNoText(line: string): boolean {
  const text = line.trimEnd();
  return (
    UNDERLINE.test(text) ||
    (RULE_MARKS.test(text) && text.replace(/[ \t]+/g, '').length >= 3) ||
    isDelimiterRow(text) ||
    DEFINITION.test(text)
  );
}

/** Whether a line is the one below a table's header, or the underline of a heading. */
function isDelimiterRow(line: string): boolean {
  if (!DELIMITER_MARKS.test(line)) return false;
  const cells = line.split('|').map((cell) => cell.trim());
  const [first, ...rest] = cells[0] === '' ? cells.slice(1) : cells;
  if (first === undefined || !DELIMITER.test(first)) return false;
  return rest.every((cell) => cell === '' || cell === ':' || cell === '::' || DELIMITER.test(cell));
}

/** A passage as it is written, but for the marks that its lines begin with. */
export interface SourcePassage {
  readonly source: string;
  readonly isCode: boolean;
}

/**
 * The passages of a source in their order, read as they are asked for; none is empty. Its lines are
 * walked: ten megabytes of them need not be in memory twice.
 */
export function* sourcePassages(markdown: string): Generator<SourcePassage> {
  const source = withoutHidden(markdown);
  const reader = new PassageReader();
  for (let start = 0; start < source.length; ) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    const line = source.slice(start, end);
    start = end + 1;
    // Most passages are a line of text between empty ones.
    if (reader.isBetween && source[start] === '\n' && BLOCK_TEXT.test(line)) {
      yield { source: line.trim(), isCode: false };
      start += 1;
      continue;
    }
    reader.addLine(line);
    const ended = reader.take();
    if (ended.length > 0) yield* ended;
  }
  reader.endPassage();
  yield* reader.take();
}

const NONE: readonly SourcePassage[] = [];

/** Walks the lines of one source and knows whether it is inside code or a table. */
class PassageReader {
  private ended: SourcePassage[] = [];
  private lines: string[] = [];
  private fence: string | null = null;
  private inTable = false;

  /** Whether nothing has begun that the next line could belong to. */
  get isBetween(): boolean {
    return this.lines.length === 0 && this.fence === null && !this.inTable;
  }

  /** The passages that have ended since it was last asked. */
  take(): readonly SourcePassage[] {
    if (this.ended.length === 0) return NONE;
    const taken = this.ended;
    this.ended = [];
    return taken;
  }

  addLine(line: string): void {
    if (this.fence === null && !this.inTable && BLOCK_TEXT.test(line)) {
      this.lines.push(line);
      return;
    }
    if (this.fence === null && line === '') {
      this.endPassage();
      this.inTable = false;
      return;
    }
    QUOTES.lastIndex = 0;
    const start = QUOTES.exec(line)?.[0].length ?? 0;
    const rest = line.slice(start).trimEnd();
    if (this.fence === null) this.addMarked(rest);
    else if (closesFence(rest, this.fence)) {
      this.endPassage();
      this.fence = null;
    } else this.lines.push(line);
  }

  private addMarked(rest: string): void {
    const fence = FENCE.exec(rest)?.[0];
    if (fence !== undefined) {
      this.endPassage();
      this.fence = fence;
      return;
    }
    OPENINGS.lastIndex = 0;
    const opening = OPENINGS.exec(rest)?.[0] ?? '';
    const isHidden = /^[-=*_|:[]/.test(rest) && isNoText(rest);
    if (rest === '' || opening !== '' || isHidden) this.endPassage();
    this.inTable = rest !== '' && (this.inTable || (isDelimiterRow(rest) && rest.includes('|', 1)));
    const isRow = rest.startsWith('|');
    const text = rest.slice(opening.length);
    const words = isRow || this.inTable ? text.replaceAll('|', ' ').trim() : text;
    if (words !== '' && !isHidden) this.lines.push(words);
    // A heading is one line, and so is a row of a table.
    if (isRow || opening.includes('#')) this.endPassage();
  }

  /** What was gathered is a passage. */
  endPassage(): void {
    const isCode = this.fence !== null;
    const text = this.lines.join('\n');
    this.lines = [];
    const source = isCode ? text : text.trim();
    if (source !== '') this.ended.push({ source, isCode });
  }
}

/** The words of a picture that stands alone; `null` for other text. */
export function figureCaption(source: string): string | null {
  if (!source.startsWith('![') || source.length > LONGEST_FIGURE || !source.endsWith(')'))
    return null;
  const match = FIGURE.exec(source);
  if (match === null) return null;
  const [, alt = '', double, single, bracketed] = match;
  // Text between two pictures on one line is no caption.
  if (/\]\([^)]*\).*!\[/s.test(alt)) return null;
  return double ?? single ?? bracketed ?? alt;
}
