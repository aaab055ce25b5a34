// The articles of the library that a call names: by its words, or by standard input.
import { findMember } from '../../library/finder/resolve-what.ts';
import { type Call, usageError } from './call.ts';
import { attempt, openForFinding } from './call-library.ts';
import type { Io } from './io.ts';
import { expandWords } from './words.ts';

/**
 * The IDs of the members that the words mean, each once, in order. A word that means none is named as
 * a failure, and the rest goes on.
 * @throws NewsprintError `usage` where there is no word
 */
export async function findMemberIds(call: Call, io: Io): Promise<readonly string[]> {
  if (call.words.length === 0) {
    throw usageError(`${call.verb} needs an article`, 'newsprint list names them');
  }
  const words = await expandWords(call.words, io);
  const finder = await openForFinding(call, io);
  try {
    // Most are whole IDs: their articles need not be read.
    const find = (word: string): string =>
      finder.keyOf(word) === null ? findMember(word, finder).id : word.normalize('NFC');
    return [...new Set(words.flatMap((word) => attempt(io, () => find(word)) ?? []))];
  } finally {
    finder.close();
  }
}
