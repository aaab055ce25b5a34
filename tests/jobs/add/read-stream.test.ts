// Reading a stream whole: its bounds in size and in silence.

import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test, vi } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import { readStdinBytes, readStreamBytes } from '../../../src/jobs/add/read-stream.ts';

test('What comes in pieces is read whole', async () => {
  const stream = new PassThrough();
  const read = readStreamBytes(stream, 'standard input');
  stream.write('one ');
  stream.end('two');
  expect((await read).toString()).toBe('one two');
});

test('A silent stream is given up, also after it began', async () => {
  const stream = new PassThrough();
  stream.write('one');
  await expect(readStreamBytes(stream, 'a.md', { silence: 20 })).rejects.toMatchObject({
    message: 'a.md: silent for 0.02 s',
    code: 'unreadable',
  });
});

test('A stream that is too long is given up', async () => {
  const stream = new PassThrough();
  stream.write(Buffer.alloc(10 * 1024 * 1024 + 1));
  await expect(readStreamBytes(stream, 'a.md')).rejects.toThrow('a.md: larger than 10 MiB');
});

test('A stream is left when the call is interrupted', async () => {
  const control = new AbortController();
  const read = readStreamBytes(new PassThrough(), 'a.md', { signal: control.signal });
  control.abort();
  await expect(read).rejects.toMatchObject({ code: 'interrupted' });
});

test('A stream that is as long as may be is read', async () => {
  const longest = 'x'.repeat(10 * 1024 * 1024);
  expect(await readStreamBytes(piece(longest), 'a.md')).toHaveLength(longest.length);
});

/** A stream of one piece, and what it ends with. */
async function* piece(text: string, error?: unknown): AsyncGenerator<string> {
  yield text;
  if (error !== undefined) throw error;
}

test('What is wrong with a stream is told by its name, what is told already as it is', async () => {
  const refused = Object.assign(new Error('EIO'), { code: 'EIO' });
  await expect(readStreamBytes(piece('x', refused), 'a.md')).rejects.toMatchObject({
    message: 'a.md: the disk fails',
    code: 'unreadable',
    cause: refused,
  });
  const told = new NewsprintError('told', { code: 'failed' });
  await expect(readStreamBytes(piece('x', told), 'a.md')).rejects.toBe(told);
});

test('A call that was interrupted before reads nothing', async () => {
  const signal = AbortSignal.abort();
  const read = readStreamBytes(new PassThrough(), 'a.md', { signal });
  await expect(read).rejects.toMatchObject({ message: 'interrupted', code: 'interrupted' });
});

test('Nothing is waited for once a stream was read', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const control = new AbortController();
  await readStreamBytes(piece('x'), 'a.md', { signal: control.signal });
  expect(vi.getTimerCount()).toBe(0);
});

test('A pipe is given up after five seconds of silence, a person never', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const typed = new PassThrough();
  const read = readStdinBytes({ stdin: typed, isStdinTyped: true });
  expect(vi.getTimerCount()).toBe(0);
  const silent = expect(
    readStdinBytes({ stdin: new PassThrough(), isStdinTyped: false }),
  ).rejects.toThrow('standard input: silent for 5 s');
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(5000);
  await silent;
  typed.end('Grüße');
  expect(String(await read)).toBe('Grüße');
});
