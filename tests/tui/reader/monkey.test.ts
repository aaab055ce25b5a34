import { describe, it } from 'vitest';
import { storm } from '../../support/reader/reader-monkey.ts';

describe('the reader', () => {
  it('stands a monkey at the keys while others change the library', async () => {
    await storm({ seed: 1, inputs: 100, articles: 40 });
  });
});
