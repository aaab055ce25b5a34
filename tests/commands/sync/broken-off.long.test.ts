// A sync that is broken off at each of its requests, or killed.

import { expect, test } from 'vitest';
import { AGREED, breakOff, marksBothWays } from '../../support/web/broken-off.ts';

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

test('Killed at any moment, it leaves nothing behind that the next does not mend', async () => {
  const { server, own } = await marksBothWays('2.2.6');
  for (let after = 60; after < 420; after += 60) await own.syncKilled(after);
  await own.sync();
  expect(await own.marks()).toEqual(AGREED);
  expect(server.marks()).toEqual(AGREED);
  expect(await own.sync()).toBe('newsprint: miniflux: 0 new, 0 marks taken in, 0 sent');
  expect(own.files()).toHaveLength(6);
  expect((await own.callHere(['check'])).code).toBe(0);
});
