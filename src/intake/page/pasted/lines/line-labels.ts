// What each line of a page is to the article: each pass labels lines, and none changes a label.
import type { Dropped } from '../../../draft.ts';
import type { SeenLine } from './classify-lines.ts';

/** A line's part in the article, or why it has none. */
export type LineLabel =
  | { readonly kind: 'headline' | 'deck' | 'point' | 'fact' | 'paragraph' | 'subhead' | 'item' }
  | { readonly kind: 'caption'; readonly caption: string; readonly credit: string | null }
  | { readonly kind: 'dropped'; readonly why: string };

/** The labels of a page's lines, added pass by pass. */
export class LineLabels {
  readonly #roles: (LineLabel | null)[];

  constructor(count: number) {
    this.#roles = Array<LineLabel | null>(count).fill(null);
  }

  at(line: number): LineLabel | null {
    return this.#roles[line] ?? null;
  }

  has(line: number): boolean {
    return this.at(line) !== null;
  }

  /** Labels a line, unless it is labelled. */
  set(line: number, role: LineLabel): void {
    this.#roles[line] ??= role;
  }

  drop(line: number, why: string): void {
    this.set(line, { kind: 'dropped', why });
  }

  /** The lines of one part, in order. */
  of(kind: LineLabel['kind'], lines: readonly SeenLine[]): readonly SeenLine[] {
    return lines.filter((_, at) => this.at(at)?.kind === kind);
  }

  dropped(lines: readonly SeenLine[]): readonly Dropped[] {
    const dropped: Dropped[] = [];
    for (const [at, { text }] of lines.entries()) {
      const role = this.at(at);
      if (role?.kind === 'dropped') dropped.push({ text, why: role.why });
    }
    return dropped;
  }
}
