import { expect, test } from 'vitest';
import { formatMinutes } from '../../../src/core/article/article.ts';

test.each([
  ['33 min', 33, { read: false, starred: false, progress: 0 }],
  ['20 min left', 33, { read: false, starred: false, progress: 0.4 }],
  ['1 min left', 33, { read: false, starred: false, progress: 1 }],
  ['33 min', 33, { read: true, starred: false, progress: 0.4 }],
])('%s of %d', (text, minutes, state) => {
  expect(formatMinutes(minutes, state)).toBe(text);
});
