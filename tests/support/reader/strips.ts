// The strips of pictures on a screen, by what a program wrote to it.

/** A row that the painter writes, or the end of the screen that it erases, up to the next one. */
const PAINTED = /\x1b\[(\d+);1H\x1b\[0m\x1b\[(2K|J)([\s\S]*?)(?=\x1b\[\d+;\d+H)/g;
const STRIP = /\x1b7([\s\S]*?)\x1b8\x1b\[(\d+)C/;

/** A strip: what shows it, and its columns. */
export interface Strip {
  readonly image: string;
  readonly columns: number;
}

/** By their rows, from 1. */
export function stripsOnScreen(output: string): ReadonlyMap<number, Strip> {
  const strips = new Map<number, Strip>();
  for (const [, place, erased, painted = ''] of output.matchAll(PAINTED)) {
    const row = Number(place);
    if (erased === 'J') for (const below of strips.keys()) if (below >= row) strips.delete(below);
    const [, image, columns] = STRIP.exec(painted) ?? [];
    if (image === undefined) strips.delete(row);
    else strips.set(row, { image, columns: Number(columns) });
  }
  return new Map([...strips].toSorted(([one], [other]) => one - other));
}

/** The file in an inline image of iTerm2's. */
export function inlineFile({ image }: Strip): Buffer {
  return Buffer.from(/^\x1b\]1337;File=[^:]*:([^\x1b]*)\x1b\\$/.exec(image)?.[1] ?? '', 'base64');
}

/** Red, green and blue of each point in percent, of a strip in sixels; `null` where there is none. */
export function sixelPoints(image: string): readonly (readonly (string | null)[])[] {
  const [, wide, high, body = ''] = /^\x1bP0;1q"1;1;(\d+);(\d+)([^\x1b]*)\x1b\\$/.exec(image) ?? [];
  const points = Array.from({ length: Number(high) }, () =>
    new Array<string | null>(Number(wide)).fill(null),
  );
  const colors = new Map<string, string>();
  let [color, column, top] = ['', 0, 0];
  for (const [word, index, channels, count, sixel] of body.matchAll(
    /#(\d+)(?:;2;(\d+;\d+;\d+))?|(?:!(\d+))?([?-~])|[$-]/g,
  )) {
    if (index !== undefined && channels !== undefined) colors.set(index, channels);
    else if (index !== undefined) color = colors.get(index) ?? '';
    else if (sixel === undefined) [column, top] = [0, word === '-' ? top + 6 : top];
    else {
      for (let left = Number(count ?? 1); left > 0; left -= 1, column += 1)
        for (let bit = 0; bit < 6; bit += 1) {
          const isSet = ((sixel.charCodeAt(0) - 63) >> bit) & 1;
          const row = isSet ? points[top + bit] : undefined;
          if (row !== undefined) row[column] = color;
        }
    }
  }
  return points;
}
