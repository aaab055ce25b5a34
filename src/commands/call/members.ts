// The articles of the library that a call names: by its words, or by standard input.
import type { ArticleHead } from '../../core/article/article.ts';
import { findMember } from '../../library/finder/resolve-what.ts';
import { type Call, usageError } from './call.ts';
import { attempt, openForFinding } from './call-library.ts';
import type { Io } from './io.ts';
import { expandWords } from './words.ts';

/**
 * The members that the words mean, each once, in order. A word that means none is named as a failure,
 * and the rest goes on.
 * @throws NewsprintError `usage` where there is no word
 */
export async function findMembers(call: Call, io: Io): Promise<readonly ArticleHead[]> {
  if (call.words.length === 0) {
    throw usageError(`${call.verb} needs an article`, 'newsprint list names them');
  }
  const words = await expandWords(call.words, io);
  const finder = await openForFinding(call, io);
  try {
    const heads = words.flatMap((word) => attempt(io, () => findMember(word, finder)) ?? []);
    return [...new Map(heads.map((head) => [head.id, head])).values()];
  } finally {
    finder.close();
  }
}
