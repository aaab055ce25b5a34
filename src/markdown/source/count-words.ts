// Counts words: of plain text, and of Markdown source in one pass, without parsing it.
import type { Article } from '../../core/article/article.ts';
import { unitTable } from '../../core/unit-table.ts';
import { eachPassage, figureCaption } from './source-passages.ts';

/** Words a minute, and CJK characters a minute. */
const WORDS_A_MINUTE = 230;
const CJK_A_MINUTE = 450;

/** Targets of links, tags (not autolinks), no-break spaces, a heading's closing marks. */
const NOT_WORDS =
  /(\])(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])|<\/?[a-zA-Z][a-zA-Z0-9-]*(?:[\s/][^<>]*)?>|&nbsp;/g;
const MAY_HOLD_MARKUP = /\]|<|&nbsp;/;

/** Counts the words of an article's text: as whitespace runs of `plainText` on ordinary prose. */
export function countWords(markdown: string) {
  let words = 0;
  let cjk = 0;
  eachPassage(markdown, (source, isCode) => {
    if (!isCode && figureCaption(source) !== null) return;
    // A link's text goes on after its target; a tag parts words.
    const text =
      !isCode && MAY_HOLD_MARKUP.test(source)
        ? source.replace(NOT_WORDS, (_, bracket: string | undefined) => bracket ?? ' ')
        : source;
    const counted = countRuns(text);
    words += counted.words;
    cjk += counted.cjk;
  });
  return { words, cjk };
}

/** Minutes as the source states them, else words / 230 + CJK characters / 450, at least 1. */
export function readingMinutes(article: Article): number {
  if (article.readingMinutes !== null) return article.readingMinutes;
  const { words, cjk } = countWords(article.markdown);
  return Math.max(1, Math.round((words - cjk) / WORDS_A_MINUTE + cjk / CJK_A_MINUTE));
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

const SPACE = 1;
const CJK = 2;

/** What `\s` matches. */
const SPACES = '09-0d 20 a0 1680 2000-200a 2028-2029 202f 205f 3000 feff';
/** Han, kana and their iteration and length marks; for planes 2 and 3 the high surrogates. */
const CJK_UNITS =
  '3005-3007 3041-3096 309d-309e 30a1-30fa 30fc-30fe 31f0-31ff 3400-4dbf 4e00-9fff ' +
  'd840-d888 f900-faff ff66-ff9f';
const UNIT_KINDS = unitTable(SPACES, CJK_UNITS);

/**
 * Counts whitespace-separated runs; in a run with CJK characters each of these is one, and so is
 * every run of other letters or digits between them.
 * @returns `cjk` is how many of the words are one CJK character (Han and kana)
 */
export function countRuns(text: string) {
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
