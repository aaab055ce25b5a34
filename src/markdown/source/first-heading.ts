// The first heading of a Markdown source, without parsing it.
import { cleanLine } from '../../core/clean.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ATX = /^ {0,3}#{1,6}(?=[ \t]|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** Lines that cannot be the text above an underline. */
const NO_PARAGRAPH = /^(?: {4}|\t| {0,3}(?:[>|]|[-*+][ \t]|\d+[.)][ \t]))/;
const TARGET = '\\((?:[^()]|\\([^()]*\\))*\\)';
const IMAGE = new RegExp(`!\\[([^[\\]]*)\\]${TARGET}`, 'g');
const LINK = new RegExp(`\\[([^[\\]]*)\\](?:${TARGET}|\\[[^[\\]]*\\])`, 'g');
const EMPHASIS = /(?<!\\)(\*{1,3}|_{1,3}|~~|`+)(?=\S)(.*?[^\s\\])\1/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
/** A heading stands near the top or is none for the article. */
const FURTHEST_LINE = 200;
/** UTF-16 units of a heading that are read; no headline has so many. */
const LONGEST_HEADING = 1000;

/** The text of the first ATX or underlined heading outside code; `null` where there is none. */
export function firstHeading(markdown: string): string | null {
  let fence: string | null = null;
  let above = '';
  for (const line of markdown.split('\n', FURTHEST_LINE)) {
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      above = '';
      continue;
    }
    const heading = headingText(line, above);
    if (heading !== null) return heading;
    above = NO_PARAGRAPH.test(line) ? '' : line;
  }
  return null;
}

function headingText(line: string, above: string): string | null {
  const sign = ATX.exec(line)?.[0];
  if (sign === undefined) return (UNDERLINE.test(line) && headingWords(above)) || null;
  return headingWords(withoutClosing(line.slice(sign.length).trim())) || null;
}

/** Drops the `#`s behind a heading, which are set apart from its text. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '#') end -= 1;
  return end === 0 || /[ \t]/.test(text.charAt(end - 1)) ? text.slice(0, end).trimEnd() : text;
}

function headingWords(text: string): string {
  const linkless = text.slice(0, LONGEST_HEADING).replace(IMAGE, '$1').replace(LINK, '$1');
  return cleanLine(linkless.replace(EMPHASIS, '$2').replace(ESCAPE, '$1'));
}
