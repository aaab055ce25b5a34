// `newsprint trash`: what was removed, and its end.
import { cleanLine, cleanText } from '../core/clean.ts';
import { formatCount } from '../core/count.ts';
import { formatIsoDay } from '../core/dates/dates.ts';
import { formatListDate, localeFromEnv } from '../core/dates/format-dates.ts';
import { emptyTrash, listTrash, type TrashedFile } from '../library/store/remove-articles.ts';
import { paintSpans } from '../text/palette.ts';
import { padTo, truncate, widestOf } from '../text/width.ts';
import { type Call, hasFlag, readPaint, readWidth, usageError } from './call/call.ts';
import { findLibrary } from './call/call-library.ts';
import type { Io } from './call/io.ts';

/** Lists the trash, or deletes what is in it. */
export async function trash(call: Call, io: Io): Promise<void> {
  const [word, extra] = call.words;
  const odd = word === 'list' ? extra : word;
  if (odd !== undefined) throw usageError(`trash takes no '${odd}'`);
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
  const lines = io.outIsTerminal ? tableLines(removed, call, io) : removed.map(fileLine);
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
function tableLines(files: readonly TrashedFile[], call: Call, io: Io): readonly string[] {
  const width = readWidth(call, io, Number.POSITIVE_INFINITY);
  const paint = readPaint(call, io);
  const locale = localeFromEnv(io.env);
  const dates = files.map(({ removed }) => formatListDate(removed.toISOString(), io.now, locale));
  const widest = widestOf(dates);
  return files.map(({ title }, at) => {
    const date = { text: `${padTo(dates[at] ?? '', widest)}  `, roles: ['meta' as const] };
    const text = cleanLine(title);
    const room = Math.max(1, width - widest - 2);
    const name = { text: width === 0 ? text : truncate(text, room), roles: [] };
    return paintSpans([date, name], paint);
  });
}
