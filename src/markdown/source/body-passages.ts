// What words are looked for in an article's body: its passages, read off the source in one pass.
import { decodeHTMLStrict } from 'entities/decode';
import { htmlInlineText } from './html-text.ts';
import {
  BLOCK_TEXT,
  closesFence,
  eachLine,
  FENCE,
  isNoText,
  withoutComments,
} from './source-lines.ts';

/** A text that belongs together: no phrase reaches over its end. */
export interface Passage {
  /** Without markup, targets of links and what no reader sees; lines end where the source's do. */
  readonly text: string;
  /** A caption with its credit; else a paragraph, heading, list item, row of a table, or code. */
  readonly isCaption: boolean;
}

/** The texts of a body, in its order. */
export interface BodyTexts {
  readonly passages: readonly Passage[];
  readonly hasFigure: boolean;
}

/** Quote marks, then list markers, task boxes and heading marks at the start of a line. */
const QUOTES = /[ \t]*(?:>[ \t]*)*/y;
const OPENINGS =
  /(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:>[ \t]*)*)+(?:\[[ xX]\][ \t]+)?(?:#{1,6}(?:[ \t]+|$))?|#{1,6}(?:[ \t]+|$)/y;
const UNSHOWN = /<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const LINK = /!?\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g;
/** Behind a link whose text has brackets of its own. */
const TARGET = /\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])/g;
const TAG = /<\/?[a-zA-Z][a-zA-Z0-9-]*(?:[\s/][^<>]*)?>/g;
const ENTITY = /&#?\w{1,32};/g;
/** Emphasis inside a word. */
const INSIDE = /(?<=\p{L})(?:\*{1,3}|~~|`)(?=\p{L})/gu;
/** Emphasis and code around words; ` * ` and `2*3` are no markup. */
const EMPHASIS =
  /(?<![\\\p{L}\p{N}])[*_~`]{1,8}(?=[^\s*_~`])|(?<=[^\\\s*_~`])[*_~`]{1,8}(?![\p{L}\p{N}*_~`])/gu;
const MARKS = /[*_~`]/;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
const FIGURE =
  /^!\[([\s\S]*)\]\(\s*(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:"([\s\S]*)"|'([\s\S]*)'|\(([\s\S]*)\)))?\s*\)$/;
/** No caption is longer; it bounds the time that a flood of brackets takes. */
const LONGEST_FIGURE = 10_000;

/**
 * Reads the texts of a body. It is no parser: on ordinary prose it finds the words that
 * `parseMarkdown` does, at a tenth of its cost.
 */
export function bodyPassages(markdown: string): BodyTexts {
  const reader = new SourceReader();
  const source = withoutComments(markdown);
  eachLine(source.includes('<') ? source.replace(UNSHOWN, ' ') : source, (line) =>
    reader.addLine(line),
  );
  reader.endPassage();
  return reader;
}

/** Walks the lines of one source and knows whether it is inside code. */
class SourceReader implements BodyTexts {
  readonly passages: Passage[] = [];
  hasFigure = false;
  private lines: string[] = [];
  private fence: string | null = null;

  addLine(line: string): void {
    if (this.fence === null && BLOCK_TEXT.test(line)) {
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
    const isEnd = rest === '' || opening !== '' || isHidden(rest);
    if (isEnd) this.endPassage();
    const isRow = rest.startsWith('|');
    const text = isRow ? rest.replaceAll('|', ' ').trim() : rest.slice(opening.length);
    if (text !== '' && !isHidden(rest)) this.lines.push(text);
    // A heading is one line, and so is a row of a table.
    if (isRow || opening.includes('#')) this.endPassage();
  }

  /** Takes what was gathered as a passage of its own. */
  endPassage(): void {
    const isCode = this.fence !== null;
    const text = this.lines.join('\n');
    this.lines = [];
    const source = isCode ? text : text.trim();
    const caption = !isCode && source.startsWith('![') ? figureCaption(source) : null;
    this.hasFigure ||= caption !== null;
    this.addPassage(isCode ? source : proseText(caption ?? source), caption !== null);
  }

  private addPassage(text: string, isCaption: boolean): void {
    if (text !== '') this.passages.push({ text, isCaption });
  }
}

/** A rule, an underline, a link's definition; a figure is text. */
function isHidden(line: string): boolean {
  return /^[-=*_|:[]/.test(line) && isNoText(line);
}

/** The words of a picture that stands alone; `null` for other text. */
function figureCaption(source: string): string | null {
  if (source.length > LONGEST_FIGURE || !source.endsWith(')')) return null;
  const match = FIGURE.exec(source);
  if (match === null) return null;
  const [, alt = '', double, single, bracketed] = match;
  // Text between two pictures on one line is no caption.
  if (/\]\([^)]*\).*!\[/s.test(alt)) return null;
  return double ?? single ?? bracketed ?? alt;
}

/** A passage as a reader sees it. */
function proseText(source: string): string {
  let text = source;
  if (text.includes('](') || text.includes('][')) {
    text = text.replace(LINK, '$1').replace(TARGET, ']');
  }
  if (text.includes('<')) text = text.replace(TAG, htmlInlineText);
  if (MARKS.test(text)) text = text.replace(INSIDE, '').replace(EMPHASIS, '');
  if (text.includes('\\')) text = text.replace(ESCAPE, '$1');
  return text.includes('&') ? text.replace(ENTITY, (entity) => decodeHTMLStrict(entity)) : text;
}
