// `newsprint digest`: headlines, summary points and first sentences by folder and source.
import type { Article, ArticleHead } from '../../core/article/article.ts';
import { UNREAD } from '../../core/article/article.ts';
import type { ExportAbout, ExportedArticles } from '../../core/article/exported-article.ts';
import { cleanLine } from '../../core/clean.ts';
import { tryKnown } from '../../core/try-or.ts';
import { isGone } from '../../library/files/system-error.ts';
import { readArticle } from '../../library/finder/open-library.ts';
import { paintSpans } from '../../text/palette.ts';
import { type Call, flagValue, readChoice, readFormat, usageError } from '../call/call.ts';
import type { Io } from '../call/io.ts';
import { readLook } from '../call/look.ts';
import { VERBS } from '../call/verbs.ts';
import { endingOf, readOutput, withChosen, writePieces } from './chosen-rows.ts';

type DigestFormat = (typeof VERBS.digest.formats)[number];

/** The formats that the endings of names tell. */
const ENDINGS: Readonly<Record<string, DigestFormat>> = {
  ...{ md: 'markdown', html: 'html', htm: 'html', epub: 'epub' },
};

/** Prints what the articles say in short that the query lets through, or writes it to a file. */
export async function digest(call: Call, io: Io): Promise<void> {
  const named = readFormat(call, VERBS.digest.formats);
  if (named === 'json') throw usageError('digest has no --json', 'newsprint list has: list --json');
  const format = named ?? ENDINGS[endingOf(call)] ?? 'text';
  const output = readOutput(call);
  if (format === 'epub' && output === null) {
    throw usageError('--format epub needs a file: -o NAME.epub');
  }
  const { locale } = readLook(call, io);
  await withChosen(call, io, async (rows, { root }) => {
    if (rows.length === 0 && (output === null || format === 'epub')) return;
    const { exportAbout } = await import('../../jobs/export/exported-articles.ts');
    const { digestSections, wholeDigest } = await import('../../jobs/export/digest-sections.ts');
    const readBody = (head: ArticleHead): string | null =>
      tryKnown<string | null>(
        () => readArticle({ root }, head).markdown,
        (failure) => {
          if (!isGone(failure)) io.fail(failure);
          return null;
        },
      );
    const known = exportAbout(rows, locale);
    const title = cleanLine(flagValue(call, 'title') ?? known.title);
    const sections = digestSections(root, rows, readBody);
    const whole = wholeDigest(title, sections, rows);
    const about = { ...known, title, id: '' };
    await writePieces(call, io, digestPieces(call, io, { format, whole, sections, about }));
  });
}

interface Digest {
  readonly format: DigestFormat;
  readonly whole: Article;
  readonly sections: readonly Article[];
  readonly about: ExportAbout;
}

async function* digestPieces(call: Call, io: Io, { format, whole, sections, about }: Digest) {
  switch (format) {
    case 'text': {
      const { pageLines } = await import('../../render/page/page-lines.ts');
      const { paint, ...look } = readLook(call, io);
      const links = readChoice(call, 'links') ?? 'none';
      const own = readOutput(call) === null ? paint : { color: false, hyperlinks: false };
      for (const { spans } of pageLines(whole, { ...look, links })) {
        yield `${paintSpans(spans, own)}\n`;
      }
      return;
    }
    case 'markdown':
      yield `# ${whole.title}\n\n${whole.deck}\n\n${whole.markdown}\n`;
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
