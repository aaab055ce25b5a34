// What each line of a page is to the article: each pass labels lines, and none changes a label.
import type { SeenLine } from './classify-lines.ts';

/** A line's part in the article, or why it has none. */
export type LineLabel =
  | { readonly kind: 'headline' | 'deck' | 'point' | 'fact' | 'paragraph' | 'subhead' | 'item' }
  | { readonly kind: 'caption'; readonly caption: string; readonly credit: string | null }
  | { readonly kind: 'dropped'; readonly why: string };

/** The labels of a page's lines, added pass by pass. */
export class LineLabels extends Map<SeenLine, LineLabel> {
  /** Labels a line, unless it is labelled. */
  override set(line: SeenLine, label: LineLabel): this {
    return this.has(line) ? this : super.set(line, label);
  }

  drop(line: SeenLine, why: string): void {
    this.set(line, { kind: 'dropped', why });
  }
}
