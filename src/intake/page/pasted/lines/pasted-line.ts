// The lines of a paste: what stands between two line ends, without marks of lists; a table is one.
import { cleanText } from '../../../../core/clean.ts';
import { countMatches } from '../../../../core/count.ts';
import { blockAt } from './paste-blocks.ts';

/** One line of a page, a whole paragraph where the paste was not cut to a width. */
export interface PastedLine {
  /** White space collapsed, never empty. */
  readonly text: string;
  /** Whether a blank line stands before it. */
  readonly gap: boolean;
  /** Whether a bullet stood before it. */
  readonly bullet: boolean;
  /** Of a table or code, whose rows are the text: what it is in the article. */
  readonly block: string | null;
}

const BULLET = /^\s*(?:[•●▪■◦‣∙○◆◼⁃]\s*|[*–-]\s+)(?=\S)/u;

/** Most lines that are read; a page has some hundred. */
const MOST_LINES = 200_000;

/** Splits clean text into lines; blank ones are kept as the next line's `gap`. */
export function readLines(text: string): readonly PastedLine[] {
  const lines: PastedLine[] = [];
  const raw = text.split('\n', MOST_LINES);
  let gap = true;
  for (let at = 0, next = 0; at < raw.length; at = next) {
    const block = blockAt(raw, at, gap);
    next = at + (block?.length ?? 1);
    const row = raw.slice(at, next).join(' ').replaceAll('\t', ' ');
    const bullet = block === null ? (BULLET.exec(row)?.[0] ?? '') : '';
    const content = row.slice(bullet.length).replace(/ {2,}/g, ' ').trim();
    if (content !== '')
      lines.push({ text: content, gap, bullet: bullet !== '', block: block?.markdown ?? null });
    gap = content === '';
  }
  return lines;
}

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]/;
const WIDE_ALL = new RegExp(WIDE, 'g');

/** Whether a text has Chinese, Japanese or Korean characters in it. */
export function isWide(text: string): boolean {
  return WIDE.test(text);
}

/** A text's length in Latin letters: a Chinese or Japanese character is two and a half. */
export function weightOf(text: string): number {
  if (!isWide(text)) return text.length;
  const wide = text.length > 4000 ? text.length / 2 : countMatches(text, WIDE_ALL);
  return text.length + wide * 1.5;
}

const SENTENCE_END = /(?:[.!?…。！？؟।]["'”’»«“」』)\]）]*|,["”’])$/u;
const INNER_END = /[.!?…]["'”’»)]?\s+["'“‘«(]?[\p{Lu}\p{Lo}\d]|[。！？][^\s」』]/u;

/** Whether a text ends as a sentence does, or as a quote that goes on behind its mark. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** Whether one sentence ends and another begins within a text. */
export function hasSentences(text: string): boolean {
  return INNER_END.test(text.slice(0, 2000));
}

/** Spaces that are not U+0020; a tab, which parts cells and labels, is none yet. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;
/**
 * What is there for a browser only: soft hyphens, zero-width spaces and joiners of words, object
 * replacement marks, and the private use area, where icon fonts keep their pictures.
 */
const UNSEEN = /[\u00ad\u200b\u2060\ufffc\ue000-\uf8ff]/g;

/** Cleans a paste of controls, odd spaces and invisible characters; lines stay as they are. */
export function normalisePaste(text: string): string {
  return cleanText(text).replace(SPACES, ' ').replace(UNSEEN, '');
}
