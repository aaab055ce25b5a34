// `newsprint trash`: what was removed, and its end.

import { cleanText } from '../core/clean.ts';
import { formatCount } from '../core/count.ts';
import { formatIsoDay } from '../core/dates.ts';
import { emptyTrash, listTrash, type TrashedFile } from '../library/trash.ts';
import { type Call, hasFlag, usageError } from './call.ts';
import type { Io } from './io.ts';
import { findLibrary, note } from './open.ts';

/** Lists the trash, or deletes what is in it. */
export async function trash(call: Call, io: Io): Promise<void> {
  const [word, extra] = call.words;
  const odd = word === 'list' ? extra : word;
  if (odd !== undefined) throw usageError(`trash takes no '${odd}'`);
  const { root } = findLibrary(call, io);
  if (!hasFlag(call, 'empty')) return list(call, io, root);
  if (word !== undefined) throw usageError('list and --empty exclude each other');
  note(call, io, `${formatCount(emptyTrash(root), 'file')} deleted`);
}

async function list(call: Call, io: Io, root: string): Promise<void> {
  const files = listTrash(root);
  const removed = files.filter(({ isEarlier }) => !isEarlier);
  const earlier = files.length - removed.length;
  if (files.length === 0) note(call, io, 'the trash is empty');
  await io.out(removed.map(fileLine).join(''));
  if (earlier > 0) {
    const texts = `${formatCount(earlier, 'earlier text')} of articles that were updated`;
    note(call, io, `the trash has ${removed.length === 0 ? '' : 'also '}${texts}`);
  }
}

/** ID, day of the removal and title between tabs, as `list` has them. */
function fileLine({ id, removed, title }: TrashedFile): string {
  const cells = [id, formatIsoDay(removed.toISOString()), title];
  return `${cells.map(cleanText).join('\t')}\n`;
}
