// Hostile bodies of half a megabyte and of one end in time.
import { expect, test } from 'vitest';
import { countWords } from '../../src/markdown/source/count-words.ts';
import { articleHead } from '../support/library/article-head.ts';
import { cpuTime } from '../support/machine/cpu-time.ts';
import { hostileBodies } from './hostile-inputs.ts';
import { setPage } from './pages.ts';

/** One and two seconds of work for the slowest, and four times as much for a slow processor. */
test.each([
  [500_000, 4_000],
  [1_000_000, 8_000],
])('bodies of %i units each are set in %i ms', (length, most) => {
  const slow = hostileBodies(length).flatMap(([name, markdown]) => {
    const took = cpuTime(() => {
      countWords(markdown);
      setPage({ ...articleHead({}), markdown }, 76);
    });
    return took > most ? [`${name}: ${took.toFixed(0)} ms`] : [];
  });
  expect(slow).toEqual([]);
});
