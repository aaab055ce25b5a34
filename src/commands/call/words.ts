// The words of a call, where `-` stands for what standard input names.
import { readStdin } from '../../jobs/add/read-stream.ts';
import type { Io } from './io.ts';

/**
 * The words, each `-` replaced by the first cells of standard input's lines: what follows a tab is
 * left out, so that `list` can be the source.
 */
export async function expandWords(words: readonly string[], io: Io): Promise<readonly string[]> {
  const expanded: string[] = [];
  for (const word of words) {
    if (word === '-') expanded.push(...firstCells(await readStdin(io)));
    else expanded.push(word);
  }
  return expanded;
}

function firstCells(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => (line.split('\t')[0] ?? '').trim())
    .filter((cell) => cell !== '');
}
