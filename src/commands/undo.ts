// `newsprint undo`: takes the last change back.

import { formatCount } from '../core/count.ts';
import { NewsprintError } from '../core/errors.ts';
import type { Io } from '../jobs/io.ts';
import type { UndoResult } from '../library/journals/undo-last.ts';
import { type Call, usageError } from './call/call.ts';
import { note, openMarks } from './call/open-library-of-call.ts';

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

const DEEDS = ['added', 'updated', 'removed', 'marked'] as const;

/** What was taken back, in words: `took back: 3 articles added, 2 updated`. */
export function formatUndo({ ids, entries }: UndoResult): string {
  if (ids.length === 0) return 'took back a change that was changed again since: nothing altered';
  const altered = new Set(ids);
  const deeds = new Map(
    entries.filter(({ id }) => altered.has(id)).map((entry) => [entry.id, deedOf(entry)]),
  );
  const [first, ...others] = DEEDS.flatMap((deed) => {
    const count = [...deeds.values()].filter((one) => one === deed).length;
    return count === 0 ? [] : [{ deed, count }];
  });
  const parts = others.map(({ deed, count }) => `, ${count} ${deed}`);
  const { deed, count } = first ?? { deed: 'marked', count: ids.length };
  return `took back: ${formatCount(count, 'article')} ${deed}${parts.join('')}`;
}

function deedOf({ set, rest }: UndoResult['entries'][number]): (typeof DEEDS)[number] {
  if (rest.added !== null) return rest.replaced ? 'updated' : 'added';
  return set.removed === true ? 'removed' : 'marked';
}
