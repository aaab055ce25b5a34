// What words are looked for in an article's body: its passages, read off the source.
import { decodeHTMLStrict } from 'entities/decode';
import { lazy } from '../../core/lazy.ts';
import { htmlInlineText } from './html-text.ts';
import { figureCaption, type SourcePassage, sourcePassages } from './source-passages.ts';

/** A text that belongs together: no phrase reaches over its end. */
export interface Passage {
  /**
   * Without markup, targets of links and what no reader sees; lines end where the source's do. Of a
   * picture without a caption it is empty.
   */
  readonly text: string;
  /** A caption with its credit; else a paragraph, heading, list item, row of a table, or code. */
  readonly isCaption: boolean;
}

const LINK = /!?\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g;
/** Behind a link whose text has brackets of its own. */
const TARGET = /\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])/g;
const TAG = /<\/?[a-zA-Z][a-zA-Z0-9-]*(?:[\s/][^<>]*)?>/g;
const ENTITY = /&#?\w{1,32};/g;
/** Emphasis inside a word. */
const inside = lazy(() => /(?<=\p{L})(?:\*{1,3}|~~|`)(?=\p{L})/gu);
/** Emphasis and code around words; ` * ` and `2*3` are no markup. */
const emphasis = lazy(
  () =>
    /(?<![\\\p{L}\p{N}])[*_~`]{1,8}(?=[^\s*_~`])|(?<=[^\\\s*_~`])[*_~`]{1,8}(?![\p{L}\p{N}*_~`])/gu,
);
const MARKS = /[*_~`]/;
/** What has none of these is read as it is written. */
const MARKUP = /[*_~`[\]<\\&]/;
const ESCAPE = /\\([!-/:-@[-`{-~])/g;
/**
 * Reads the texts of a body as they are asked for. It is no parser: on ordinary prose it finds the
 * words that `parseMarkdown` does, at a tenth of its cost.
 */
export function* bodyPassages(markdown: string): Generator<Passage & SourcePassage> {
  for (const { source, isCode } of sourcePassages(markdown)) {
    const isPlain = isCode || !MARKUP.test(source);
    const caption = isPlain ? null : figureCaption(source);
    const text = isPlain ? source : proseText(caption ?? source);
    yield { source, isCode, text, isCaption: caption !== null };
  }
}

/** A passage as a reader sees it. */
function proseText(source: string): string {
  let text = source;
  if (text.includes('](') || text.includes('][')) {
    text = text.replace(LINK, '$1').replace(TARGET, ']');
  }
  if (text.includes('<')) text = text.replace(TAG, htmlInlineText);
  if (MARKS.test(text)) text = text.replace(inside(), '').replace(emphasis(), '');
  if (text.includes('\\')) text = text.replace(ESCAPE, '$1');
  return text.includes('&') ? text.replace(ENTITY, (entity) => decodeHTMLStrict(entity)) : text;
}
