// Random choices that are the same for the same seed.
import { createRandom } from '../../../.config/random.mjs';

/** A source of random choices. */
export interface Random {
  /** A whole number from 0 up to, and without, the limit. */
  below(limit: number): number;
  /** One of them. */
  of<Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value;
  /** True so many times out of a hundred. */
  percent(chance: number): boolean;
}

/** Makes a source. */
export function seededRandom(seed: number): Random {
  const next = createRandom(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    of(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError('nothing to choose from');
      return value;
    },
    percent: (chance) => next() * 100 < chance,
  };
}
