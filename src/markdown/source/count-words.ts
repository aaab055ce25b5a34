// Counting words in Markdown source in one pass, without parsing it.

import type { Article } from '../../core/article/article.ts';
import { countRuns, type WordCount } from './count-runs.ts';
import { isDelimiterRow, isNoText } from './no-text.ts';

/** Words a minute, and CJK characters a minute. */
const WORDS_A_MINUTE = 230;
const CJK_A_MINUTE = 450;

/** Quote marks, list markers, task boxes and heading marks at the start of a line. */
const MARKERS =
  /[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:>[ \t]*)*)*(?:\[[ xX]\][ \t]+)?(?:#{1,6}(?:[ \t]+|$))?/y;
/** No mark of a block begins with one. */
const LETTER = /^[a-zA-Z\u0080-\uffff]/;
const FENCE = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const MAY_BE_NO_TEXT = /[-=*_|:[!]/y;
/** Targets of links, tags (not autolinks), no-break spaces, a heading's closing marks. */
const NOT_WORDS =
  /(\])(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])|<\/?[a-zA-Z][a-zA-Z0-9-]*(?:[\s/][^<>]*)?>|&nbsp;/g;
const MAY_HOLD_MARKUP = /\]|<|&nbsp;/;
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

/** Counts the words of an article's text: as whitespace runs of `plainText` on ordinary prose. */
export function countWords(markdown: string): WordCount {
  const counter = new SourceCounter();
  const source = markdown.includes('<!--') ? markdown.replace(COMMENT, '') : markdown;
  for (let start = 0; start < source.length; ) {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    counter.addLine(source.slice(start, end));
    start = end + 1;
  }
  return { words: counter.words, cjk: counter.cjk };
}

/** Minutes as the source states them, else words / 230 + CJK characters / 450, at least 1. */
export function readingMinutes(article: Article): number {
  if (article.readingMinutes !== null) return article.readingMinutes;
  const { words, cjk } = countWords(article.markdown);
  return Math.max(1, Math.round((words - cjk) / WORDS_A_MINUTE + cjk / CJK_A_MINUTE));
}

/** A link's text goes on after its target; a tag parts words. */
function keepBracket(_: string, bracket: string | undefined): string {
  return bracket ?? ' ';
}

/** Walks the lines of one source and knows whether it is inside code or a table. */
class SourceCounter {
  words = 0;
  cjk = 0;
  private fence: string | null = null;
  private inTable = false;

  addLine(line: string): void {
    if (this.fence === null && LETTER.test(line)) {
      this.addProse(line);
      return;
    }
    MARKERS.lastIndex = 0;
    const rest = line.slice(MARKERS.exec(line)?.[0].length ?? 0);
    const fence =
      rest.startsWith('```') || rest.startsWith('~~~') ? FENCE.exec(rest)?.[0] : undefined;
    if (this.fence !== null) this.addCode(line, rest.trimEnd());
    else if (fence !== undefined) this.fence = fence;
    else this.addText(rest);
  }

  private addCode(line: string, rest: string): void {
    const closes = this.fence !== null && rest.startsWith(this.fence) && !/[^`~]/.test(rest);
    if (closes) this.fence = null;
    else this.add(line);
  }

  private addText(rest: string): void {
    if (rest.trim() === '') this.inTable = false;
    MAY_BE_NO_TEXT.lastIndex = 0;
    if (MAY_BE_NO_TEXT.test(rest) && isNoText(rest)) {
      this.inTable ||= isDelimiterRow(rest) && rest.includes('|', 1);
      return;
    }
    this.addProse(rest);
  }

  private addProse(rest: string): void {
    const words = MAY_HOLD_MARKUP.test(rest) ? rest.replace(NOT_WORDS, keepBracket) : rest;
    this.add(this.inTable || rest.startsWith('|') ? words.replaceAll('|', ' ') : words);
  }

  private add(text: string): void {
    const { words, cjk } = countRuns(text);
    this.words += words;
    this.cjk += cjk;
  }
}
