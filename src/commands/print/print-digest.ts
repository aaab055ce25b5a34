// `newsprint digest`: headlines, summary points and first sentences by folder and source.
import { type Article, type ArticleHead, UNREAD } from '../../core/article/article.ts';
import type { ExportAbout, ExportedArticles } from '../../core/article/exported-article.ts';
import { readOrName } from '../../library/files/system-error.ts';
import { readArticle } from '../../library/finder/open-library.ts';
import { escapeMarkdown } from '../../markdown/source/escape-markdown.ts';
import { paintSpans } from '../../text/palette.ts';
import { type Call, readChoice } from '../call/call.ts';
import type { Io } from '../call/io.ts';
import { readLook } from '../call/look.ts';
import type { VERBS } from '../call/verbs.ts';
import { type MadeFormat, readMade, withChosen, writePieces } from './chosen-rows.ts';

type DigestFormat = (typeof VERBS.digest.formats)[number];

const FORMATS: readonly MadeFormat<DigestFormat>[] = [
  { name: 'text' },
  { name: 'markdown', endings: ['md'] },
  { name: 'html', endings: ['html', 'htm'] },
  { name: 'epub', endings: ['epub'], needs: 'a file: -o NAME.epub' },
];

/** Prints what the articles say in short that the query lets through, or writes it to a file. */
export async function digest(call: Call, io: Io): Promise<void> {
  const { format, output } = readMade(call, FORMATS, 'text');
  await withChosen(call, io, output, async ({ root, rows, about }) => {
    if (rows.length === 0) return;
    const { digestSections, wholeDigest } = await import('../../jobs/export/digest-sections.ts');
    const readBody = (head: ArticleHead) =>
      readOrName(() => readArticle({ root }, head).markdown, io.fail);
    const sections = digestSections(root, rows, readBody);
    const whole = wholeDigest(about.title, sections, rows);
    const pieces = digestPieces(call, io, { format, output, whole, sections, about });
    await writePieces(call, io, output, pieces);
  });
}

interface Digest {
  readonly format: DigestFormat;
  readonly output: string | null;
  readonly whole: Article;
  readonly sections: readonly Article[];
  readonly about: ExportAbout;
}

async function* digestPieces(
  call: Call,
  io: Io,
  { format, output, whole, sections, about }: Digest,
) {
  switch (format) {
    case 'text': {
      const { pageLines } = await import('../../render/page/page-lines.ts');
      const { paint, ...look } = readLook(call, io);
      const lines = pageLines(whole, { ...look, links: readChoice(call, 'links') ?? 'none' });
      const own = output === null ? paint : { color: false, hyperlinks: false };
      for (const { spans } of lines) yield `${paintSpans(spans, own)}\n`;
      return;
    }
    case 'markdown':
      yield `# ${escapeMarkdown(whole.title)}\n\n${whole.deck}\n\n${whole.markdown}\n`;
      return;
    case 'html': {
      const { webPage } = await import('../../render/formats/web-page.ts');
      yield* webPage(asExported([whole]), about);
      return;
    }
    case 'epub': {
      const { articleChapters, bookFiles } = await import('../../render/formats/book.ts');
      const { zipPieces } = await import('../../jobs/export/zip-pieces.ts');
      yield* zipPieces(bookFiles(articleChapters(asExported(sections), about), about));
      return;
    }
    default:
      format satisfies never;
  }
}

async function* asExported(articles: readonly Article[]): ExportedArticles {
  for (const article of articles) {
    yield { article, state: UNREAD, text: () => '', picture: () => null };
  }
}
