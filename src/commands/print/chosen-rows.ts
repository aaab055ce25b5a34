// The articles that a query of the call chooses, and where what is made of them goes.
import { isAbsolute, resolve } from 'node:path';
import type { ExportedFile } from '../../core/article/exported-article.ts';
import { firstProblem } from '../../core/errors.ts';
import { createFolders } from '../../jobs/feeds/query-folders.ts';
import { writeNewFile, writeNewFolder } from '../../library/files/new-target.ts';
import type { ArticleRow, Finder } from '../../library/finder/finder.ts';
import { type Call, flagValue, hasFlag, readCount, usageError } from '../call/call.ts';
import { withFinder } from '../call/call-library.ts';
import type { Io } from '../call/io.ts';
import { readSearch } from './print-articles.ts';

/** Does work on them; that there is none is said. */
export async function withChosen(
  call: Call,
  io: Io,
  work: (rows: readonly ArticleRow[], finder: Finder) => Promise<void>,
): Promise<void> {
  const search = readSearch(call, io, 'published');
  const limit = readCount(call, 'limit') ?? Number.POSITIVE_INFINITY;
  const window = { offset: readCount(call, 'offset') ?? 0, limit };
  const choose = async (finder: Finder): Promise<void> => {
    const problem = firstProblem(finder.problems);
    if (problem !== null) io.warn(`${problem}; newsprint check names every problem`);
    const known = { ...search, query: await createFolders(finder.root)(search.query) };
    const rows = [...finder.stream(known, window)];
    if (rows.length === 0) io.note('no article fits the query');
    await work(rows, finder);
  };
  await withFinder(call, io, choose, { isSearched: true });
}

/** Where `--output` leads; `null` for standard output. */
export function readOutput(call: Call): string | null {
  const name = flagValue(call, 'output') ?? '-';
  if (name === '') throw usageError('--output needs a name');
  return name === '-' ? null : name;
}

function targetOf(call: Call, { cwd }: Io, name: string) {
  const path = isAbsolute(name) ? name : resolve(cwd, name);
  return { name, path, isForced: hasFlag(call, 'force') };
}

/** Writes pieces to the file of the call, or prints them. */
export async function writePieces(
  call: Call,
  io: Io,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const name = readOutput(call);
  if (name !== null) return writeNewFile(targetOf(call, io, name), pieces);
  for await (const piece of pieces) await io.out(String(piece));
}

/** Makes the folder of the call. */
export async function writeFiles(
  call: Call,
  io: Io,
  name: string,
  files: AsyncIterable<ExportedFile>,
): Promise<void> {
  await writeNewFolder(targetOf(call, io, name), files);
}
