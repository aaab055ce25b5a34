// Sets of words, written as a line.

/** The words of a line, parted by blanks. */
export function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.split(' '));
}
