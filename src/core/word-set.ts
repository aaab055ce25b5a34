// Sets of words, written as a line.

export function wordSet(line: string): ReadonlySet<string> {
  return new Set(line.split(' '));
}
