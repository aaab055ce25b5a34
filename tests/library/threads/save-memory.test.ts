// The flags of V8 that long work sets, and that it takes back.
import { once } from 'node:events';
import { cachedDataVersionTag } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import {
  saveMemory,
  saveMemoryStill,
  saveMostMemory,
  useUsualFlags,
} from '../../../src/library/threads/save-memory.ts';

afterEach(useUsualFlags);

test.each([
  { work: 'long work', save: saveMemory },
  { work: 'a build', save: saveMostMemory },
])('V8 takes code that was compiled before $work again when that is over', ({ save }) => {
  useUsualFlags();
  const before = cachedDataVersionTag();
  save();
  expect(cachedDataVersionTag()).not.toBe(before);
  useUsualFlags();
  expect(cachedDataVersionTag()).toBe(before);
});

test('memory is saved still when another thread has started', async () => {
  saveMemory();
  const saving = cachedDataVersionTag();
  await once(new Worker('', { eval: true }), 'exit');
  saveMemoryStill();
  expect(cachedDataVersionTag()).toBe(saving);
});
