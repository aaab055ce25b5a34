// A page with its pictures in it, as `show` prints it.
import { openPictureCache } from '../../library/cache/picture-cache.ts';
import { drawPicture } from '../../library/pictures/draw-picture.ts';
import { createPictures } from '../../library/pictures/shown-pictures.ts';
import type { Host } from '../../library/place/device.ts';
import type { PageOptions } from '../../render/page/page-lines.ts';
import type { Line } from '../../text/line.ts';
import type { PictureProtocol } from '../../text/pictures/picture-protocols.ts';
import { linePictures, withPictureCells } from '../../text/spans.ts';

/** Rows of the tallest picture. */
const TALLEST = 24;

/**
 * The text of a page with its pictures where they have room.
 * @param root the library's folder
 * @param host whose cache has pictures that were fetched
 * @param layOut sets the page, with room for the pictures that are found
 * @param paint a line of it as text
 */
export async function drawnLines(
  { root, host }: { readonly root: string; readonly host: Host },
  protocol: PictureProtocol,
  layOut: (picture: PageOptions['picture']) => readonly Line[],
  paint: (line: Line) => string,
): Promise<string> {
  // Nothing is asked: of sixels nobody knows how many points a row has.
  const shown: PictureProtocol =
    protocol.kind === 'sixel' ? { ...protocol, kind: 'blocks' } : protocol;
  const written: string[] = [];
  const fetched = openPictureCache(host);
  const pictures = createPictures({
    root,
    elsewhere: (_, source) => fetched.find(source),
    tallest: () => TALLEST,
    draw: (picture) => drawPicture({ picture, protocol: shown }),
    write: (text) => written.push(text),
  });
  // Without those that could not be read the page is another.
  for (;;) {
    const lines = layOut(pictures.find);
    const known = await Promise.all(pictures.want(linePictures(lines)));
    if (known.includes(false)) continue;
    const drawn = lines.map((line) => ({
      ...line,
      spans: withPictureCells(line.spans, pictures.row),
    }));
    return written.join('') + drawn.map((line) => pictures.draw(paint(line))).join('');
  }
}
