// A sync that is broken off at each of its requests.

import { test } from 'vitest';
import { breakOff } from '../../support/web/broken-off.ts';

test.for([
  ['2.2.6', false],
  ['2.2.6', true],
  ['2.3.2', false],
  ['2.3.2', true],
  ['greader', false],
  ['greader', true],
] as const)('With %s, each request broken off (answered: %s)', async ([version, isAfter]) => {
  for (let at = 1; at <= 15; at += 1) await breakOff(version, at, isAfter);
});
