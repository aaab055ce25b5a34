// How a call's pictures are shown: for the verbs that show some, and no other loads it.
import { PICTURE_CHOICES, type PictureWay, pictureWay } from '../../text/picture-ways.ts';
import { type Call, readChoice, readPaint } from './call.ts';
import type { Io } from './io.ts';

/** How pictures are shown; `null` where their captions are. @param usual where the flag is not given */
export function readPictures(call: Call, io: Io, usual: 'auto' | 'off'): PictureWay | null {
  const choice = readChoice(call, 'pictures', PICTURE_CHOICES) ?? usual;
  return io.outIsTerminal && readPaint(call, io).color ? pictureWay(choice, io.env) : null;
}
