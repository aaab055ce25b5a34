// The first heading of a Markdown source, without parsing it.

import { cleanLine } from '../core/clean.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ATX = /^ {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** Lines that cannot be the text above an underline. */
const NO_PARAGRAPH = /^(?: {4}|\t| {0,3}(?:[>|]|[-*+][ \t]|\d+[.)][ \t]))/;
const IMAGE = /!\[([^\]]*)\]\([^)]*\)/g;
const LINK = /\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g;
const EMPHASIS = /(?<!\\)(\*{1,3}|_{1,3}|~~|`+)(?=\S)(.*?[^\s\\])\1/g;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
/** A heading stands near the top or is none for the article. */
const FURTHEST_LINE = 200;

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
  const atx = ATX.exec(line);
  const text = atx ? (atx[1] ?? '') : UNDERLINE.test(line) ? above : '';
  return headingWords(text) || null;
}

/** Drops the inline marks a headline would otherwise show. */
function headingWords(text: string): string {
  return cleanLine(
    text.replace(IMAGE, '$1').replace(LINK, '$1').replace(EMPHASIS, '$2').replace(ESCAPE, '$1'),
  );
}
