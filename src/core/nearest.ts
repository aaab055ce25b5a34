// Finds what a mistyped word was most likely meant to be.

const MAXIMUM_LENGTH = 64;

/** `, did you mean dark?`, or nothing where no name is near. */
export function meant(word: string, names: readonly string[]): string {
  const known = nearest(word, names);
  return known === undefined ? '' : `, did you mean ${known}?`;
}

/**
 * The candidate nearest to the word, or `undefined` where none is near: at most a third of the
 * word's letters may differ (optimal string alignment, case ignored).
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.slice(0, MAXIMUM_LENGTH).toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const distance = editDistance(wanted, candidate.slice(0, MAXIMUM_LENGTH).toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, substitutions and swaps of neighbours between two words. */
export function editDistance(left: string, right: string): number {
  const width = right.length + 1;
  // The first row and the first column: of nothing, or to nothing.
  const distances = new Uint16Array((left.length + 1) * width).map((_, at) =>
    at < width ? at : at / width,
  );
  const distance = (row: number, column: number): number => distances[row * width + column] ?? 0;
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      distances[row * width + column] = Math.min(
        distance(row - 1, column) + 1,
        distance(row, column - 1) + 1,
        distance(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwap ? distance(row - 2, column - 2) + 1 : Infinity,
      );
    }
  }
  return distance(left.length, right.length);
}
