import { expect, test } from 'vitest';
import { createScrollIdle } from '../../../src/tui/library/scroll-idle.ts';

test('A page that moves again at once is scrolled until it stands still', async () => {
  let place = '1';
  const onIdle = new Promise<void>((resolve) => {
    const scrolling = createScrollIdle(() => place, resolve);
    const asked = ['1', '2', '3', '3'].map((next) => {
      place = next;
      return scrolling.isScrolling();
    });
    expect(asked).toEqual([false, true, true, true]);
    place = '4';
    expect(scrolling.isScrolling()).toBe(true);
  });
  await onIdle;
});

test('A page that stays where it is is not scrolled', () => {
  const scrolling = createScrollIdle(
    () => '1',
    () => expect.unreachable(),
  );
  expect([scrolling.isScrolling(), scrolling.isScrolling()]).toEqual([false, false]);
});
