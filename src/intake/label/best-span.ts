// Which run of a page's pieces is its story: the one that most speaks for.

/** The story's first piece and the one after its last. */
export interface StorySpan {
  readonly start: number;
  readonly end: number;
}

/** The range with the highest sum of scores (Kadane's); `null` where none is above zero. */
export function bestSpan(scores: readonly number[]): StorySpan | null {
  let best: StorySpan | null = null;
  let most = 0;
  let sum = 0;
  let start = 0;
  for (const [at, score] of scores.entries()) {
    if (sum <= 0) [sum, start] = [0, at];
    sum += score;
    if (sum > most) [most, best] = [sum, { start, end: at + 1 }];
  }
  return best;
}
