// Which lines of a source are code, as its blocks are read.
import { tryOr } from '../../core/try-or.ts';
import { BoundedLexer } from './bounded-lexer.ts';
import { markdownEnd } from './parse-markdown.ts';

/** The numbers, from 0, of lines in a block of code, and of those behind a `<pre>` of their block. */
export function codeLines(markdown: string): ReadonlySet<number> {
  const text = markdown.replaceAll('\r\n', '\n');
  const source = text.slice(0, markdownEnd(text));
  const found = new Set<number>();
  let at = 0;
  // What marked cannot read at all is no code.
  for (const { type, raw } of tryOr(() => new BoundedLexer(source).blockTokens(source), [])) {
    const lines = raw.split('\n');
    let isCode = type === 'code';
    for (const [index, line] of lines.entries()) {
      if (isCode && line !== '') found.add(at + index);
      for (const [, end] of line.matchAll(/<(\/?)pre\b/gi)) isCode = type === 'code' || end === '';
    }
    at += lines.length - 1;
  }
  return found;
}
