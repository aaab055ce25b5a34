// Counts the words of Markdown source in one pass, without parsing it, and the time to read them.
import type { Article } from '../../core/article/article.ts';
import { countRuns, type WordCount } from './count-runs.ts';
import { figureCaption, type SourcePassage, sourcePassages } from './source-passages.ts';

/** Words a minute, and CJK characters a minute. */
const WORDS_A_MINUTE = 230;
const CJK_A_MINUTE = 450;

/** Targets of links, tags (not autolinks), no-break spaces, a heading's closing marks. */
const NOT_WORDS =
  /(\])(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])|<\/?[a-zA-Z][a-zA-Z0-9-]*(?:[\s/][^<>]*)?>|&nbsp;/g;
const mayHoldMarkup = (text: string): boolean =>
  text.includes(']') || text.includes('<') || text.includes('&nbsp;');

/** Counts the words of an article's text: as whitespace runs of `plainText` on ordinary prose. */
export function countWords(markdown: string): WordCount {
  const all = { words: 0, cjk: 0 };
  for (const passage of sourcePassages(markdown)) {
    if (passage.isCode || figureCaption(passage.source) === null) addPassage(all, passage);
  }
  return all;
}

export function addPassage(
  all: { words: number; cjk: number },
  { source, isCode }: SourcePassage,
): void {
  // A link's text goes on after its target; a tag parts words.
  const text =
    !isCode && mayHoldMarkup(source)
      ? source.replace(NOT_WORDS, (_, bracket: string | undefined) => bracket ?? ' ')
      : source;
  const { words, cjk } = countRuns(text);
  all.words += words;
  all.cjk += cjk;
}

/** Minutes as the source states them, else words / 230 + CJK characters / 450, at least 1. */
export function readingMinutes(article: Article): number {
  if (article.readingMinutes !== null) return article.readingMinutes;
  return minutesFor(countWords(article.markdown));
}

export function minutesFor({ words, cjk }: WordCount): number {
  return Math.max(1, Math.round((words - cjk) / WORDS_A_MINUTE + cjk / CJK_A_MINUTE));
}
