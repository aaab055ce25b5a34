// How a call's pictures are printed: for the verb that prints some, and no other loads it.
import { type PictureWay, pictureWay } from '../../text/pictures/picture-ways.ts';
import { type Call, hasFlag } from './call.ts';
import type { Io } from './io.ts';
import { readPaint } from './look.ts';
import { setting } from './setting.ts';

/** How pictures are printed; `null` where their captions are, as without the flag. */
export function readPictures(call: Call, io: Io): PictureWay | null {
  const choice = hasFlag(call, 'pictures') ? setting(call, io, 'pictures') : 'off';
  return io.outIsTerminal && readPaint(call, io).color ? pictureWay(choice, io.env) : null;
}
