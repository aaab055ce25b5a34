// Markdown → blocks, through marked's lexer alone; hostile nesting is bounded, nothing throws.
import type { MarkedToken, Token, Tokens } from 'marked';
import type { Figure } from '../../core/article/article.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import { concatMap } from '../../core/concat-map.ts';
import { tryOr } from '../../core/try-or.ts';
import type { Alignment, Block, Document, List, Table } from '../document/document.ts';
import { documentFigures, parseFigure } from '../document/figures.ts';
import { type Inline, textInline } from '../document/inline.ts';
import { htmlParagraphs } from '../source/html-text.ts';
import { BoundedLexer } from './bounded-lexer.ts';
import { cleanInline, cleanProse, isMarkedToken } from './clean-inline.ts';
import { mayHaveFootnotes } from './footnotes.ts';
import { dropBlockId } from './note-blocks.ts';
import { numberFootnotes } from './number-footnotes.ts';

/** Ten megabytes of prose have fewer lines; a flood of more is read as text, to fit into memory. */
const MOST_LINES = 200_000;
/** They have fewer signs, too, that may begin a link, an emphasis or an entity. */
const MOST_SIGNS = 300_000;

/** Parses an article's body (GFM). Entities are decoded, then controls stripped, everywhere. */
export function parseMarkdown(markdown: string): Document {
  const text = cleanText(markdown);
  try {
    const end = markdownEnd(text);
    const tokens = new BoundedLexer(text).lex(text.slice(0, end));
    const notes = mayHaveFootnotes(text) ? numberFootnotes(tokens) : [];
    const blocks = toBlocks(tokens);
    if (notes.length > 0) blocks.push(...toNotes(notes, blocks.at(-1)));
    return { blocks: end < text.length ? [...blocks, ...plainParagraph(text.slice(end))] : blocks };
  } catch {
    // What marked cannot read at all is shown as it is written, paragraph by paragraph.
    return { blocks: text.split(/\n\s*\n/).flatMap(plainParagraph) };
  }
}

/** In UTF-16 units; what bounds the reading of longer texts depends on all of them. */
const SHORT = 100_000;
/** Paragraphs of a line, one after the other, that no picture is in, nor a comment's end: the same in any block. */
const PROSE = /(?<=^|\n\n)(?:(?![^\n]*(?:!\[|%%))[a-zA-Z\u00c0-\uffff][^\n<>]*(?:\n{2,}|\n?$))+/g;

/** The figures of a body, as those of its document: prose between them is not read. */
export function markdownFigures(markdown: string): readonly Figure[] {
  if (!markdown.includes('![')) return [];
  const source = markdown.length < SHORT ? markdown.replace(PROSE, 'x\n\n') : markdown;
  return documentFigures(parseMarkdown(source));
}

/** Where the words of the text end that are read as Markdown. */
function markdownEnd(text: string): number {
  const lines = endOfMatches(text, /\n/g, MOST_LINES);
  const signs = endOfMatches(text, /[[*_`<~\\:@&]/g, MOST_SIGNS);
  if (signs >= lines) return lines;
  const blank = Math.max(text.lastIndexOf(' ', signs - 1), text.lastIndexOf('\n', signs - 1));
  return blank > 0 ? blank : signs;
}

/** Where so many matches of a pattern for one character end; the text's end where it has fewer. */
function endOfMatches(text: string, pattern: RegExp, most: number): number {
  if (text.length < most) return text.length;
  for (let count = 0; pattern.test(text); ) {
    count += 1;
    if (count === most) return pattern.lastIndex;
  }
  return text.length;
}

function plainParagraph(text: string): Block[] {
  const line = cleanLine(text);
  return line === '' ? [] : [{ type: 'paragraph', content: textInline(line) }];
}

function toBlocks(tokens: readonly Token[]): Block[] {
  return concatMap(tokens, (token) => (isMarkedToken(token) ? toBlock(token) : []));
}

function toBlock(token: MarkedToken): readonly Block[] {
  switch (token.type) {
    case 'paragraph':
      dropBlockId(token.tokens);
      return paragraphBlocks(cleanInline(token.tokens));
    case 'text':
      dropBlockId(token.tokens);
      return paragraphBlocks(
        token.tokens ? cleanInline(token.tokens) : textInline(cleanProse(token.text)),
      );
    case 'heading': {
      const content = cleanInline(token.tokens);
      return content.tokens.length > 0 ? [{ type: 'heading', level: token.depth, content }] : [];
    }
    case 'blockquote': {
      const blocks = toBlocks(token.tokens);
      return blocks.length > 0 ? [{ type: 'quote', blocks }] : [];
    }
    case 'list':
      return [toList(token)];
    case 'code':
      return [{ type: 'code', language: language(token.lang), text: cleanText(token.text) }];
    case 'table':
      return [toTable(token)];
    case 'html':
      return htmlParagraphs(token.text).map(toParagraph);
    case 'hr':
      return [{ type: 'rule' }];
    default:
      return [];
  }
}

function paragraphBlocks(content: Inline): readonly Block[] {
  if (content.tokens.length === 0) return [];
  return [parseFigure(content) ?? { type: 'paragraph', content }];
}

function toParagraph(text: string): Block {
  const lines = text
    .split('\n')
    .flatMap((line) => [{ type: 'br', raw: '' } as const, ...textInline(line).tokens]);
  return { type: 'paragraph', content: { tokens: lines.slice(1) } };
}

function language(info: string | undefined): string | null {
  return cleanLine(cleanProse(info ?? '')).split(' ')[0] || null;
}

function toList(token: Tokens.List): List {
  return {
    type: 'list',
    ordered: token.ordered,
    start: token.start === '' ? 1 : token.start,
    loose: token.loose,
    items: token.items.map(({ task, checked, tokens }) => ({
      checked: task ? checked === true : null,
      blocks: toBlocks(tokens),
    })),
  };
}

/** The footnotes of a document, under a rule where nothing sets them apart. */
function toNotes(notes: readonly Token[][], above: Block | undefined): readonly Block[] {
  const items = notes.map((tokens) => ({ checked: null, blocks: toBlocks(tokens) }));
  const loose = items.some(({ blocks }) => blocks.length > 1);
  const list: List = { type: 'list', ordered: true, start: 1, loose, items };
  const isApart = above === undefined || above.type === 'rule' || above.type === 'heading';
  return isApart ? [list] : [{ type: 'rule' }, list];
}

function toTable(token: Tokens.Table): Table {
  const alignments: Alignment[] = token.align;
  const toRow = (cells: readonly Tokens.TableCell[]) =>
    alignments.map((_, index) => cleanInline(cells[index]?.tokens));
  return { type: 'table', alignments, header: toRow(token.header), rows: token.rows.map(toRow) };
}

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
