// Points of a picture → cells: each of two colours, parted among its quarters.
import { type Color, type ColorDepth, cubeColor } from '../colors.ts';
import type { Span } from '../line.ts';

/** Points in rows from the top left, three bytes each: red, green, blue. */
export interface Points {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** By the quarters that have the first colour: 1 top left, 2 top right, 4 and 8 below them. */
const BLOCKS = ' ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█';

/** Colours that differ less, by the sum of squares, nobody tells apart. */
const SAME = 100;

/** Which of four by four cells get the higher step first (Bayer's order). */
const ORDER = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5] as const;

/** The rows of cells of a picture whose points are four to a cell. */
export function quadrantRows(points: Points, depth: ColorDepth): readonly (readonly Span[])[] {
  return Array.from({ length: points.height >> 1 }, (_, row) => {
    const spans: { text: string; sgr: string; roles: [] }[] = [];
    for (let column = 0; column < points.width >> 1; column += 1) {
      const { text, sgr } = cell(quarters(points, column, row), depth, column, row);
      const last = spans.at(-1);
      if (last?.sgr === sgr) last.text += text;
      else spans.push({ text, sgr, roles: [] });
    }
    return spans;
  });
}

function quarters({ bytes, width }: Points, column: number, row: number): readonly Color[] {
  return [0, 1, 2, 3].map((quarter) => {
    const at = 3 * ((2 * row + (quarter >> 1)) * width + 2 * column + (quarter & 1));
    return [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
  });
}

/** The two groups of quarters that differ least within themselves, each in its mean colour. */
function cell(colors: readonly Color[], depth: ColorDepth, column: number, row: number) {
  let best = { blocks: 0, error: spread(colors) };
  // The other half of the sixteen is the same with the two colours exchanged.
  for (let blocks = 1; blocks < 8 && best.error > SAME; blocks += 1) {
    const error = spread(groupOf(colors, blocks)) + spread(groupOf(colors, 15 - blocks));
    if (error < best.error) best = { blocks, error };
  }
  const { blocks } = best;
  const code = (group: number, ground: 38 | 48): string =>
    `${ground};${colorCode(mean(groupOf(colors, group)), depth, column, row)}`;
  const back = code(15 - blocks, 48);
  const sgr = blocks === 0 ? back : `${code(blocks, 38)};${back}`;
  return { text: BLOCKS[blocks] ?? ' ', sgr };
}

function groupOf(colors: readonly Color[], blocks: number): readonly Color[] {
  return colors.filter((_, quarter) => (blocks >> quarter) & 1);
}

function mean(colors: readonly Color[]): Color {
  const channel = (at: 0 | 1 | 2): number =>
    colors.reduce((sum, color) => sum + color[at], 0) / Math.max(1, colors.length);
  return [channel(0), channel(1), channel(2)];
}

/** The squares of how far colours are from their mean, together. */
function spread(colors: readonly Color[]): number {
  const [red, green, blue] = mean(colors);
  return colors.reduce(
    (sum, color) => sum + (color[0] - red) ** 2 + (color[1] - green) ** 2 + (color[2] - blue) ** 2,
    0,
  );
}

/** Parameters of SGR behind 38 or 48; few colours are mixed over neighbouring cells. */
function colorCode(color: Color, depth: ColorDepth, column: number, row: number): string {
  if (depth === 24) return `2;${color.map(Math.round).join(';')}`;
  const threshold = ((ORDER[4 * (row % 4) + (column % 4)] ?? 0) + 0.5) / 16;
  return `5;${cubeColor(color, threshold)}`;
}
