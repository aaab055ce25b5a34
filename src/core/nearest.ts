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
  let most = Math.max(1, Math.floor(wanted.length / 3));
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > most) continue;
    const distance = editDistance(wanted, candidate.slice(0, MAXIMUM_LENGTH).toLowerCase(), most);
    if (distance > most) continue;
    best = candidate;
    most = distance - 1;
  }
  return best;
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours between two words.
 * @param most a larger distance need not be known: it is one above
 */
export function editDistance(
  left: string,
  right: string,
  most = left.length + right.length,
): number {
  const width = right.length + 1;
  const distances = new Uint16Array((left.length + 1) * width);
  const distance = (row: number, column: number): number => distances[row * width + column] ?? 0;
  for (let column = 1; column < width; column += 1) distances[column] = column;
  let leastBefore = 0;
  for (let row = 1; row <= left.length; row += 1) {
    let least = row;
    distances[row * width] = row;
    for (let column = 1; column < width; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const shortest = Math.min(
        distance(row - 1, column) + 1,
        distance(row, column - 1) + 1,
        distance(row - 1, column - 1) + (isSame ? 0 : 1),
        isSwap ? distance(row - 2, column - 2) + 1 : Infinity,
      );
      distances[row * width + column] = shortest;
      least = Math.min(least, shortest);
    }
    // A row depends on the two before it.
    if (least > most && leastBefore > most) return most + 1;
    leastBefore = least;
  }
  return Math.min(distance(left.length, right.length), most + 1);
}
