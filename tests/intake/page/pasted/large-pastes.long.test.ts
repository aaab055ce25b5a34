// Pastes as large as none that anybody means are read in time.

import { expect, test } from 'vitest';
import { parsePasted } from '../../../../src/intake/page/pasted/parse-pasted.ts';
import { cpuTime } from '../../../support/machine/cpu-time.ts';

test.for([
  ['one line of 10 MB', 'The fox ran. '.repeat(800_000)],
  ['one word of 10 MB', 'a'.repeat(10_000_000)],
  ['40,000 lines', 'Some words of a menu here\n'.repeat(40_000)],
  ['100,000 brackets', '('.repeat(100_000)],
] as const)('%s is read in less than five seconds', ([, text]) => {
  const time = cpuTime(() => expect(parsePasted(text).draft.authors).toEqual([]));
  expect(time).toBeLessThan(5000);
});
