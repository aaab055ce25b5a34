// Manifests: what the index knows of the files of one folder, to tell which of them changed.

/** A file as it was when it was read. */
export interface Seen {
  /** In ms; -1 where it must be read again: it was being written, or could not be read. */
  readonly mtime: number;
  readonly size: number;
  readonly ino: number;
}

/** A file of a folder. */
export interface Known extends Seen {
  /** 0 where it could not be read. */
  readonly key: number;
}

const NUMBERS = 4;
const BYTES = 8;

/** The files of a folder by name, as bytes. */
export function encodeManifest(files: ReadonlyMap<string, Known>): Buffer {
  const numbers = new Float64Array(files.size * NUMBERS + 1);
  numbers[0] = files.size;
  let at = 1;
  for (const { key, mtime, size, ino } of files.values()) {
    numbers.set([key, mtime, size, ino], at);
    at += NUMBERS;
  }
  const names = [...files.keys()].join('\n');
  return Buffer.concat([Buffer.from(numbers.buffer), Buffer.from(names)]);
}

/** What `encodeManifest` made; bytes that are none hold no file. */
export function decodeManifest(data: Buffer): Map<string, Known> {
  const files = new Map<string, Known>();
  if (data.length < BYTES) return files;
  const count = data.readDoubleLE(0);
  const start = (1 + count * NUMBERS) * BYTES;
  const numbers = new Float64Array(new Uint8Array(data.subarray(0, start)).buffer);
  if (count === 0) return files;
  let at = 1;
  for (const name of data.toString('utf8', start).split('\n')) {
    const [key = 0, mtime = -1, size = 0, ino = 0] = numbers.subarray(at, at + NUMBERS);
    files.set(name, { key, mtime, size, ino });
    at += NUMBERS;
  }
  return files;
}

/** Whether a file is as it was. */
export function isSame(
  known: Seen,
  stats: { mtimeMs: number; size: number; ino: number },
): boolean {
  const { mtime, size, ino } = known;
  return mtime === stats.mtimeMs && size === stats.size && ino === stats.ino;
}
