// Reads the lines of a file from some byte on, through one buffer.
import { readSync } from 'node:fs';

/** Bytes read at a time; no longer line is handed on whole. */
const CHUNK = 256 * 1024;

/** How far the lines went. */
export interface LinesRead {
  /** Bytes from the file's start up to the end of its last whole line. */
  readonly offset: number;
  /** What stands after that: a line without its newline, empty at best. */
  readonly rest: string;
}

/**
 * Hands on each line that ends in a newline, without it, in UTF-8. A line of more than 256 KiB
 * comes as its last part.
 * @param file descriptor
 * @param start bytes from the file's start
 */
export function readLines(file: number, start: number, onLine: (line: string) => void): LinesRead {
  const buffer = Buffer.allocUnsafe(CHUNK);
  let offset = start;
  let held = 0;
  for (;;) {
    const count = readSync(file, buffer, held, CHUNK - held, offset + held);
    if (count === 0) return { offset, rest: buffer.toString('utf8', 0, held) };
    const filled = held + count;
    const end = buffer.lastIndexOf(0x0a, filled - 1) + 1;
    if (end > 0) splitLines(buffer.toString('utf8', 0, end), onLine);
    buffer.copyWithin(0, end, filled);
    offset += end;
    held = filled - end;
    if (held < CHUNK) continue;
    // No newline in all of it: only where the line ends matters.
    offset += held;
    held = 0;
  }
}

function splitLines(text: string, onLine: (line: string) => void): void {
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    onLine(text.slice(start, end));
    start = end + 1;
  }
}
