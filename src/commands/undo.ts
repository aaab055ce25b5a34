// `newsprint undo`: takes the last change back.
import { NewsprintError } from '../core/errors.ts';
import { formatUndo } from '../jobs/format-undo.ts';
import { hasExtras } from '../library/journals/import-extras.ts';
import type { UndoResult } from '../library/journals/undo-last.ts';
import { type Call, type Io, usageError } from './call/call.ts';
import { openMarks, withFinder } from './call/call-library.ts';

/**
 * Takes back the newest change that this device made and did not take back yet.
 * @throws NewsprintError `failed` where there is none
 */
export async function undo(call: Call, io: Io): Promise<void> {
  if (call.words[0] !== undefined) throw usageError(`undo takes no '${call.words[0]}'`);
  await withFinder(call, io, async (finder) => {
    const result = openMarks(call, io, finder).undo(io.now);
    if (result === null) throw new NewsprintError('nothing to undo');
    const more = hasExtras(finder.root, result.undoes)
      ? await takeMore(finder.root, io, result)
      : [];
    finder.refresh();
    io.note(formatUndo(result, finder, more));
    for (const path of result.blocked) {
      io.fail(new NewsprintError(`${path} stays in the trash: another file is in its place`));
    }
  });
}

async function takeMore(root: string, io: Io, { undoes }: UndoResult): Promise<readonly string[]> {
  const { undoImportExtras } = await import('../jobs/import/undo-import-extras.ts');
  return undoImportExtras(root, io, undoes);
}
