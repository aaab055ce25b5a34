// Pictures kept in the library, named by a hash of their content.
import { sha256 } from '../files/digest.ts';
import { createFile } from './write-file.ts';

/** Where pictures are, from the library's root. */
export const IMAGES_FOLDER = 'images';

/** Types by their first bytes; whatever the server or the name says counts for nothing. */
const TYPES = [
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^\xff\xd8\xff/, 'jpg'],
  [/^GIF8[79]a/, 'gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'webp'],
  [/^[\s\S]{4}ftypavi[fs]/, 'avif'],
] as const satisfies readonly (readonly [RegExp, string])[];

/** A kind of picture, as the name of its file ends. */
export type ImageType = (typeof TYPES)[number][1];

/** `null` for what is no picture. */
export function imageType(bytes: Uint8Array): ImageType | null {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return TYPES.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

/** What a picture is called, by its content; `null` for what is no picture. */
export function imageName(bytes: Uint8Array): string | null {
  const type = imageType(bytes);
  return type && `${sha256(bytes).slice(0, 32)}.${type}`;
}

/**
 * Keeps a picture; one that is there already is left be.
 * @returns its path from the root, `null` for what is no picture
 * @throws the system's error, or NewsprintError where the folder is a link
 */
export function storeImage(root: string, bytes: Uint8Array): string | null {
  const name = imageName(bytes);
  if (name === null) return null;
  const path = `${IMAGES_FOLDER}/${name}`;
  createFile(root, path, bytes);
  return path;
}
