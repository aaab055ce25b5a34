// The articles that a query of the call chooses, and where what is made of them goes.
import { isAbsolute, resolve } from 'node:path';
import type { ExportedFile } from '../../core/article/exported-article.ts';
import { writeNewFile, writeNewFolder } from '../../library/files/new-target.ts';
import type { ArticleRow, Finder } from '../../library/finder/finder.ts';
import { type Call, flagValue, hasFlag, usageError } from '../call/call.ts';
import type { Io } from '../call/io.ts';
import { noteEmpty, readSearch, withFound } from './print-articles.ts';

/** Does work on them; why there is none is said. */
export async function withChosen(
  call: Call,
  io: Io,
  work: (rows: readonly ArticleRow[], finder: Finder) => Promise<void>,
): Promise<void> {
  await withFound(call, io, readSearch(call, io, 'published'), async (finder, ...found) => {
    const rows = [...finder.stream(...found)];
    if (rows.length === 0) noteEmpty(io, finder, ...found);
    await work(rows, finder);
  });
}

/** Where `--output` leads; `null` for standard output. */
export function readOutput(call: Call): string | null {
  const name = flagValue(call, 'output') ?? '-';
  if (name === '') throw usageError('--output needs a name');
  return name === '-' ? null : name;
}

/** The ending of the file that it names, which tells a format. */
export function endingOf(call: Call): string {
  return /\.(\w+)$/.exec(flagValue(call, 'output') ?? '')?.[1]?.toLowerCase() ?? '';
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
