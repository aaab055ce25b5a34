// What every block is set with: the measure, the roles around it, and the inline printer.
import type { Role } from '../../text/line.ts';
import type { WordCache } from '../../text/text-units.ts';
import type { InlinePrinter } from './inline-printer.ts';

/** Where a block stands on the page. */
export interface Layout {
  /** Columns; `Infinity` where nothing is wrapped. */
  readonly width: number;
  /** The roles around the block, outermost first. */
  readonly roles: readonly Role[];
  /** Bulleted lists around the block. */
  readonly depth: number;
  readonly inline: InlinePrinter;
  /** The words the page has measured so far. */
  readonly words: WordCache;
}

/** Columns that text must be left with before an indent or a bar is given up. */
export const NARROWEST = 8;
