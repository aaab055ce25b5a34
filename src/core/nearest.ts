// Finds what a mistyped word was most likely meant to be.

const MAXIMUM_LENGTH = 64;

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
  let older: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      current.push(cheapest(left, right, row, column, older, last, current));
    }
    older = last;
    last = current;
  }
  return last[right.length] ?? 0;
}

function cheapest(
  left: string,
  right: string,
  row: number,
  column: number,
  older: readonly number[],
  last: readonly number[],
  current: readonly number[],
): number {
  const cell = (line: readonly number[], index: number) => line[index] ?? Number.POSITIVE_INFINITY;
  const differs = left[row - 1] === right[column - 1] ? 0 : 1;
  const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
  return Math.min(
    cell(last, column) + 1,
    cell(current, column - 1) + 1,
    cell(last, column - 1) + differs,
    row > 1 && column > 1 && isSwap ? cell(older, column - 2) + 1 : Number.POSITIVE_INFINITY,
  );
}
