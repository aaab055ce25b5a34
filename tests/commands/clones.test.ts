// Three clones of a library that live apart and come together again: a short history of each way.

import { test } from 'vitest';
import { liveApart } from '../support/clone-histories.ts';

test.for(['git', 'copies'] as const)(
  'Clones brought together by %s come to one list without a problem',
  { timeout: 180_000 },
  (way) => liveApart({ way, feeds: 5, steps: 8, seed: 4 }),
);
