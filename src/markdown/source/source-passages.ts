// A Markdown source cut into its passages in one pass, without parsing it.
import {
  BLOCK_TEXT,
  closesFence,
  eachLine,
  FENCE,
  isDelimiterRow,
  isNoText,
  withoutComments,
} from './source-lines.ts';

/** Quote marks, then list markers, task boxes and heading marks at the start of a line. */
const QUOTES = /[ \t]*(?:>[ \t]*)*/y;
const OPENINGS =
  /(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:>[ \t]*)*)+(?:\[[ xX]\][ \t]+)?(?:#{1,6}(?:[ \t]+|$))?|#{1,6}(?:[ \t]+|$)/y;

/** A picture alone: its alt text, and its title in one of three kinds of quotes. */
const FIGURE =
  /^!\[([\s\S]*)\]\(\s*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"([\s\S]*)"|'([\s\S]*)'|\(([\s\S]*)\)))?\s*\)$/;
/** No caption is longer; it bounds the time that a flood of brackets takes. */
const LONGEST_FIGURE = 10_000;

/** Takes a passage as it is written, but for the marks that its lines begin with. */
export type OnPassage = (source: string, isCode: boolean) => void;

/** Hands on the passages of a source in their order; none is empty. */
export function eachPassage(markdown: string, onPassage: OnPassage): void {
  const reader = new PassageReader(onPassage);
  eachLine(withoutComments(markdown), (line) => reader.addLine(line));
  reader.endPassage();
}

/** Walks the lines of one source and knows whether it is inside code or a table. */
class PassageReader {
  private readonly onPassage: OnPassage;
  private lines: string[] = [];
  private fence: string | null = null;
  private inTable = false;

  constructor(onPassage: OnPassage) {
    this.onPassage = onPassage;
  }

  addLine(line: string): void {
    if (this.fence === null && !this.inTable && BLOCK_TEXT.test(line)) {
      this.lines.push(line);
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

  /** Hands on what was gathered. */
  endPassage(): void {
    const isCode = this.fence !== null;
    const text = this.lines.join('\n');
    this.lines = [];
    const source = isCode ? text : text.trim();
    if (source !== '') this.onPassage(source, isCode);
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
