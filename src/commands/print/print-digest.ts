// `newsprint digest`: headlines, summary points and first sentences by folder and source.
import { type Article, type ArticleHead, UNREAD } from '../../core/article/article.ts';
import type { ExportedArticles } from '../../core/article/exported-article.ts';
import { readOrName } from '../../library/files/system-error.ts';
import { readArticle } from '../../library/finder/open-library.ts';
import { escapeMarkdown } from '../../markdown/source/escape-markdown.ts';
import { paintSpans } from '../../text/palette.ts';
import { type Call, type Io, readChoice } from '../call/call.ts';
import { readOutputStyle } from '../call/output-style.ts';
import type { VERBS } from '../call/verbs.ts';
import { type Chosen, epubPieces, type MadeFormat, withChosen } from './chosen-rows.ts';

type DigestFormat = (typeof VERBS.digest.formats)[number];

const FORMATS: readonly MadeFormat<DigestFormat>[] = [
  { name: 'text', endings: ['txt', 'text'] },
  { name: 'markdown', endings: ['md', 'markdown'] },
  { name: 'html', endings: ['html', 'htm'] },
  { name: 'epub', endings: ['epub'], needs: 'a file: -o NAME.epub' },
];

/** Prints what the articles say in short that the query lets through, or writes it to a file. */
export async function digest(call: Call, io: Io): Promise<void> {
  const make = async (chosen: Chosen<DigestFormat>): Promise<void> => {
    const { root, rows, about } = chosen;
    if (rows.length === 0) return;
    const { digestSections, wholeDigest } = await import('../../jobs/export/digest-sections.ts');
    const readBody = (head: ArticleHead) =>
      readOrName(() => readArticle({ root }, head).markdown, io.fail);
    const sections = digestSections(root, rows, readBody);
    const whole = wholeDigest(about.title, sections, rows);
    await chosen.write(digestPieces(call, io, chosen, whole, sections));
  };
  await withChosen(call, io, FORMATS, make, 'text');
}

async function* digestPieces(
  call: Call,
  io: Io,
  { format, isPrinted, about }: Chosen<DigestFormat>,
  whole: Article,
  sections: readonly Article[],
) {
  switch (format) {
    case 'text': {
      const { pageLines } = await import('../../render/page/page-lines.ts');
      const { paint, ...style } = readOutputStyle(call, io);
      const lines = pageLines(whole, { ...style, links: readChoice(call, 'links') ?? 'none' });
      const own = isPrinted ? paint : { color: false, hyperlinks: false };
      for (const { spans } of lines) yield `${paintSpans(spans, own)}\n`;
      return;
    }
    case 'markdown':
      yield `# ${escapeMarkdown(whole.title)}\n\n${whole.deck}\n\n${whole.markdown}\n`;
      return;
    case 'html': {
      const { webPage } = await import('../../render/formats/web-page.ts');
      return yield* webPage(asExported([whole]), about);
    }
    case 'epub':
      return yield* epubPieces(asExported(sections), about);
    default:
      format satisfies never;
  }
}

async function* asExported(articles: readonly Article[]): ExportedArticles {
  for (const article of articles) {
    yield { article, state: UNREAD, text: () => '', picture: () => null };
  }
}
