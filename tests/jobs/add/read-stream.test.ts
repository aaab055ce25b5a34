// Reading a stream whole: its bounds in size and in silence.

import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { readStreamBytes } from '../../../src/jobs/add/read-stream.ts';

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
