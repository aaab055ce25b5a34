// Lists of a server that come in several answers.

import { expect, test } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import { TooLarge } from '../../../src/intake/http/connection.ts';
import { fitPages, followPages } from '../../../src/intake/sync/paging.ts';

/** Answers up to so many. */
function server(most: number) {
  const asked: number[] = [];
  const ask = async (size: number): Promise<number> => {
    asked.push(size);
    if (size <= most) return size;
    throw new NewsprintError('too large', { cause: new TooLarge() });
  };
  return { asked, ask };
}

test('Once an answer is too large fewer are asked for, from then on', async () => {
  const { asked, ask } = server(70);
  const askFitting = fitPages(250);
  expect([await askFitting(ask), await askFitting(ask)]).toEqual([63, 63]);
  expect(asked).toEqual([250, 125, 63, 63]);
});

test('What is too large alone, or fails else, is said', async () => {
  const { asked, ask } = server(0);
  await expect(fitPages(3)(ask)).rejects.toThrow('too large');
  expect(asked).toEqual([3, 2, 1]);
  const refuse = async () => {
    throw new NewsprintError('refused', { cause: 500 });
  };
  await expect(fitPages(3)(refuse)).rejects.toThrow('refused');
});

test('A list may have many answers, but not without end', () => {
  const note = followPages('entries');
  for (let count = 1; count < 2000; count += 1) note(true);
  expect(() => note(true)).toThrow("the server's list of entries does not end: after 2000 answers");
  expect(() => followPages('entries')(false)).toThrow('it tells the same again');
});
