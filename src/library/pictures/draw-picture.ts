// A picture's file → what is seen of it on a terminal.
import { fnv1a } from '../../core/hash-text.ts';
import { lazy } from '../../core/lazy.ts';
import { deletePicture, placeholderRows, sendPicture } from '../../text/kitty-graphics.ts';
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

/** A picture as a terminal gets it. */
export interface DrawnPicture {
  /** Row by row. */
  readonly cells: readonly (readonly Span[])[];
  /** What is to be written before the cells are; '' for nothing. */
  readonly sent: string;
  /** What takes that back. */
  readonly undone: string;
}

/** A picture that takes longer is not shown (s). */
const PATIENCE = 5;

/** A decoder of one picture. */
type Decoder = ReturnType<NonNullable<ReturnType<typeof loadSharp>>>;

/** What decodes beside other work, and keeps nothing. */
const sharp = lazy(() => {
  const loaded = loadSharp();
  loaded?.concurrency(1);
  loaded?.cache(false);
  return loaded;
});

/** Draws pictures; `null` for one that cannot be read. What is see-through is white. */
export async function drawPicture({ picture, way }: PictureWork): Promise<DrawnPicture | null> {
  const decoder = sharp()?.(picture.file, { limitInputPixels: MOST_POINTS, failOn: 'none' })
    .timeout({ seconds: PATIENCE })
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb');
  if (decoder === undefined) return null;
  try {
    return await WAYS[way.kind](decoder, picture, way);
  } catch {
    return null;
  }
}

const WAYS: Readonly<
  Record<
    PictureWay['kind'],
    (decoder: Decoder, picture: Picture, way: PictureWay) => Promise<DrawnPicture>
  >
> = {
  async blocks(decoder, { columns, rows }, { depth }) {
    const [width, height] = [2 * columns, 2 * rows];
    const bytes = await decoder.resize(width, height, { fit: 'fill' }).raw().toBuffer();
    return { cells: quadrantRows({ bytes, width, height }, depth), sent: '', undone: '' };
  },
  async kitty(decoder, picture, { cell }) {
    const [width, height] = [cell.width * picture.columns, cell.height * picture.rows];
    const fitted = decoder.resize(width, height, { fit: 'inside', withoutEnlargement: true });
    const png = (await fitted.png().toBuffer()).toString('base64');
    // Of one name there is one: what others have sent is theirs.
    const id =
      fnv1a(`newsprint ${picture.file} ${picture.columns} ${picture.rows}`) & 0xffffff || 1;
    return {
      cells: placeholderRows(id, picture),
      sent: sendPicture(id, picture, png),
      undone: deletePicture(id),
    };
  },
};
