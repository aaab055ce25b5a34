// The pictures of the reader's pages, which a thread draws when they come near the screen.
import {
  type DrawnPicture,
  drawPicture,
  type PictureWork,
} from '../../library/pictures/draw-picture.ts';
import { createPictures } from '../../library/pictures/shown-pictures.ts';
import { startThread, type WorkThread } from '../../library/threads/worker-thread.ts';
import type { PictureRow } from '../../text/line.ts';
import { clearRow } from '../../text/pictures/kitty-graphics.ts';
import type { PictureProtocol } from '../../text/pictures/picture-protocols.ts';
import { picturesNear, tallestPicture } from '../state/page-pictures.ts';
import type { State } from '../state/state.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { createPictureFetcher, type FetcherOptions } from './picture-fetcher.ts';
import { createScrollIdle } from './scroll-idle.ts';

export interface PictureReader {
  readonly getState: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  readonly redraw: () => void;
  /** One cannot be had, or others have another size now. */
  readonly layOutAgain: () => void;
  readonly terminal: Pick<Terminal, 'write' | 'answered' | 'onAbsence'>;
}

/** Written anew with each row. */
const IN_STRIPS: ReadonlySet<PictureProtocol['kind']> = new Set(['iterm', 'sixel']);

interface PictureOptions extends Pick<FetcherOptions, 'env' | 'platform' | 'version' | 'isOn'> {
  readonly root: string;
  /** Asked for when the terminal has said what it knows. */
  readonly protocol: () => PictureProtocol;
}

export function createReaderPictures(
  { root, protocol, ...fetching }: PictureOptions,
  reader: PictureReader,
) {
  const { terminal } = reader;
  let thread: WorkThread<PictureWork, DrawnPicture | null> | null = null;
  const tallest = () => tallestPicture(reader.getState());
  let rows = tallest();
  const { getState, layOutAgain } = reader;
  const fetcher = createPictureFetcher({ ...fetching, getState, layOutAgain });
  const pictures = createPictures({
    root,
    elsewhere: fetcher.find,
    hasPlaceholder: fetcher.hasPlaceholder,
    tallest,
    write: terminal.write,
    async draw(picture, signal) {
      await terminal.answered();
      thread ??= startThread({ file: 'picture-worker.cjs', here: drawPicture });
      return thread.ask({ picture, protocol: protocol() }, { signal });
    },
  });
  const scrolling = createScrollIdle(() => {
    const { page } = reader.getState();
    return `${page?.top} ${page?.id}`;
  }, reader.redraw);
  terminal.onAbsence({ before: pictures.undone, after: pictures.sendAgain });
  const stop = reader.subscribe(() => {
    if (rows !== tallest()) {
      rows = tallest();
      reader.layOutAgain();
    }
    fetcher.look();
    for (const known of pictures.want(picturesNear(reader.getState())))
      void known.then((isShown) => (isShown ? reader.redraw() : reader.layOutAgain()));
  });
  return {
    find: pictures.find,
    /** The text of a row of the screen as it is written. */
    draw: (text: string, row: number) =>
      (protocol().kind === 'placed' ? clearRow(row) : '') + pictures.draw(text),
    /** The cells of a row; none while they are not drawn yet, or slow and the page scrolls. */
    row: (row: PictureRow) =>
      IN_STRIPS.has(protocol().kind) && scrolling.isScrolling() ? null : pictures.row(row),
    stop() {
      stop();
      scrolling.stop();
      fetcher.stop();
      void thread?.end();
    },
  };
}
