// `newsprint check`: every file parses, or its problem is named.

import { formatCount } from '../core/count.ts';
import { formatProblem, NewsprintError } from '../core/errors.ts';
import { type Call, usageError } from './call.ts';
import type { Io } from './io.ts';
import { note, openForReading } from './open.ts';

/**
 * Names each problem of the library on standard output.
 * @throws NewsprintError `failed` where there is one
 */
export async function check(call: Call, io: Io): Promise<void> {
  if (call.words[0] !== undefined) throw usageError(`check takes no '${call.words[0]}'`);
  const { articles, journals, problems: found, root } = openForReading(call, io);
  const problems = [...found, ...journals.problems];
  await io.out(problems.map((problem) => `${formatProblem(problem)}\n`).join(''));
  if (problems.length > 0) {
    throw new NewsprintError(`${root}: ${formatCount(problems.length, 'problem')}`, {
      code: 'failed',
    });
  }
  note(call, io, `${root}: ${formatCount(articles.length, 'article')}, no problem`);
}
