// The plain text of a parsed body: whole for scripts and word counts, by passages for searches.
import type { Passage } from '../source/body-passages.ts';
import { type Block, type Document, visitInlines, walkBlocks } from './document.ts';
import { inlineText } from './inline.ts';

/** Paragraphs set apart by a blank line, not wrapped, without captions and without markup. */
export function plainText(document: Document): string {
  return blocksText(document.blocks, '\n\n');
}

function blocksText(blocks: readonly Block[], between: string): string {
  return joinTexts(blocks.map(blockText), between);
}

function joinTexts(texts: readonly string[], between: string): string {
  return texts.filter((text) => text !== '').join(between);
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'quote':
      return blocksText(block.blocks, '\n\n');
    case 'list': {
      const between = block.loose ? '\n\n' : '\n';
      const items = block.items.map((item) => blocksText(item.blocks, between));
      return joinTexts(items, between);
    }
    case 'code':
      return block.text;
    case 'table':
      return [block.header, ...block.rows]
        .map((row) => row.map(inlineText).join('\t').trim())
        .join('\n');
    case 'figure':
    case 'rule':
      return '';
    default:
      return block satisfies never;
  }
}

/** The passages of a document, in its order, each with its top-level block, from 0. */
export function documentPassages({ blocks }: Document) {
  return blocks.flatMap((block, paragraph) =>
    blockPassages(block).map((passage) => ({ paragraph, ...passage })),
  );
}

function blockPassages(outer: Block): readonly Passage[] {
  const passages: Passage[] = [];
  walkBlocks([outer], (block) => {
    if (block.type === 'figure') {
      const text = [block.caption, block.credit].filter(Boolean).join(' ');
      passages.push({ text, isCaption: true });
    }
    if (block.type === 'code') passages.push({ text: block.text, isCaption: false });
    visitInlines(block, (inline) => passages.push({ text: inlineText(inline), isCaption: false }));
  });
  return passages;
}
