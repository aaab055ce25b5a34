// Counts words: of plain text, and of Markdown source in one pass, without parsing it.

import type { Article } from '../../core/article/article.ts';
import {
  BLOCK_TEXT,
  closesFence,
  eachLine,
  FENCE,
  isDelimiterRow,
  isNoText,
  withoutComments,
} from './source-lines.ts';

export interface WordCount {
  /** Runs without white space, each CJK character (Han and kana) being one. */
  readonly words: number;
  /** The CJK characters among them. */
  readonly cjk: number;
}

/** Words a minute, and CJK characters a minute. */
const WORDS_A_MINUTE = 230;
const CJK_A_MINUTE = 450;

/** Quote marks, list markers, task boxes and heading marks at the start of a line. */
const MARKERS =
  /[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:>[ \t]*)*)*(?:\[[ xX]\][ \t]+)?(?:#{1,6}(?:[ \t]+|$))?/y;
const MAY_BE_NO_TEXT = /[-=*_|:[!]/y;
/** Targets of links, tags (not autolinks), no-break spaces, a heading's closing marks. */
const NOT_WORDS =
  /(\])(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])|<\/?[a-zA-Z][a-zA-Z0-9-]*(?:[\s/][^<>]*)?>|&nbsp;/g;
const MAY_HOLD_MARKUP = /\]|<|&nbsp;/;

/** Counts the words of an article's text: as whitespace runs of `plainText` on ordinary prose. */
export function countWords(markdown: string): WordCount {
  const counter = new SourceCounter();
  eachLine(withoutComments(markdown), (line) => counter.addLine(line));
  return { words: counter.words, cjk: counter.cjk };
}

/** Minutes as the source states them, else words / 230 + CJK characters / 450, at least 1. */
export function readingMinutes(article: Article): number {
  if (article.readingMinutes !== null) return article.readingMinutes;
  const { words, cjk } = countWords(article.markdown);
  return Math.max(1, Math.round((words - cjk) / WORDS_A_MINUTE + cjk / CJK_A_MINUTE));
}

/** Walks the lines of one source and knows whether it is inside code or a table. */
class SourceCounter {
  words = 0;
  cjk = 0;
  private fence: string | null = null;
  private inTable = false;

  addLine(line: string): void {
    if (this.fence === null && BLOCK_TEXT.test(line)) {
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
    if (closesFence(rest, this.fence)) this.fence = null;
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
    // A link's text goes on after its target; a tag parts words.
    const words = MAY_HOLD_MARKUP.test(rest)
      ? rest.replace(NOT_WORDS, (_, bracket: string | undefined) => bracket ?? ' ')
      : rest;
    this.add(this.inTable || rest.startsWith('|') ? words.replaceAll('|', ' ') : words);
  }

  private add(text: string): void {
    const { words, cjk } = countRuns(text);
    this.words += words;
    this.cjk += cjk;
  }
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const SPACE = 1;
const CJK = 2;

/** First and last of UTF-16 units. */
type UnitRanges = readonly (readonly [first: number, last: number])[];

/** What `\s` matches. */
const SPACES: UnitRanges = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];
/** Han, kana and their iteration and length marks; for planes 2 and 3 the high surrogates. */
const CJK_UNITS: UnitRanges = [
  [0x3005, 0x3007],
  [0x3041, 0x3096],
  [0x309d, 0x309e],
  [0x30a1, 0x30fa],
  [0x30fc, 0x30fe],
  [0x31f0, 0x31ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xd840, 0xd888],
  [0xf900, 0xfaff],
  [0xff66, 0xff9f],
];
const UNIT_KINDS = new Uint8Array(0x10000);
for (const [first, last] of SPACES) UNIT_KINDS.fill(SPACE, first, last + 1);
for (const [first, last] of CJK_UNITS) UNIT_KINDS.fill(CJK, first, last + 1);

/**
 * Counts whitespace-separated runs; in a run with CJK characters each of these is one, and so is
 * every run of other letters or digits between them.
 */
export function countRuns(text: string): WordCount {
  let words = 0;
  let cjk = 0;
  let solid = false;
  for (let index = 0; index <= text.length; index += 1) {
    const start = index;
    let kind = unitKind(text, index);
    while (kind === 0) {
      index += 1;
      kind = unitKind(text, index);
    }
    solid ||= kind === CJK;
    if (index > start && (!solid || LETTER_OR_DIGIT.test(text.slice(start, index)))) words += 1;
    if (kind === CJK) cjk += 1;
    else solid = false;
  }
  return { words: words + cjk, cjk };
}

/** The end of the text parts words as a space does. */
function unitKind(text: string, at: number): number {
  return at < text.length ? (UNIT_KINDS[text.charCodeAt(at)] ?? 0) : SPACE;
}
