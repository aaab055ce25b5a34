// Files packed into one, as they come: ZIP, the same bytes for the same files.
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { ExportedFile } from '../../core/article/exported-article.ts';

/** The first day that ZIP knows, by whatever clock: no time of making is in the bytes. */
const FIRST_DAY = new Date(1980, 0, 1);
/** What is compressed already, or must not be. */
const AS_IT_IS = /\.(?:png|jpe?g|gif|webp|avif)$|^mimetype$/;

export async function* zipPieces(files: AsyncIterable<ExportedFile>): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for await (const { path, data } of files) {
    const entry = AS_IT_IS.test(path)
      ? new ZipPassThrough(path)
      : new ZipDeflate(path, { level: 6 });
    entry.mtime = FIRST_DAY;
    zip.add(entry);
    entry.push(typeof data === 'string' ? Buffer.from(data) : data, true);
    yield* pieces.splice(0);
  }
  zip.end();
  yield* pieces;
}
