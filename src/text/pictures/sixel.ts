// DEC's sixel graphics: points in bands of six rows, colour by colour.
import type { Points } from './quadrants.ts';

/** Points in one column of a band. */
const BAND = 6;
/** Stands for a column without a point; the bits of its points are added, the topmost first. */
const NONE = 63;
/** Fewer alike are shorter as they are. */
const LEAST_REPEATED = 4;

/**
 * The command that shows points from the cursor on; what is beneath the last band's stays as it is.
 * @param points of at most 256 colours
 */
export function sixelImage({ bytes, width, height }: Points): string {
  const colors = new Map<number, number>();
  const indexes = new Uint8Array(width * height);
  for (let at = 0; at < indexes.length; at += 1) {
    const red = bytes[3 * at] ?? 0;
    const green = bytes[3 * at + 1] ?? 0;
    const blue = bytes[3 * at + 2] ?? 0;
    const color = (red << 16) | (green << 8) | blue;
    const index = colors.get(color) ?? colors.size;
    colors.set(color, index);
    indexes[at] = index;
  }
  const percent = (channel: number) => Math.round(((channel & 255) * 100) / 255);
  const palette = Array.from(colors, ([color, index]) => {
    const channels = [color >> 16, color >> 8, color].map(percent);
    return `#${index};2;${channels.join(';')}`;
  });
  const bands: string[] = [];
  for (let top = 0; top < height; top += BAND)
    bands.push(bandText(indexes.subarray(top * width, (top + BAND) * width), width));
  return `\x1bP0;1q"1;1;${width};${height}${palette.join('')}${bands.join('-')}\x1b\\`;
}

function bandText(indexes: Uint8Array, width: number): string {
  const masks: Uint8Array[] = [];
  for (let at = 0, column = 0, bit = 1; at < indexes.length; at += 1) {
    const index = indexes[at] ?? 0;
    masks[index] ??= new Uint8Array(width);
    const mask = masks[index];
    mask[column] = (mask[column] ?? 0) | bit;
    column += 1;
    if (column === width) [column, bit] = [0, 2 * bit];
  }
  // Of colours that are not in the band there is nothing.
  return masks.flatMap((mask, index) => `#${index}${maskText(mask)}`).join('$');
}

/** Up to the last point. */
function maskText(mask: Uint8Array): string {
  let text = '';
  const end = mask.findLastIndex((points) => points !== 0) + 1;
  for (let from = 0, to = 0; from < end; from = to) {
    while (to < end && mask[to] === mask[from]) to += 1;
    const sign = String.fromCharCode(NONE + (mask[from] ?? 0));
    text += to - from < LEAST_REPEATED ? sign.repeat(to - from) : `!${to - from}${sign}`;
  }
  return text;
}
