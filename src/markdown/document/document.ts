// The parsed body: the blocks every printer of an article starts from.
import type { Figure } from '../../core/article/article.ts';
import type { Inline } from './inline.ts';

export type Alignment = 'left' | 'center' | 'right' | null;

export interface ListItem {
  /** The box of a task; `null` where there is none. */
  readonly checked: boolean | null;
  readonly blocks: readonly Block[];
}

export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  /** The first number of an ordered list. */
  readonly start: number;
  /** Items are set apart by blank lines. */
  readonly loose: boolean;
  readonly items: readonly ListItem[];
}

export interface Code {
  readonly type: 'code';
  readonly language: string | null;
  /** Lines as written, tabs included, without the last newline. */
  readonly text: string;
}

export interface Table {
  readonly type: 'table';
  /** One a column. */
  readonly alignments: readonly Alignment[];
  readonly header: readonly Inline[];
  /** Each row as long as the header. */
  readonly rows: readonly (readonly Inline[])[];
}

export interface FigureBlock extends Figure {
  readonly type: 'figure';
}

/** A heading is of level 1 to 6. */
export type Block =
  | { readonly type: 'paragraph'; readonly content: Inline }
  | { readonly type: 'heading'; readonly level: number; readonly content: Inline }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | { readonly type: 'rule' }
  | List
  | Code
  | Table
  | FigureBlock;

export interface Document {
  readonly blocks: readonly Block[];
}

/** Every block in the order of the text, containers before what they hold. */
export function walkBlocks(blocks: readonly Block[], visit: (block: Block) => void): void {
  for (const block of blocks) {
    visit(block);
    if (block.type === 'quote') walkBlocks(block.blocks, visit);
    if (block.type === 'list') for (const item of block.items) walkBlocks(item.blocks, visit);
  }
}

/** The inline content of one block itself, not of the blocks in it, in the order of the text. */
export function visitInlines(block: Block, visit: (inline: Inline) => void): void {
  if (block.type === 'paragraph' || block.type === 'heading') visit(block.content);
  if (block.type === 'table') for (const row of [block.header, ...block.rows]) row.forEach(visit);
}
