// `newsprint undo`: takes the last change back.

import { formatCount } from '../core/count.ts';
import { NewsprintError } from '../core/errors.ts';
import type { UndoResult } from '../library/undo.ts';
import { type Call, usageError } from './call.ts';
import type { Io } from './io.ts';
import { note, openMarks } from './open.ts';

/**
 * Takes back the newest change that this device made and did not take back yet.
 * @throws NewsprintError `failed` where there is none
 */
export async function undo(call: Call, io: Io): Promise<void> {
  if (call.words[0] !== undefined) throw usageError(`undo takes no '${call.words[0]}'`);
  const journals = openMarks(call, io);
  const result = journals.undo(io.now);
  if (result === null) throw new NewsprintError('nothing to undo', { code: 'failed' });
  note(call, io, formatUndo(result));
  for (const path of result.blocked) {
    const message = `${path} stays in the trash: another file is in its place`;
    io.fail(new NewsprintError(message, { code: 'failed' }));
  }
}

/** What was taken back, in words: `took back: 3 articles removed`. */
export function formatUndo({ ids, entries }: UndoResult): string {
  if (ids.length === 0) return 'took back a change that was changed again since: nothing altered';
  return `took back: ${formatCount(ids.length, 'article')} ${deedOf(entries[0])}`;
}

function deedOf(entry: UndoResult['entries'][number] | undefined): string {
  if (entry !== undefined && entry.rest.added !== null) return 'added';
  return entry?.set.removed === true ? 'removed' : 'marked';
}
