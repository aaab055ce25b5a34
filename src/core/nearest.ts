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
  let older = new Uint16Array(right.length + 1);
  let last = Uint16Array.from(older, (_, column) => column);
  let current = new Uint16Array(right.length + 1);
  for (let row = 1; row <= left.length; row += 1) {
    fillRow(left, right, row, older, last, current);
    [older, last, current] = [last, current, older];
  }
  return last[right.length] ?? 0;
}

/** Fills the distances of a row from the two before it. */
function fillRow(
  left: string,
  right: string,
  row: number,
  older: Uint16Array,
  last: Uint16Array,
  current: Uint16Array,
): void {
  const [letter, before] = [left.charCodeAt(row - 1), row > 1 ? left.charCodeAt(row - 2) : -1];
  let cell = row;
  let previous = -1;
  current[0] = row;
  for (let column = 1; column <= right.length; column += 1) {
    const other = right.charCodeAt(column - 1);
    const replaced = (last[column - 1] ?? 0) + (letter === other ? 0 : 1);
    cell = Math.min(cell + 1, (last[column] ?? 0) + 1, replaced);
    const isSwap = letter === previous && before === other;
    if (isSwap) cell = Math.min(cell, (older[column - 2] ?? 0) + 1);
    current[column] = cell;
    previous = other;
  }
}
