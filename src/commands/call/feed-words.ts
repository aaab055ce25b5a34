// The words of a call to `feeds`: `-` stands for the first cells of standard input's lines.

import { readStdin } from '../../jobs/add/read-stream.ts';
import { usageError } from './call.ts';
import type { Io } from './io.ts';

/** @throws NewsprintError `usage` where there is no word at all */
export async function readFeedWords(
  action: string,
  words: readonly string[],
  io: Io,
): Promise<readonly string[]> {
  if (words.length === 0) {
    throw usageError(`feeds ${action} needs a feed`, `newsprint feeds ${action} URL`);
  }
  const read = new Set<string>();
  for (const word of words) {
    for (const one of word === '-' ? firstCells(await readStdin(io)) : [word]) read.add(one);
  }
  return [...read];
}

function firstCells(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => (line.split('\t')[0] ?? '').trim())
    .filter((cell) => cell !== '');
}
