// What is typed on a terminal, as the stream Ink hears; pastes go beside it.

import { PassThrough } from 'node:stream';
import type { ReadStream } from 'node:tty';
import type { InkInputStream } from './ink-streams.ts';
import { createKeyFilter } from './key-filter.ts';
import { PASTE_MARK } from './keys.ts';
import { createPasteSplitter, type Piece } from './paste-splitter.ts';

/** Hears a terminal: its keys without its answers, as the stream that Ink hears. */
export function createKeyStream(input: ReadStream) {
  const filter = createKeyFilter(() => performance.now());
  const split = createPasteSplitter();
  const keys = new PassThrough();
  const pastes: (string | null)[] = [];
  const passOn = (piece: Piece) => {
    const typed = piece.type === 'typed' ? filter(piece.text) : PASTE_MARK;
    if (piece.type === 'paste') pastes.push(piece.text);
    if (typed !== '') keys.write(typed);
  };
  const hear = (chunk: Buffer | string) => split(String(chunk)).forEach(passOn);
  input.setEncoding('utf8');
  input.on('data', hear);
  const stream: InkInputStream = Object.assign(keys, {
    isTTY: true,
    setRawMode(isRaw: boolean) {
      if (!input.destroyed) input.setRawMode(isRaw);
    },
    ref: () => void input.ref(),
    unref: () => void input.unref(),
  });
  return {
    stream,
    /** The next paste, once its mark was read: Ink would choke on the text itself. */
    takePaste: () => pastes.shift() ?? null,
    /** Lets go of the terminal. */
    release: () => void input.off('data', hear),
  };
}
