// `newsprint export`: articles as a book, a page, mail, a feed or a folder that other programs read.
import type { ExportAbout, ExportedArticles } from '../core/article/exported-article.ts';
import { cleanLine } from '../core/clean.ts';
import { formatCount } from '../core/count.ts';
import { type Call, hasFlag } from './call/call.ts';
import type { Io } from './call/io.ts';
import { createProgress } from './call/progress.ts';
import type { VERBS } from './call/verbs.ts';
import {
  type MadeFormat,
  readMade,
  withChosen,
  writeFiles,
  writePieces,
} from './print/chosen-rows.ts';

type ExportFormat = (typeof VERBS.export.formats)[number];

const FORMATS: readonly MadeFormat<ExportFormat>[] = [
  { name: 'epub', endings: ['epub'], needs: 'a file: -o NAME.epub' },
  { name: 'html', endings: ['html', 'htm'] },
  { name: 'markdown', needs: 'a folder: -o FOLDER' },
  { name: 'mbox', endings: ['mbox'] },
  { name: 'maildir', needs: 'a folder: -o FOLDER' },
  { name: 'atom', endings: ['atom', 'xml'] },
  { name: 'jsonfeed', endings: ['json'] },
];

/** Writes the articles that the query lets through. */
export async function exportArticles(call: Call, io: Io): Promise<void> {
  const { format, output } = readMade(call, FORMATS);
  const signal = io.interruption();
  await withChosen(call, io, output, async ({ root, rows, about }) => {
    const { exportedArticles } = await import('../jobs/export/exported-articles.ts');
    const progress = createProgress(io);
    const articles = exportedArticles(rows, {
      root,
      signal,
      isBook: format === 'epub',
      onFailure: io.fail,
      onProgress: (done, all) =>
        progress.show(`exporting: ${done} of ${formatCount(all, 'article')}`),
    });
    await write(call, io, { format, output, articles, about, root }).finally(progress.end);
  });
}

interface Export {
  readonly root: string;
  readonly format: ExportFormat;
  readonly output: string | null;
  readonly articles: ExportedArticles;
  readonly about: ExportAbout;
}

async function write(call: Call, io: Io, { format, output, articles, about, root }: Export) {
  switch (format) {
    case 'epub': {
      const { articleChapters, bookFiles } = await import('../render/formats/book.ts');
      const { zipPieces } = await import('../jobs/export/zip-pieces.ts');
      const files = bookFiles(articleChapters(articles, about), about);
      return writePieces(call, io, output, zipPieces(files));
    }
    case 'html': {
      const { webPage } = await import('../render/formats/web-page.ts');
      return writePieces(call, io, output, webPage(articles, about));
    }
    case 'markdown': {
      const { markdownFolder } = await import('../jobs/export/markdown-folder.ts');
      return writeFiles(call, io, output, markdownFolder(articles), root);
    }
    case 'mbox':
    case 'maildir': {
      const { maildir, mbox } = await import('../render/formats/mail.ts');
      if (format === 'mbox') return writePieces(call, io, output, mbox(articles, about));
      const colon = io.platform === 'win32' ? '!' : ':';
      return writeFiles(call, io, output, maildir(articles, about, colon), root);
    }
    case 'atom':
    case 'jsonfeed': {
      const { atomFeed, jsonFeed } = await import('../render/formats/feed-documents.ts');
      const feed = format === 'atom' ? atomFeed : jsonFeed;
      return writePieces(call, io, output, feed(articles, steady(call, about)));
    }
    default:
      format satisfies never;
  }
}

/** A feed is called the same whatever is in it. */
function steady(call: Call, about: ExportAbout): ExportAbout {
  if (hasFlag(call, 'title')) return about;
  return { ...about, title: cleanLine(['newsprint', ...call.words].join(' ')) };
}
