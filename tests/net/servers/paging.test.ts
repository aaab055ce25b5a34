// Lists of a server that come in several answers.

import { expect, test } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import { TooLarge } from '../../../src/net/http/connection.ts';
import { fitPages, followPages } from '../../../src/net/servers/paging.ts';

/** Answers with entries of so many bytes each, as long as the answer may be. */
function server(bytes: number) {
  const asked: number[] = [];
  const ask = async (size: number, longest = Number.POSITIVE_INFINITY) => {
    asked.push(size);
    if (size * bytes <= longest && bytes < 1e9) return { text: 'x'.repeat(size * bytes) };
    throw new NewsprintError('too large', { cause: new TooLarge() });
  };
  return { asked, ask };
}

test('Ordinary entries come 500 at a time after the first 100', async () => {
  const { asked, ask } = server(1300);
  const askFitting = fitPages(500);
  for (let count = 0; count < 3; count += 1) await askFitting(ask);
  expect(asked).toEqual([100, 500, 500]);
});

test('Of long entries as many come as fit into 2 MiB, and one that is longer alone', async () => {
  const { asked, ask } = server(330_000);
  const askFitting = fitPages(250);
  for (let count = 0; count < 3; count += 1) await askFitting(ask);
  expect(asked).toEqual([100, 50, 25, 13, 7, 6, 6]);
  const { asked: alone, ask: askLonger } = server(9_000_000);
  await fitPages(4)(askLonger);
  expect(alone).toEqual([4, 2, 1]);
});

test('What is too large alone, or fails else, is said', async () => {
  const { asked, ask } = server(1e9);
  await expect(fitPages(3)(ask)).rejects.toThrow('too large');
  expect(asked).toEqual([3, 2, 1]);
  const refuse = async () => {
    throw new NewsprintError('refused', { cause: 500 });
  };
  await expect(fitPages(3)(refuse)).rejects.toThrow('refused');
});

test('A list may have many answers, but not without end', () => {
  const note = followPages();
  for (let count = 1; count < 2000; count += 1) note(true);
  expect(() => note(true)).toThrow("the server's list of entries does not end: after 2000 answers");
  expect(() => followPages()(false)).toThrow('it tells the same again');
});
