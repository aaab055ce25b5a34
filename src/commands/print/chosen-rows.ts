// What a call makes of the articles that its query chooses: of which, in which format, and where it goes.
import { isAbsolute, resolve } from 'node:path';
import type {
  ExportAbout,
  ExportedArticles,
  ExportedFile,
} from '../../core/article/exported-article.ts';
import { cleanLine } from '../../core/clean.ts';
import { formatCount } from '../../core/count.ts';
import { hashUrn } from '../../core/hash-text.ts';
import { writeNewFile, writeNewFolder } from '../../library/files/new-target.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import { type Call, flagValue, hasFlag, type Io, readFormat, usageError } from '../call/call.ts';
import { readOutputStyle } from '../call/output-style.ts';
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
function readMade<Name extends string>(
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
  const ending = /\.([a-z]\w*)$/i.exec(output)?.[1]?.toLowerCase() ?? '';
  const told = formats.find(({ endings = [] }) => endings.includes(ending))?.name;
  const untold = ending === '' ? usual : undefined;
  const format = formats.find(({ name }) => name === (named ?? told ?? untold));
  if (format === undefined) {
    const what = ending === '' ? 'needs a format' : `has no format .${ending}`;
    throw usageError(`${call.verb} ${what}`, `-f one of ${names.join(', ')}`);
  }
  const { name, needs } = format;
  if (output === '-' && needs !== undefined) {
    throw usageError(`--format ${name} needs ${needs}`);
  }
  return { format: name, output: output === '-' ? null : output };
}

/** What is chosen, what is known of it together, and where what is made of it goes. */
export interface Chosen<Format extends string> {
  readonly format: Format;
  readonly root: string;
  readonly rows: readonly ArticleRow[];
  readonly about: ExportAbout;
  readonly isPrinted: boolean;
  /** Where it goes, absolute; the working folder where it is printed. */
  readonly path: string;
  /** Writes pieces to the file that is named, or prints them. */
  readonly write: (pieces: AsyncIterable<string | Uint8Array>) => Promise<void>;
  readonly writeFolder: (files: AsyncIterable<ExportedFile>) => Promise<void>;
}

/**
 * Makes something of what is chosen, and says where it went. Where that is nothing it says why, and
 * what is there under the name stays.
 * @param usual as of `readMade`, which throws the same
 */
export async function withChosen<Format extends string>(
  call: Call,
  io: Io,
  formats: readonly MadeFormat<Format>[],
  work: (chosen: Chosen<Format>) => Promise<void>,
  usual?: Format,
): Promise<void> {
  const { format, output } = readMade(call, formats, usual);
  const { locale } = readOutputStyle(call, io);
  const name = output ?? '';
  const path = isAbsolute(name) ? name : resolve(io.cwd, name);
  const target = { name, path, isForced: hasFlag(call, 'force') };
  const print = async (pieces: AsyncIterable<string | Uint8Array>): Promise<void> => {
    for await (const piece of pieces) await io.out(String(piece));
  };
  await withFound(call, io, readSearch(call, io, 'published'), async (finder, ...found) => {
    const { exportAbout } = await import('../../jobs/export/exported-articles.ts');
    const { root } = finder;
    const rows = [...finder.stream(...found)];
    if (rows.length === 0) {
      noteEmpty(io, finder, ...found);
      if (output !== null) return io.note(`nothing is written to ${cleanLine(output)}`);
    }
    const known = exportAbout(rows, locale);
    const title = cleanLine(flagValue(call, 'title') ?? known.title);
    const id = hashUrn(`${root}\n${call.words.join(' ')}`);
    await work({
      format,
      root,
      rows,
      about: { ...known, title, id },
      isPrinted: output === null,
      path,
      write: (pieces) => (output === null ? print(pieces) : writeNewFile(target, pieces)),
      writeFolder: (files) => writeNewFolder(target, files, root),
    });
    if (output === null) return;
    io.note(`${formatCount(rows.length, 'article')} written to ${cleanLine(output)}`);
  });
}

export async function* epubPieces(articles: ExportedArticles, about: ExportAbout) {
  const { articleChapters, epubFiles } = await import('../../render/formats/epub.ts');
  const { zipPieces } = await import('../../jobs/export/zip-pieces.ts');
  yield* zipPieces(epubFiles(articleChapters(articles, about), about));
}
