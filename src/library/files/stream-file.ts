// Opens what is no ordinary file, such as the pipe of `<(command)`, as a stream.
import { constants, createReadStream, openSync, statSync } from 'node:fs';
import { Socket } from 'node:net';

/**
 * The bytes of a pipe or device as they come; `null` for an ordinary file or folder, which can be
 * read at once. A pipe is opened without waiting for its writer, since nothing could end that wait.
 * @param path of something that exists
 */
export function streamFile(path: string): AsyncIterable<Buffer> | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile() || stats.isDirectory()) return null;
  if (!stats.isFIFO()) return createReadStream(path);
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}
