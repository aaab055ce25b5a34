// Pictures of the library as they leave it: only what is one by its bytes, in types that others know.
import { posix, relative, sep } from 'node:path';
import type { ExportedPicture } from '../../core/article/exported-article.ts';
import { type ImageType, imageName, imageType } from '../articles/store-image.ts';
import { tryReadBytes } from '../files/read-text-file.ts';
import { libraryPicture } from './page-picture.ts';
import { MOST_POINTS } from './picture-size.ts';
import { loadSharp } from './sharp.ts';

const MEDIA_TYPES: Readonly<Record<ImageType, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

/**
 * The picture that an article calls so.
 * @param article the path of its file, from the library's root
 * @returns `null` for what is not in the library, is no picture, or is larger than 10 MiB
 */
export function libraryImage(
  root: string,
  article: string,
  source: string,
): ExportedPicture | null {
  const file = libraryPicture(root, article, source);
  const bytes = file === null ? null : tryReadBytes(file);
  if (file === null || bytes === null) return null;
  return toPicture(bytes, relative(root, file).split(sep).join(posix.sep));
}

function toPicture(bytes: Uint8Array, path: string): ExportedPicture | null {
  const name = imageName(bytes);
  const type = imageType(bytes);
  return name === null || type === null ? null : { name, path, type: MEDIA_TYPES[type], bytes };
}

/** What books of every age can show (EPUB 3.2 §3.3). */
const OLD = /^image\/(?:png|jpeg|gif)$/;

export function isOldType({ type }: ExportedPicture): boolean {
  return OLD.test(type);
}

/** The picture, made anew where it is of another type; `null` where nothing here decodes it. */
export async function inOldType(picture: ExportedPicture): Promise<ExportedPicture | null> {
  if (isOldType(picture)) return picture;
  const decoder = loadSharp()?.(picture.bytes, { limitInputPixels: MOST_POINTS });
  if (decoder === undefined) return null;
  try {
    const { hasAlpha } = await decoder.metadata();
    const made = decoder.autoOrient();
    const bytes = await (hasAlpha ? made.png() : made.jpeg({ quality: 85 })).toBuffer();
    return toPicture(bytes, picture.path);
  } catch {
    return null;
  }
}
