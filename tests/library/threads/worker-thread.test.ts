// Work in a thread or a process: answers, progress, errors, work that is taken back, and one that ends.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startThread, type WorkThread } from '../../../src/library/threads/worker-thread.ts';
import type { TestWork } from '../../support/machine/thread-worker.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsprint-thread-'));
const file = join(folder, 'thread-worker.mjs');
let thread: WorkThread<TestWork, string, number>;

beforeAll(() => {
  const entry = fileURLToPath(new URL('../../support/machine/thread-worker.ts', import.meta.url));
  buildSync({ entryPoints: [entry], outfile: file, bundle: true, platform: 'node', format: 'esm' });
});

afterEach(() => thread.end());
afterAll(() => rmSync(folder, { recursive: true }));

function start(
  options: { file?: string; mostWaiting?: number; isProcess?: boolean } = {},
): typeof thread {
  const here = (work: TestWork): string => `here: ${work}`;
  thread = startThread<TestWork, string, number>({ file, data: 'there', here, ...options });
  return thread;
}

/** What holds for both; a process is opened with nothing. */
const KINDS = [
  { kind: 'thread', isProcess: false, name: 'there' },
  { kind: 'process', isProcess: true, name: 'null' },
];

describe.each(KINDS)('A $kind', ({ isProcess, name }) => {
  test('answers work in its order by what it was opened with', async () => {
    const { ask } = start({ isProcess });
    expect(await Promise.all([ask('greet'), ask('greet')])).toEqual([
      `${name}: greet`,
      `${name}: greet, greet`,
    ]);
  });

  test('tells of progress before it answers', async () => {
    const news: number[] = [];
    const answer = await start({ isProcess }).ask('count', {
      onProgress: (one) => void news.push(one),
    });
    expect([news, answer]).toEqual([[1, 2, 3], `${name}: count`]);
  });

  test('hands over an error with its code and its hint, and goes on', async () => {
    const { ask } = start({ isProcess });
    const error = {
      name: 'NewsprintError',
      message: 'no room',
      code: 'read-only',
      hint: 'make some',
    };
    await expect(ask('fail')).rejects.toMatchObject(error);
    expect(await ask('greet')).toBe(`${name}: greet`);
  });

  test('leaves a bug to the thread that asked', async () => {
    expect(await start({ isProcess }).ask('break')).toBe('here: break');
  });

  test('hears what is taken back under way, and never begins what waits', async () => {
    const { ask } = start({ isProcess });
    const [first, second] = [new AbortController(), new AbortController()];
    const onProgress = (): void => {
      second.abort();
      first.abort();
    };
    const waited = ask('wait', { signal: first.signal, onProgress });
    const taken = ask('greet', { signal: second.signal });
    await expect(taken).rejects.toMatchObject({ code: 'interrupted' });
    expect(await waited).toBe(`${name}: waited`);
  });

  test('leaves what it was asked to this one when it ends', async () => {
    const { ask } = start({ isProcess });
    expect(await Promise.all([ask('end'), ask('greet')])).toEqual(['here: end', 'here: greet']);
    expect(await ask('greet')).toBe('here: greet');
  });

  test('is done without where its file is not there', async () => {
    const { ask } = start({ isProcess, file: `${file}.none` });
    expect(await ask('greet')).toBe('here: greet');
  });
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
