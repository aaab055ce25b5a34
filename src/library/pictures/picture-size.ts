// How large a picture is, by its first bytes.
import { GIF } from 'image-size/types/gif';
import { HEIF } from 'image-size/types/heif';
import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';
import { tryOr } from '../../core/try-or.ts';
import type { Points } from '../../text/pictures/quadrants.ts';
import { type ImageType, imageType } from '../articles/store-image.ts';

/** In points, as it is seen: a photograph may lie on its side in its file. */
export type PictureSize = Pick<Points, 'width' | 'height'>;

/** A picture with more points is not shown: it may be made to fill the memory. */
export const MOST_POINTS = 40_000_000;

const READERS: Readonly<Record<ImageType, typeof PNG>> = {
  png: PNG,
  jpg: JPG,
  gif: GIF,
  webp: WEBP,
  avif: HEIF,
};

/** `null` for what is no picture, for one that does not say it here, and for one that is too large. */
export function parsePictureSize(bytes: Uint8Array): PictureSize | null {
  const type = imageType(bytes);
  const size = type === null ? null : tryOr(() => READERS[type].calculate(bytes), null);
  if (size === null || !(size.width > 0 && size.height > 0)) return null;
  const { width, height, orientation = 1 } = size;
  if (width * height > MOST_POINTS) return null;
  return orientation < 5 ? { width, height } : { width: height, height: width };
}
