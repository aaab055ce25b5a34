// The headline in the body: some files have it there as well.

import type { Block } from '../../markdown/document/document.ts';
import { inlineText } from '../../markdown/document/inline.ts';

/** Whether a body's first block is the headline that already stands above the body. */
export function isHeadline(block: Block, title: string): boolean {
  return block.type === 'heading' && inlineText(block.content).replaceAll('\n', ' ') === title;
}
