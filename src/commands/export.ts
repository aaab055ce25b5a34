// `newsprint export`: articles as a book, a page, mail, a feed or a folder that other programs read.
import type { ExportAbout, ExportedArticles } from '../core/article/exported-article.ts';
import { cleanLine } from '../core/clean.ts';
import { formatCount } from '../core/count.ts';
import { lettersThere } from '../library/files/letters-there.ts';
import { type Call, hasFlag, type Io } from './call/call.ts';
import { createProgress } from './call/progress.ts';
import type { VERBS } from './call/verbs.ts';
import { type Chosen, epubPieces, type MadeFormat, withChosen } from './print/chosen-rows.ts';

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
  const signal = io.interruption();
  await withChosen(call, io, FORMATS, async (chosen) => {
    const { format, root, rows } = chosen;
    const { exportedArticles } = await import('../jobs/export/exported-articles.ts');
    const progress = createProgress(io);
    const articles = exportedArticles(rows, {
      root,
      signal,
      isEpub: format === 'epub',
      onFailure: io.fail,
      onProgress: (done, all) =>
        progress.show(`exporting: ${done} of ${formatCount(all, 'article')}`),
    });
    await write(call, io, articles, chosen).finally(progress.end);
  });
}

async function write(
  call: Call,
  { platform }: Io,
  articles: ExportedArticles,
  { format, about, path, write: writePieces, writeFolder }: Chosen<ExportFormat>,
): Promise<void> {
  switch (format) {
    case 'epub':
      return writePieces(epubPieces(articles, about));
    case 'html': {
      const { webPage } = await import('../render/formats/web-page.ts');
      return writePieces(webPage(articles, about));
    }
    case 'markdown': {
      const { markdownFolder } = await import('../jobs/export/markdown-folder.ts');
      return writeFolder(markdownFolder(articles));
    }
    case 'mbox':
    case 'maildir': {
      const { maildir, mbox } = await import('../render/formats/mail.ts');
      if (format === 'mbox') return writePieces(mbox(articles, about));
      const colon = platform === 'win32' ? '!' : ':';
      return writeFolder(maildir(articles, about, colon, lettersThere(path)));
    }
    case 'atom':
    case 'jsonfeed': {
      const { atomFeed, jsonFeed } = await import('../render/formats/feed-documents.ts');
      const feed = format === 'atom' ? atomFeed : jsonFeed;
      return writePieces(feed(articles, steady(call, about)));
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
