// The flags of V8 that long work sets, and that it takes back.
import { once } from 'node:events';
import { cachedDataVersionTag } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import {
  keepHeapLimited,
  limitHeap,
  limitHeapForBuild,
  unlimitHeap,
} from '../../../src/library/threads/limit-heap.ts';

afterEach(unlimitHeap);

test.each([
  { work: 'long work', save: limitHeap },
  { work: 'a build', save: limitHeapForBuild },
])('V8 takes code that was compiled before $work again when that is over', ({ save }) => {
  unlimitHeap();
  const before = cachedDataVersionTag();
  save();
  expect(cachedDataVersionTag()).not.toBe(before);
  unlimitHeap();
  expect(cachedDataVersionTag()).toBe(before);
});

test('the heap stays limited when another thread has started', async () => {
  limitHeap();
  const saving = cachedDataVersionTag();
  await once(new Worker('', { eval: true }), 'exit');
  keepHeapLimited();
  expect(cachedDataVersionTag()).toBe(saving);
});
