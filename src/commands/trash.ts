// `newsprint trash`: what was removed, and its end.
import { cleanLine, cleanText } from '../core/clean.ts';
import { formatCount } from '../core/count.ts';
import { formatIsoDay } from '../core/dates/dates.ts';
import { emptyTrash, listTrash, type TrashedFile } from '../library/store/remove-articles.ts';
import { type Call, hasFlag, type Io, usageError } from './call/call.ts';
import { findLibrary } from './call/call-library.ts';
import { readOutputStyle, TABLE_MEASURE } from './call/output-style.ts';
import { createTable, dateCell, type TableColumn } from './print/table.ts';

/** Lists the trash, or deletes what is in it. */
export async function trash(call: Call, io: Io): Promise<void> {
  const [word, extra] = call.words;
  const odd = word === 'list' ? extra : word;
  if (odd !== undefined) {
    const hint = 'newsprint trash --empty deletes what is in it';
    throw usageError(`trash takes no '${odd}'`, odd === 'empty' ? hint : undefined);
  }
  const { root } = findLibrary(call, io);
  if (!hasFlag(call, 'empty')) return list(call, io, root);
  if (word !== undefined) throw usageError('list and --empty exclude each other');
  io.note(`${formatCount(emptyTrash(root), 'file')} deleted`);
}

async function list(call: Call, io: Io, root: string): Promise<void> {
  const files = listTrash(root);
  const removed = files.filter(({ isEarlier }) => !isEarlier);
  const earlier = files.length - removed.length;
  if (files.length === 0) io.note('the trash is empty');
  const lines = io.outIsTerminal
    ? createTable(COLUMNS, readOutputStyle(call, io, TABLE_MEASURE))(removed)
    : removed.map(fileLine);
  await io.out(lines.map((line) => `${line}\n`).join(''));
  if (earlier > 0) {
    const texts = `${formatCount(earlier, 'earlier text')} of articles that were updated`;
    io.note(`the trash has ${removed.length === 0 ? '' : 'also '}${texts}`);
  }
}

/** ID, day of the removal and title between tabs, as `list` has them. */
function fileLine({ id, removed, title }: TrashedFile): string {
  return [cleanText(id), formatIsoDay(removed.toISOString()), cleanLine(title)].join('\t');
}

/** When it was removed, and the title: what a person knows it by. */
const COLUMNS: readonly TableColumn<TrashedFile>[] = [
  {
    role: 'meta',
    text: ({ removed }, options) => dateCell(removed.toISOString(), options),
    leaves: 1,
  },
  { text: ({ title }) => cleanLine(title) },
];
