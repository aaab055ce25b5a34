// Opens what is no ordinary file, such as the pipe of `<(command)`, as a stream.
import { createReadStream, statSync } from 'node:fs';

/**
 * The bytes of a pipe or device as they come; `null` for an ordinary file or folder, which can be
 * read at once.
 * @param path of something that exists
 */
export function streamFile(path: string): AsyncIterable<Buffer> | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile() || stats.isDirectory()) return null;
  return createReadStream(path);
}
