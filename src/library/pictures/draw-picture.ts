// Draws a picture's file for a terminal.
import { fnv1a } from '../../core/hash-text.ts';
import { lazy } from '../../core/lazy.ts';
import type { Picture, Span } from '../../text/line.ts';
import {
  deletePicture,
  passThrough,
  placedRows,
  placeholderRows,
  placeParts,
  sendPicture,
} from '../../text/pictures/kitty-graphics.ts';
import type { PictureProtocol } from '../../text/pictures/picture-protocols.ts';
import { type Points, quadrantRows } from '../../text/pictures/quadrants.ts';
import { sixelImage } from '../../text/pictures/sixel.ts';
import { MOST_POINTS } from './picture-size.ts';
import { loadSharp } from './sharp.ts';

export interface PictureWork {
  readonly picture: Picture;
  readonly protocol: PictureProtocol;
}

export interface DrawnPicture {
  /** Row by row. */
  readonly cells: readonly (readonly Span[])[];
  /** Sequences to write for each row instead of the cells; empty where the cells are shown. */
  readonly strips: readonly string[];
  /** To be written before the cells; '' for nothing. */
  readonly sent: string;
  /** Undoes `sent`. */
  readonly undone: string;
}

/** Longest time to draw a picture (s). */
const PATIENCE = 5;

/** Pixels of a cell where the terminal does not tell. */
const USUAL_CELL = { width: 10, height: 20 };

type Decode = NonNullable<ReturnType<typeof loadSharp>>;

/** What decodes beside other work, and keeps nothing. */
const sharp = lazy(() => {
  const loaded = loadSharp();
  loaded?.concurrency(1);
  loaded?.cache(false);
  return loaded;
});

/** `null` for a picture that cannot be read. Transparent parts become white. */
export async function drawPicture({
  picture,
  protocol,
}: PictureWork): Promise<DrawnPicture | null> {
  const decode = sharp();
  const decoder = decode?.(picture.file, { limitInputPixels: MOST_POINTS, failOn: 'none' })
    .timeout({ seconds: PATIENCE })
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb');
  if (!decode || !decoder) return null;
  try {
    return await DRAWERS[protocol.kind]({ decode, decoder, picture, protocol });
  } catch {
    return null;
  }
}

interface Drawing extends PictureWork {
  readonly decode: Decode;
  /** Of the picture. */
  readonly decoder: ReturnType<Decode>;
}

const DRAWERS: Readonly<
  Record<PictureProtocol['kind'], (drawing: Drawing) => Promise<DrawnPicture>>
> = {
  async blocks({ decoder, picture: { columns, rows }, protocol }) {
    const width = 2 * columns;
    const height = 2 * rows;
    const bytes = await decoder.resize(width, height, { fit: 'fill' }).raw().toBuffer();
    const cells = quadrantRows({ bytes, width, height }, protocol.depth);
    return { cells, strips: [], sent: '', undone: '' };
  },
  async kitty({ decoder, picture, protocol }) {
    const size = pointsOf(picture, protocol);
    const fitted = decoder.resize({ ...size, fit: 'inside', withoutEnlargement: true });
    const sent = await inKitty(picture, fitted);
    const passed = (commands: string) => (protocol.passes ? passThrough(commands) : commands);
    return {
      cells: sent.cells,
      strips: [],
      undone: passed(sent.undone),
      sent: passed(sent.sent + placeParts(idOf(picture), picture)),
    };
  },
  async placed({ decoder, picture, protocol }) {
    const { width, height } = pointsOf(picture, protocol);
    const sent = await inKitty(picture, decoder.resize(width, height, { fit: 'fill' }));
    const row = { width, height: height / picture.rows };
    return { ...sent, strips: placedRows(idOf(picture), picture, row) };
  },
  async iterm({ decode, decoder, picture, protocol }) {
    const size = pointsOf(picture, protocol);
    const bytes = await decoder
      .resize({ ...size, fit: 'fill' })
      .raw()
      .toBuffer();
    return inStrips(picture, { ...size, bytes }, async ({ bytes: points, width, height }) => {
      const strip = decode(points, { raw: { width, height, channels: 3 } });
      return inlineImage(await strip.jpeg(JPEG).toBuffer(), picture.columns);
    });
  },
  async sixel({ decode, decoder, picture, protocol }) {
    const size = pointsOf(picture, protocol);
    const png = await decoder
      .resize({ ...size, fit: 'fill' })
      .png(PALETTE)
      .toBuffer();
    const bytes = await decode(png).toColourspace('srgb').removeAlpha().raw().toBuffer();
    return inStrips(picture, { ...size, bytes }, sixelImage);
  },
};

/** iTerm2's command to show an image file in a row of so many cells, stretched to fit. */
function inlineImage(file: Uint8Array, columns: number): string {
  const data = Buffer.from(file).toString('base64');
  const how = `inline=1;size=${file.length};width=${columns};height=1;preserveAspectRatio=0`;
  return `\x1b]1337;File=${how}:${data}\x1b\\`;
}

/** For a strip, without colours that run over its edge. */
const JPEG = { quality: 80, chromaSubsampling: '4:4:4' };
/** For a picture: 256 colours, quickly chosen. */
const PALETTE = { palette: true, effort: 1, compressionLevel: 1 };

function pointsOf({ columns, rows }: Picture, { cell }: PictureProtocol) {
  const { width, height } = cell ?? USUAL_CELL;
  return { width: columns * width, height: rows * height };
}

/** The parts that all placements of Kitty's graphics share. */
async function inKitty(picture: Picture, decoder: Drawing['decoder']) {
  const png = (await decoder.png().toBuffer()).toString('base64');
  const id = idOf(picture);
  const cells = placeholderRows(id, picture);
  return { cells, sent: sendPicture(id, png), undone: deletePicture(id) };
}

/** @param show makes the sequence for pixels in a row of cells, from the cursor on */
async function inStrips(
  picture: Picture,
  { bytes, width, height }: Points,
  show: (points: Points) => string | Promise<string>,
): Promise<DrawnPicture> {
  const size = { width, height: height / picture.rows };
  const length = bytes.length / picture.rows;
  const strips = Array.from({ length: picture.rows }, (_, row) =>
    show({ ...size, bytes: bytes.subarray(length * row, length * (row + 1)) }),
  );
  const cells = placeholderRows(idOf(picture), picture);
  return { cells, strips: await Promise.all(strips), sent: '', undone: '' };
}

/** An ID by the picture's name, so that other programs' pictures are left alone. */
function idOf({ file, columns, rows }: Picture): number {
  return fnv1a(`newsprint ${file} ${columns} ${rows}`) & 0xffffff || 1;
}
