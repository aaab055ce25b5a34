import { describe, expect, it } from 'vitest';
import { storm } from '../../support/reader/reader-monkey.ts';

/** What waits for V8 to clear it away, in the reader's thread and the lister's, on a busy machine (MiB). */
const UNCLEARED = 10;

describe('the reader', () => {
  it('stands a monkey at the keys while others change the library', async () => {
    await storm({ seed: 1, inputs: 250, articles: 40 });
  });

  it.each([
    { seed: 11, articles: 40 },
    { seed: 12, articles: 40 },
    { seed: 13, articles: 0 },
    { seed: 14, articles: 400 },
    { seed: 15, articles: 1600 },
  ])('stands 40,000 inputs of the monkey $seed, and its memory stays flat', async (monkey) => {
    const [, second, third, last] = await storm({ ...monkey, inputs: 40_000 });
    expect(last).toBeLessThanOrEqual(second * 1.1 + UNCLEARED);
    // Node takes 45 of them for its own code.
    expect(Math.max(second, third, last)).toBeLessThanOrEqual(160 + UNCLEARED);
  });
});
