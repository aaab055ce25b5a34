// Opens files so that no reader waits for ever: ordinary ones, and pipes and devices as streams.
import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { NewsprintError } from '../../core/errors.ts';

const CHUNK = 65_536;

/** Runs `use` on a file that is opened so, and closes it. @throws the system's error */
export function withOpenFile<Result>(
  path: string,
  flags: string | number,
  use: (file: number) => Result,
  mode?: number,
): Result {
  const file = openSync(path, flags, mode);
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

/** Neither a pipe nor a device is waited for. */
export const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Runs `use` on an open file; a pipe that lies under its name is not waited for.
 * @throws the system's error where it cannot be opened, NewsprintError where it is no ordinary file
 */
export function withFile<Result>(path: string, use: (file: number, stats: Stats) => Result) {
  return withOpenFile(path, READING, (file) => {
    const stats = fstatSync(file);
    if (stats.isFile()) return use(file, stats);
    const what = stats.isDirectory() ? 'a folder' : 'no ordinary file';
    throw new NewsprintError(`it is ${what}`, { code: 'unreadable' });
  });
}

/**
 * The whole file; `null` for one that is larger.
 * @param largest bytes; files that the system makes up say that they have none
 */
export function readBounded(path: string, largest: number): Buffer | null {
  return withFile(path, (file, { size }) => readOpenFile(file, size, largest));
}

/** All options, so that Node makes no copy of them for each file. */
const AS_TEXT = { encoding: 'utf8', flag: 'r' } as const;

/** The same as text, UTF-8, by a shorter way that Node has for that. */
export function readBoundedText(path: string, largest: number): string | null {
  return withFile(path, (file, { size }) =>
    size > 0 && size <= largest
      ? readFileSync(file, AS_TEXT)
      : (readOpenFile(file, size, largest)?.toString('utf8') ?? null),
  );
}

/** The same of a file that is open. */
export function readOpenFile(file: number, size: number, largest: number): Buffer | null {
  if (size > largest) return null;
  return size > 0 ? readFileSync(file) : readToEnd(file, largest);
}

function readToEnd(file: number, largest: number): Buffer | null {
  const chunks: Buffer[] = [];
  for (let total = 0; total <= largest; ) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = readSync(file, chunk, 0, CHUNK, null);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
    total += length;
  }
  return null;
}

/** The first bytes of a file. @throws as `withFile` */
export function readStart(path: string, most: number): Uint8Array {
  return withFile(path, (file, { size }) => {
    const bytes = Buffer.alloc(Math.min(size || most, most));
    return bytes.subarray(0, readSync(file, bytes));
  });
}

/**
 * The bytes of a pipe or device as they come; `null` for an ordinary file or folder, which can be
 * read at once. A pipe is opened without waiting for its writer, since nothing could end that wait.
 * @param path of something that exists
 */
export function streamFile(path: string): AsyncIterable<Buffer> | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile() || stats.isDirectory()) return null;
  if (!stats.isFIFO()) return createReadStream(path);
  const fd = openSync(path, READING);
  // It takes milliseconds to load, and few calls read a pipe.
  const { Socket } = process.getBuiltinModule('node:net');
  return new Socket({ fd, readable: true, writable: false });
}
