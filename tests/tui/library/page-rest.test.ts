import { expect, test } from 'vitest';
import { createPageRest } from '../../../src/tui/library/page-rest.ts';

test('A page that moves again at once is on its way until it rests', async () => {
  let place = '1';
  const rested = new Promise<void>((resolve) => {
    const rest = createPageRest(() => place, resolve);
    const asked = ['1', '2', '3', '3'].map((next) => {
      place = next;
      return rest.isMoving();
    });
    expect(asked).toEqual([false, true, true, true]);
    place = '4';
    expect(rest.isMoving()).toBe(true);
  });
  await rested;
});

test('Where the page stays, nothing is on its way', () => {
  const rest = createPageRest(
    () => '1',
    () => expect.unreachable(),
  );
  expect([rest.isMoving(), rest.isMoving()]).toEqual([false, false]);
});
