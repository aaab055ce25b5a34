// What Ink draws its texts on, in the place of its own `output.js`, which makes an object of each cell.
import { lazyFor } from '../../core/lazy.ts';
import { displayWidth, graphemes, graphemeWidth } from '../../text/width.ts';

/** A sequence that takes no column (ECMA-48 §5.4 and §5.6), or the text up to the next one. */
const PART = /\x1b\[[\d;:?]*[ -/]*[@-~]|\x1b\][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|[^\x1b]+|\x1b/g;

/** Ink measures a row three times when it is new, and then once a frame. */
const MOST_REMEMBERED = 2000;

/** Columns of a text with sequences in it. */
export const columnsOf = lazyFor((text: string): number => {
  let columns = 0;
  for (const [part] of text.matchAll(PART)) if (part[0] !== '\x1b') columns += displayWidth(part);
  return columns;
}, MOST_REMEMBERED);

/**
 * The columns from `from` to `to` of a text. Every sequence stays, so that what is open at the cut is
 * closed after it; half of a wide character is a blank.
 */
export function sliceColumns(text: string, from: number, to: number): string {
  let column = 0;
  return text.replace(PART, (part) => {
    if (part.startsWith('\x1b')) return part;
    let kept = '';
    for (const grapheme of graphemes(part)) {
      const start = column;
      const end = column + graphemeWidth(grapheme);
      column = end;
      if (start >= from && end <= to) kept += grapheme;
      else kept += ' '.repeat(Math.max(0, Math.min(end, to) - Math.max(start, from)));
    }
    return kept;
  });
}

/** A row as far as it is written, and how many columns that takes. */
interface Row {
  text: string;
  columns: number;
}

/** Lays a text over what a row has between two columns. */
function layOver(row: Row, text: string, from: number, to: number): void {
  const gap = ' '.repeat(Math.max(0, from - row.columns));
  const before = row.columns <= from ? row.text + gap : sliceColumns(row.text, 0, from);
  const after = row.columns <= to ? '' : sliceColumns(row.text, to, row.columns);
  row.text = before + text + after;
  row.columns = Math.max(row.columns, to);
}

/** A part of the screen, without the column and the row after it; `undefined` does not bound it. */
export type Clip = Readonly<Record<'x1' | 'x2' | 'y1' | 'y2', number | undefined>>;

/** What Ink does to each line of a text, as for its looks. */
type Transformer = (line: string, index: number) => string;

/** A screen that Ink writes on: later texts lie over earlier ones, and nothing beyond its edges. */
export class InkOutput {
  readonly #width: number;
  readonly #rows: readonly Row[];
  readonly #clips: Clip[] = [];

  constructor({ width, height }: { readonly width: number; readonly height: number }) {
    this.#width = width;
    this.#rows = Array.from({ length: height }, () => ({ text: '', columns: 0 }));
  }

  /** Every sequence that a line opens it closes. */
  write(
    x: number,
    y: number,
    text: string,
    { transformers }: { readonly transformers: readonly Transformer[] },
  ): void {
    const { x1 = 0, x2 = this.#width, y1 = 0, y2 = this.#rows.length } = this.#clips.at(-1) ?? {};
    text.split('\n').forEach((line, index) => {
      const row = y + index >= y1 && y + index < y2 ? this.#rows[y + index] : undefined;
      if (row === undefined || line === '') return;
      const styled = transformers.reduce((part, transform) => transform(part, index), line);
      const end = x + columnsOf(styled);
      const from = Math.max(0, x1, x);
      const to = Math.min(this.#width, x2, end);
      const isWhole = from === x && to === end;
      if (from < to)
        layOver(row, isWhole ? styled : sliceColumns(styled, from - x, to - x), from, to);
    });
  }

  clip(clip: Clip): void {
    this.#clips.push(clip);
  }

  unclip(): void {
    this.#clips.pop();
  }

  /** What was written, row by row, without blanks at their ends. */
  get(): { readonly output: string; readonly height: number } {
    return {
      output: this.#rows.map(({ text }) => text.trimEnd()).join('\n'),
      height: this.#rows.length,
    };
  }
}
