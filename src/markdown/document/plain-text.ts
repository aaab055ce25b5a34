// The body's plain text: what a script, a search and a word count read.

import type { Block, Document } from './document.ts';
import { inlineText } from './inline.ts';

/** Paragraphs set apart by a blank line, not wrapped, without captions and without markup. */
export function plainText(document: Document): string {
  return blocksText(document.blocks, '\n\n');
}

function blocksText(blocks: readonly Block[], between: string): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join(between);
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
      return block.items
        .map((item) => blocksText(item.blocks, between))
        .filter((text) => text !== '')
        .join(between);
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
