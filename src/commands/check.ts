// `newsprint check`: every file parses and the index agrees, or what is wrong is named.
import { formatCount } from '../core/count.ts';
import { formatProblem, NewsprintError } from '../core/errors.ts';
import { readSubscriptions } from '../jobs/feeds/subscriptions.ts';
import { leftoverProblems, mendLibrary } from '../jobs/merge/mend-library.ts';
import { systemCode, writeError } from '../library/files/system-error.ts';
import type { Finder } from '../library/finder/finder.ts';
import { openLibrary } from '../library/finder/open-library.ts';
import { openJournals } from '../library/journals/journals.ts';
import { loadSharp } from '../library/pictures/sharp.ts';
import { type Call, hasFlag, type Io, usageError } from './call/call.ts';
import {
  attempt,
  IS_BACKGROUND_CHECK,
  rootForWriting,
  waitNote,
  withFinder,
} from './call/call-library.ts';
import { createProgress } from './call/progress.ts';

/**
 * Names each problem of the library on standard output; `--mend` brings together what conflicts
 * left, `--rebuild` makes the index anew, both first.
 * @throws NewsprintError `failed` where there is one
 */
export async function check(call: Call, io: Io): Promise<void> {
  if (call.words[0] !== undefined) throw usageError(`check takes no '${call.words[0]}'`);
  if (hasFlag(call, 'mend')) await mend(rootForWriting(call, io, 'articles'), io);
  const isAnew = hasFlag(call, 'rebuild');
  await withFinder(call, io, (finder) => nameProblems(finder, io), { isAnew });
}

async function mend(root: string, io: Io): Promise<void> {
  let what = root;
  try {
    const { changed, copies, losses, failure } = await mendLibrary(
      () => openLibrary(root, io),
      io.now,
      waitNote(io),
    );
    for (const loss of losses) io.warn(formatProblem(loss));
    if (changed + copies > 0) {
      what = `the rest of ${root}`;
      const moved = copies === 1 ? '1 copy' : `${copies} copies`;
      io.note(
        `${formatCount(changed, 'file')} mended, ${moved} in the trash: newsprint undo takes it back`,
      );
    }
    if (failure !== null) throw failure;
  } catch (cause) {
    if (systemCode(cause) === '') throw cause;
    throw writeError(`${what} is not mended`, cause);
  }
}

async function nameProblems(finder: Finder, io: Io): Promise<void> {
  finder.refresh(true);
  if (io.env[IS_BACKGROUND_CHECK] !== undefined) return;
  const { root } = finder;
  const progress = createProgress(io);
  const onCompared = (done: number, all: number): void =>
    progress.show(`comparing with the index: ${done} of ${formatCount(all, 'article')}`);
  // Every file beside what the index has of it.
  const index = await finder.compare(onCompared).finally(progress.end);
  const feeds = attempt(io, () => readSubscriptions(root).problems);
  const left = attempt(io, () => leftoverProblems(root));
  const journals = openJournals(root, io).problems;
  const problems = [...finder.problems, ...(left ?? []), ...journals, ...(feeds ?? []), ...index];
  await io.out(problems.map((problem) => `${formatProblem(problem)}\n`).join(''));
  if (problems.length > 0) {
    const hint = index.length > 0 ? 'newsprint check --rebuild makes the index anew' : undefined;
    throw new NewsprintError(`${root}: ${formatCount(problems.length, 'problem')}`, { hint });
  }
  if (loadSharp() === null) io.note('sharp cannot load: of pictures the captions are shown');
  if (feeds === undefined || left === undefined) return;
  io.note(`${root}: ${formatCount(finder.totals().articles, 'article')}, no problem`);
}
