// What words are looked for in an article's body: its passages, read off the source in one pass.
import { decodeHTMLStrict } from 'entities/decode';
import { addPassage, countWords } from './count-words.ts';
import { htmlInlineText } from './html-text.ts';
import { withoutComments } from './source-lines.ts';
import { eachPassage, figureCaption } from './source-passages.ts';

/** A text that belongs together: no phrase reaches over its end. */
export interface Passage {
  /** Without markup, targets of links and what no reader sees; lines end where the source's do. */
  readonly text: string;
  /** A caption with its credit; else a paragraph, heading, list item, row of a table, or code. */
  readonly isCaption: boolean;
}

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
/**
 * Reads the texts of a body. It is no parser: on ordinary prose it finds the words that
 * `parseMarkdown` does, at a tenth of its cost.
 */
export function bodyPassages(markdown: string) {
  const passages: Passage[] = [];
  const counted = { words: 0, cjk: 0 };
  let hasFigure = false;
  const bare = withoutComments(markdown);
  const shown = bare.includes('<') ? bare.replace(UNSHOWN, ' ') : bare;
  eachPassage(shown, (source, isCode) => {
    const caption = isCode ? null : figureCaption(source);
    hasFigure ||= caption !== null;
    if (caption === null) addPassage(counted, source, isCode);
    const text = isCode ? source : proseText(caption ?? source);
    if (text !== '') passages.push({ text, isCaption: caption !== null });
  });
  // Hidden parts count as words where words are counted alone.
  return { passages, hasFigure, counted: shown === bare ? counted : countWords(markdown) };
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
