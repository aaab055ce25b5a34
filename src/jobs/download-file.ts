// Downloads a file piece by piece.
import { NewsprintError } from '../core/errors.ts';
import { writePieces } from '../library/files/write-pieces.ts';
import { type RequestOptions, request } from '../net/http/request.ts';

/** Bytes of a file at most. */
const LARGEST = 8e9;
/** For the whole download (ms). */
const LONGEST = 12 * 3_600_000;
/** Longest time without data (ms). */
const SILENCE = 60_000;

interface DownloadOptions extends Pick<RequestOptions, 'version' | 'allowed'> {
  /** Aborts the download; the part of the file that is there is removed. */
  readonly signal: AbortSignal;
  /** Bytes so far, and of the whole file where the server tells. */
  readonly onProgress: (done: number, of: number | null) => void;
}

/**
 * Downloads a file, whole or not at all.
 * @throws NewsprintError `failed` where there is one already, it cannot be had, or not be written
 */
export async function downloadFile(
  url: string,
  path: string,
  { signal, onProgress, ...asked }: DownloadOptions,
): Promise<void> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), SILENCE);
  const both = AbortSignal.any([signal, silence.signal]);
  const bounds = { accept: '*/*', limit: LARGEST, timeout: LONGEST, signal: both };
  let done = 0;
  try {
    await writePieces(path, async (write) => {
      const onPiece = async (piece: Uint8Array, of: number | null): Promise<void> => {
        timer.refresh();
        await write(piece);
        done += piece.length;
        onProgress(done, of);
      };
      const answer = await request(url, { ...asked, ...bounds, onPiece });
      if (answer.kind === 'refused') throw new NewsprintError(`${answer.url}: ${answer.message}`);
    });
  } catch (error) {
    throw silence.signal.aborted ? new NewsprintError(`${url}: nothing comes any more`) : error;
  } finally {
    clearTimeout(timer);
  }
}
