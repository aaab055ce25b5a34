// Work in a second thread: answers, progress, errors, work that is taken back, and a thread that ends.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startThread, type WorkThread } from '../../../src/library/threads/worker-thread.ts';
import type { TestWork } from '../../support/machine/thread-worker.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsprint-thread-'));
const file = pathToFileURL(join(folder, 'thread-worker.mjs')).href;
let thread: WorkThread<TestWork, string, number>;

beforeAll(() => {
  const outfile = fileURLToPath(file);
  const entry = fileURLToPath(new URL('../../support/machine/thread-worker.ts', import.meta.url));
  buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm' });
});

afterEach(() => thread.end());
afterAll(() => rmSync(folder, { recursive: true }));

function start(options: { file?: string; mostWaiting?: number } = {}): typeof thread {
  const here = (work: TestWork): string => `here: ${work}`;
  thread = startThread<TestWork, string, number>({ file, data: 'there', here, ...options });
  return thread;
}

test('Work is answered in its order by what the thread was opened with', async () => {
  const { ask } = start();
  expect(await Promise.all([ask('greet'), ask('greet')])).toEqual([
    'there: greet',
    'there: greet, greet',
  ]);
});

test('Progress comes before the answer', async () => {
  const news: number[] = [];
  const answer = await start().ask('count', { onProgress: (one) => void news.push(one) });
  expect([news, answer]).toEqual([[1, 2, 3], 'there: count']);
});

test('An error comes over with its code and its hint, and the thread goes on', async () => {
  const { ask } = start();
  const error = {
    name: 'NewsprintError',
    message: 'no room',
    code: 'read-only',
    hint: 'make some',
  };
  await expect(ask('fail')).rejects.toMatchObject(error);
  expect(await ask('greet')).toBe('there: greet');
});

test('A bug is left to the thread that asked', async () => {
  expect(await start().ask('break')).toBe('here: break');
});

test('What is under way hears that it is taken back; what waits is never begun', async () => {
  const { ask } = start();
  const [first, second] = [new AbortController(), new AbortController()];
  const onProgress = (): void => {
    second.abort();
    first.abort();
  };
  const waited = ask('wait', { signal: first.signal, onProgress });
  const taken = ask('greet', { signal: second.signal });
  await expect(taken).rejects.toMatchObject({ code: 'interrupted' });
  expect(await waited).toBe('there: waited');
});

test('What is urgent goes before what waits', async () => {
  const { ask } = start();
  const [, greeted, urgent] = await Promise.all([ask('greet'), ask('greet'), ask('urgent')]);
  expect(urgent.length).toBeLessThan(greeted.length);
});

test('What is beyond the most that may wait is done here', async () => {
  const { ask } = start({ mostWaiting: 1 });
  expect(await Promise.all([ask('greet'), ask('greet')])).toEqual(['there: greet', 'here: greet']);
});

test('A thread that ends leaves what it was asked to this one', async () => {
  const { ask } = start();
  expect(await Promise.all([ask('end'), ask('greet')])).toEqual(['here: end', 'here: greet']);
  expect(await ask('greet')).toBe('here: greet');
});

test('So does one that cannot be started', async () => {
  const { ask } = start({ file: `${file}.none` });
  expect(await ask('greet')).toBe('here: greet');
});
