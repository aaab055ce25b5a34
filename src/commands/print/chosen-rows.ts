// What a call makes of the articles that its query chooses: of which, in which format, and where it goes.
import { isAbsolute, resolve } from 'node:path';
import type { ExportAbout, ExportedFile } from '../../core/article/exported-article.ts';
import { cleanLine } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import { hashUrn } from '../../core/hash-text.ts';
import { writeNewFile, writeNewFolder } from '../../library/files/new-target.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import { type Call, flagValue, hasFlag, readFormat, usageError } from '../call/call.ts';
import type { Io } from '../call/io.ts';
import { readLook } from '../call/look.ts';
import { noteEmpty, readSearch, withFound } from './print-articles.ts';

/** A format, the endings of names that tell it, and what `--output` has to name where it cannot be printed. */
export interface MadeFormat<Name extends string> {
  readonly name: Name;
  readonly endings?: readonly string[];
  readonly needs?: string;
}

/**
 * The format of the call, by its flag or by the name of what is made, and that name.
 * @param usual without either
 * @throws NewsprintError `usage` where there is none, or where it cannot be printed
 */
export function readMade<Name extends string>(
  call: Call,
  formats: readonly MadeFormat<Name>[],
  usual?: Name,
) {
  const names = formats.map(({ name }) => name);
  const named = readFormat(call, names);
  if (named === 'json') {
    throw usageError(`${call.verb} has no --json`, `its formats are ${names.join(', ')}`);
  }
  const output = flagValue(call, 'output') ?? '-';
  const ending = /\.(\w+)$/.exec(output)?.[1]?.toLowerCase() ?? '';
  const told = formats.find(({ endings = [] }) => endings.includes(ending))?.name;
  const format = formats.find(({ name }) => name === (named ?? told ?? usual));
  if (format === undefined) {
    throw usageError(`${call.verb} needs a format`, `-f one of ${names.join(', ')}`);
  }
  const { name, needs } = format;
  if (output === '-' && needs !== undefined) {
    throw usageError(`--format ${name} needs ${needs}`);
  }
  return { format: name, output: output === '-' ? null : output };
}

/** What is chosen, and what is known of it together. */
export interface Chosen {
  readonly root: string;
  readonly rows: readonly ArticleRow[];
  readonly about: ExportAbout;
}

/**
 * Makes something of what is chosen, and says where it went. Where that is nothing it says why, and
 * what is there under the name stays.
 * @param output the name of what is made; `null` where it is printed
 */
export async function withChosen(
  call: Call,
  io: Io,
  output: string | null,
  work: (chosen: Chosen) => Promise<void>,
): Promise<void> {
  const { locale } = readLook(call, io);
  await withFound(call, io, readSearch(call, io, 'published'), async (finder, ...found) => {
    const { exportAbout } = await import('../../jobs/export/exported-articles.ts');
    const rows = [...finder.stream(...found)];
    if (rows.length === 0) {
      noteEmpty(io, finder, ...found);
      if (output !== null) return io.note(`nothing is written to ${cleanLine(output)}`);
    }
    const known = exportAbout(rows, locale);
    const title = cleanLine(flagValue(call, 'title') ?? known.title);
    const id = hashUrn(`${finder.root}\n${call.words.join(' ')}`);
    await work({ root: finder.root, rows, about: { ...known, title, id } });
    if (output === null) return;
    io.note(`${formatCount(rows.length, 'article')} written to ${cleanLine(output)}`);
  });
}

/** Writes pieces to a file, or prints them where none is named. */
export async function writePieces(
  call: Call,
  io: Io,
  output: string | null,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  if (output !== null) return writeNewFile(targetOf(call, io, output), pieces);
  for await (const piece of pieces) await io.out(String(piece));
}

/** Makes a folder of files. */
export async function writeFiles(
  call: Call,
  io: Io,
  output: string | null,
  files: AsyncIterable<ExportedFile>,
  root: string,
): Promise<void> {
  await writeNewFolder(targetOf(call, io, output ?? ''), files, root);
}

function targetOf(call: Call, { cwd }: Io, name: string) {
  const path = isAbsolute(name) ? name : resolve(cwd, name);
  return { name, path, isForced: hasFlag(call, 'force') };
}
