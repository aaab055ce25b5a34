// A picture's file → what is seen of it on a terminal.
import { lazy } from '../../core/lazy.ts';
import type { Picture, Span } from '../../text/line.ts';
import type { PictureWay } from '../../text/picture-ways.ts';
import { quadrantRows } from '../../text/quadrants.ts';
import { MOST_POINTS } from './picture-size.ts';
import { loadSharp } from './sharp.ts';

/** What is to be drawn, and how. */
export interface PictureWork {
  readonly picture: Picture;
  readonly way: PictureWay;
}

/** The cells of a picture, row by row. */
export type DrawnPicture = readonly (readonly Span[])[];

/** A picture that takes longer is not shown (s). */
const PATIENCE = 5;

/** What decodes beside other work, and keeps nothing. */
const decoder = lazy(() => {
  const sharp = loadSharp();
  sharp?.concurrency(1);
  sharp?.cache(false);
  return sharp;
});

/** Draws pictures; `null` for one that cannot be read. What is see-through is white. */
export async function drawPicture({
  picture: { file, columns, rows },
  way,
}: PictureWork): Promise<DrawnPicture | null> {
  const [width, height] = [2 * columns, 2 * rows];
  const sharp = decoder();
  if (sharp === null) return null;
  try {
    const bytes = await sharp(file, { limitInputPixels: MOST_POINTS, failOn: 'none' })
      .timeout({ seconds: PATIENCE })
      .autoOrient()
      .resize(width, height, { fit: 'fill' })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw()
      .toBuffer();
    return quadrantRows({ bytes, width, height }, way.depth);
  } catch {
    return null;
  }
}
