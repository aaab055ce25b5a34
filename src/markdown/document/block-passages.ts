// The passages of parsed blocks, by the block of the body that each stands in.

import type { Passage } from '../source/body-passages.ts';
import { type Block, type Document, visitInlines, walkBlocks } from './document.ts';
import { inlineText } from './inline.ts';

/** A passage and its place. */
export interface PlacedPassage extends Passage {
  /** The top-level block it stands in, from 0. */
  readonly paragraph: number;
}

/** The passages of a document, in its order. */
export function documentPassages({ blocks }: Document): readonly PlacedPassage[] {
  return blocks.flatMap((block, paragraph) =>
    blockPassages(block).map((passage) => ({ ...passage, paragraph })),
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
