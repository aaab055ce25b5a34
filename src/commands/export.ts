// `newsprint export`: articles as a book, a page, mail, a feed or a folder that other programs read.
import type { ExportAbout } from '../core/article/exported-article.ts';
import { cleanLine } from '../core/clean.ts';
import { formatCount } from '../core/count.ts';
import { hashUrn } from '../core/hash-text.ts';
import type { ExportOptions } from '../jobs/export/exported-articles.ts';
import type { ArticleRow } from '../library/finder/finder.ts';
import { type Call, flagValue, readFormat, usageError } from './call/call.ts';
import type { Io } from './call/io.ts';
import { readLook } from './call/look.ts';
import { createProgress } from './call/progress.ts';
import { VERBS } from './call/verbs.ts';
import { endingOf, readOutput, withChosen, writeFiles, writePieces } from './print/chosen-rows.ts';

const FORMATS = VERBS.export.formats;
type ExportFormat = (typeof FORMATS)[number];

/** The formats that the endings of names tell. */
const ENDINGS: Readonly<Record<string, ExportFormat>> = {
  ...{ epub: 'epub', html: 'html', htm: 'html', mbox: 'mbox' },
  ...{ atom: 'atom', xml: 'atom', json: 'jsonfeed' },
};
/** What cannot be printed. */
const NEEDS: { readonly [Name in ExportFormat]?: string } = {
  ...{
    epub: 'a file: -o NAME.epub',
    markdown: 'a folder: -o FOLDER',
    maildir: 'a folder: -o FOLDER',
  },
};

/** Writes the articles that the query lets through. */
export async function exportArticles(call: Call, io: Io): Promise<void> {
  const format = readExportFormat(call);
  const output = readOutput(call);
  const need = NEEDS[format];
  if (output === null && need !== undefined) throw usageError(`--format ${format} needs ${need}`);
  const { locale } = readLook(call, io);
  const signal = io.interruption();
  await withChosen(call, io, async (rows, { root }) => {
    // A book has a chapter.
    if (rows.length === 0 && format === 'epub') return;
    const { exportAbout } = await import('../jobs/export/exported-articles.ts');
    const known = exportAbout(rows, locale);
    const query = call.words.join(' ');
    const named = isFeed(format) ? `newsprint: ${query}`.replace(/: $/, '') : known.title;
    const title = cleanLine(flagValue(call, 'title') ?? named);
    const about = { ...known, title, id: hashUrn(`${root}\n${query}`) };
    const progress = createProgress(io);
    const onProgress = (done: number, all: number): void =>
      progress.show(`exporting: ${done} of ${formatCount(all, 'article')}`);
    const options = { root, signal, onProgress, onFailure: io.fail };
    await write(call, io, { format, output: output ?? '', rows, about, options }).finally(
      progress.end,
    );
    if (output !== null && rows.length > 0) {
      io.note(`${formatCount(rows.length, 'article')} written to ${output}`);
    }
  });
}

function isFeed(format: ExportFormat): boolean {
  return format === 'atom' || format === 'jsonfeed';
}

/** @throws NewsprintError `usage` where neither the flag nor the name says it */
function readExportFormat(call: Call): ExportFormat {
  const format = readFormat(call, FORMATS);
  if (format === 'json') throw usageError('export has no --json', 'a feed in JSON: -f jsonfeed');
  const found = format ?? ENDINGS[endingOf(call)];
  if (found !== undefined) return found;
  throw usageError('export needs a format', `-f one of ${FORMATS.join(', ')}`);
}

interface Export {
  readonly format: ExportFormat;
  readonly output: string;
  readonly rows: readonly ArticleRow[];
  readonly about: ExportAbout;
  readonly options: ExportOptions;
}

async function write(call: Call, io: Io, { format, output, rows, about, options }: Export) {
  const { exportedArticles } = await import('../jobs/export/exported-articles.ts');
  const articles = exportedArticles(rows, { ...options, isBook: format === 'epub' });
  switch (format) {
    case 'epub': {
      const { articleChapters, bookFiles } = await import('../render/formats/book.ts');
      const { zipPieces } = await import('../jobs/export/zip-pieces.ts');
      return writePieces(call, io, zipPieces(bookFiles(articleChapters(articles, about), about)));
    }
    case 'html': {
      const { webPage } = await import('../render/formats/web-page.ts');
      return writePieces(call, io, webPage(articles, about));
    }
    case 'markdown': {
      const { markdownFolder } = await import('../jobs/export/markdown-folder.ts');
      return writeFiles(call, io, output, markdownFolder(articles));
    }
    case 'mbox':
    case 'maildir': {
      const { maildir, mbox } = await import('../render/formats/mail.ts');
      if (format === 'mbox') return writePieces(call, io, mbox(articles, about));
      const colon = io.platform === 'win32' ? '!' : ':';
      return writeFiles(call, io, output, maildir(articles, about, colon));
    }
    case 'atom':
    case 'jsonfeed': {
      const { atomFeed, jsonFeed } = await import('../render/formats/feed-documents.ts');
      return writePieces(call, io, (format === 'atom' ? atomFeed : jsonFeed)(articles, about));
    }
    default:
      format satisfies never;
  }
}
