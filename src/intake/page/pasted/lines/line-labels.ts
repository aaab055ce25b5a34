// What each line of a page is to the article: each pass labels lines, and none changes a label.

/** A line's part in the article, or why it has none. */
export type LineLabel =
  | { readonly kind: 'headline' | 'deck' | 'point' | 'fact' | 'paragraph' | 'subhead' | 'item' }
  | { readonly kind: 'caption'; readonly caption: string; readonly credit: string | null }
  | { readonly kind: 'dropped'; readonly why: string };

/** The labels of a page's lines, by their places, added pass by pass. */
export class LineLabels extends Map<number, LineLabel> {
  /** Labels a line, unless it is labelled. */
  override set(line: number, label: LineLabel): this {
    return this.has(line) ? this : super.set(line, label);
  }

  drop(line: number, why: string): void {
    this.set(line, { kind: 'dropped', why });
  }
}
