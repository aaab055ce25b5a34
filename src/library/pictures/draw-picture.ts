// A picture's file → what is seen of it on a terminal.
import { fnv1a } from '../../core/hash-text.ts';
import { lazy } from '../../core/lazy.ts';
import { inlineImage } from '../../text/inline-image.ts';
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
  /** What is written in the place of each row of cells; none where the cells are what is shown. */
  readonly strips: readonly string[];
  /** What is to be written before the cells are; '' for nothing. */
  readonly sent: string;
  /** What takes that back. */
  readonly undone: string;
}

/** A picture that takes longer is not shown (s). */
const PATIENCE = 5;

type Decode = NonNullable<ReturnType<typeof loadSharp>>;

/** What decodes beside other work, and keeps nothing. */
const sharp = lazy(() => {
  const loaded = loadSharp();
  loaded?.concurrency(1);
  loaded?.cache(false);
  return loaded;
});

/** Draws pictures; `null` for one that cannot be read. What is see-through is white. */
export async function drawPicture({ picture, way }: PictureWork): Promise<DrawnPicture | null> {
  const decode = sharp();
  const decoder = decode?.(picture.file, { limitInputPixels: MOST_POINTS, failOn: 'none' })
    .timeout({ seconds: PATIENCE })
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb');
  if (!decode || !decoder) return null;
  try {
    return await WAYS[way.kind]({ decode, decoder, picture, way });
  } catch {
    return null;
  }
}

interface Drawing extends PictureWork {
  readonly decode: Decode;
  /** Of the picture. */
  readonly decoder: ReturnType<Decode>;
}

const WAYS: Readonly<Record<PictureWay['kind'], (drawing: Drawing) => Promise<DrawnPicture>>> = {
  async blocks({ decoder, picture: { columns, rows }, way }) {
    const [width, height] = [2 * columns, 2 * rows];
    const bytes = await decoder.resize(width, height, { fit: 'fill' }).raw().toBuffer();
    const cells = quadrantRows({ bytes, width, height }, way.depth);
    return { cells, strips: [], sent: '', undone: '' };
  },
  async kitty({ decoder, picture, way: { cell } }) {
    const [width, height] = [cell.width * picture.columns, cell.height * picture.rows];
    const fitted = decoder.resize(width, height, { fit: 'inside', withoutEnlargement: true });
    const png = (await fitted.png().toBuffer()).toString('base64');
    const id = idOf(picture);
    return {
      ...{ cells: placeholderRows(id, picture), strips: [] },
      sent: sendPicture(id, picture, png),
      undone: deletePicture(id),
    };
  },
  async iterm({ decode, decoder, picture, way: { cell } }) {
    const [width, height] = [cell.width * picture.columns, cell.height];
    const size = { width, height: height * picture.rows };
    const bytes = await decoder
      .resize({ ...size, fit: 'fill' })
      .raw()
      .toBuffer();
    const strips = Array.from({ length: picture.rows }, async (_, row) => {
      const points = bytes.subarray(3 * width * height * row, 3 * width * height * (row + 1));
      const strip = decode(points, { raw: { width, height, channels: 3 } });
      return inlineImage(await strip.jpeg(JPEG).toBuffer(), picture.columns);
    });
    const cells = placeholderRows(idOf(picture), picture);
    return { cells, strips: await Promise.all(strips), sent: '', undone: '' };
  },
};

/** Of a strip: no colour of it runs into others at its edge. */
const JPEG = { quality: 80, chromaSubsampling: '4:4:4' };

/** Of one name there is one: what others have sent is theirs. */
function idOf({ file, columns, rows }: Picture): number {
  return fnv1a(`newsprint ${file} ${columns} ${rows}`) & 0xffffff || 1;
}
