// The pictures of the reader's pages, which a thread draws when they come near the screen.
import {
  type DrawnPicture,
  drawPicture,
  type PictureWork,
} from '../../library/pictures/draw-picture.ts';
import { createPictures } from '../../library/pictures/shown-pictures.ts';
import { startThread, type WorkThread } from '../../library/threads/worker-thread.ts';
import type { PictureWay } from '../../text/picture-ways.ts';
import { picturesNear, tallestPicture } from '../state/page-pictures.ts';
import type { State } from '../state/state.ts';

/** The reader as far as its pictures need it. */
export interface PictureReader {
  readonly getState: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  /** A picture is there. */
  readonly redraw: () => void;
  /** One cannot be had, or others have another size now. */
  readonly layOutAgain: () => void;
}

/** @param root the library's folder */
export function createReaderPictures(root: string, way: PictureWay, reader: PictureReader) {
  let thread: WorkThread<PictureWork, DrawnPicture | null> | null = null;
  const tallest = () => tallestPicture(reader.getState());
  let rows = tallest();
  const pictures = createPictures({
    root,
    tallest,
    draw(picture, signal) {
      thread ??= startThread({ file: 'picture-worker.cjs', here: drawPicture });
      return thread.ask({ picture, way }, { signal });
    },
  });
  const stop = reader.subscribe(() => {
    if (rows !== tallest()) {
      rows = tallest();
      reader.layOutAgain();
    }
    for (const known of pictures.want(picturesNear(reader.getState())))
      void known.then((isShown) => (isShown ? reader.redraw() : reader.layOutAgain()));
  });
  return {
    find: pictures.find,
    row: pictures.row,
    stop() {
      stop();
      void thread?.end();
    },
  };
}
