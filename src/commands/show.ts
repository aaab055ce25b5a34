// `newsprint show`: articles set as pages, or handed on as Markdown, HTML or JSON.
import { pathToFileURL } from 'node:url';
import type { Article } from '../core/article/article.ts';
import type { Locale } from '../core/dates/format-dates.ts';
import { formatJson } from '../core/json.ts';
import type { PageOptions } from '../render/page/page-lines.ts';
import type { Line } from '../text/line.ts';
import { paintSpans } from '../text/palette.ts';
import { type PictureProtocol, pictureProtocol } from '../text/pictures/picture-protocols.ts';
import {
  type Call,
  type ChoiceOf,
  hasFlag,
  type Io,
  readChoice,
  readFormat,
  usageError,
} from './call/call.ts';
import { type OutputStyle, readOutputStyle, readPaint } from './call/output-style.ts';
import { setting } from './call/setting.ts';
import { VERBS } from './call/verbs.ts';
import { readPick } from './print/picked-fields.ts';
import { printObjects } from './print/print-objects.ts';
import { readSources, type Source } from './print/read-sources.ts';

/** Prints each article that can be had; names those that cannot. */
export async function show(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.show.formats) ?? 'text';
  const links = readChoice(call, 'links') ?? 'footnote';
  const style = { ...readOutputStyle(call, io), links, protocol: readPictures(call, io) };
  if (call.words.length === 0) {
    throw usageError('show needs an article', 'newsprint list names them: newsprint show ID');
  }
  const pick = await readPick(call);
  const isOne = call.words.length === 1;
  if (format === 'markdown' && !isOne) {
    throw usageError('--format markdown takes one article', 'files cannot be joined into one');
  }
  const sources = readSources(call, io);
  switch (format) {
    case 'text':
      return printPages(sources, style, io);
    case 'markdown':
      for await (const { text } of sources) await io.out(text());
      return;
    case 'html':
      return printHtml(sources, style.locale, io);
    case 'json':
    case 'jsonl': {
      const { articleObject } = await import('../jobs/programs/article-object.ts');
      const build = ({ article, state }: Source): object => pick(articleObject(article, state()));
      // One argument is an object, several are an array, whatever became of them.
      if (format === 'jsonl' || !isOne)
        return void (await printObjects(format, sources, build, io));
      for await (const source of sources) await io.out(`${formatJson(build(source), 2)}\n`);
      return;
    }
    default:
      format satisfies never;
  }
}

/** How pictures are printed; `null` where their captions are, as without the flag. */
function readPictures(call: Call, io: Io): PictureProtocol | null {
  const choice = hasFlag(call, 'pictures') ? setting(call, io, 'pictures') : 'off';
  return io.outIsTerminal && readPaint(call, io).color ? pictureProtocol(choice, io.env) : null;
}

async function printHtml(sources: AsyncIterable<Source>, locale: Locale, io: Io): Promise<void> {
  const { htmlPage } = await import('../render/html/html-page.ts');
  const articles: Article[] = [];
  const urls: (string | null)[] = [];
  for await (const { article, file } of sources) {
    articles.push(article);
    urls.push(file && pathToFileURL(file).href);
  }
  if (articles.length > 0) await io.out(htmlPage(articles, locale, urls));
}

interface PageStyle extends OutputStyle {
  readonly links: ChoiceOf<'links'>;
  readonly protocol: PictureProtocol | null;
}

async function printPages(
  sources: AsyncIterable<Source>,
  { paint, protocol, ...style }: PageStyle,
  io: Io,
): Promise<void> {
  const { pageLines } = await import('../render/page/page-lines.ts');
  const { createCodeColors } = await import('../render/page/code-colors.ts');
  const code = createCodeColors();
  let separator = '';
  for await (const { article, minutes, root } of sources) {
    if (paint.color) await code.load(article.markdown);
    const setsRight = paint.order !== 'read';
    const layOut = (picture?: PageOptions['picture']) =>
      pageLines(article, { minutes, code, setsRight, picture, ...style });
    const paintLine = ({ spans }: Line) => `${paintSpans(spans, paint)}\n`;
    if (protocol === null || root === null) {
      let page = separator;
      for (const line of layOut()) page += paintLine(line);
      await io.out(page);
    } else {
      const { drawnLines } = await import('./print/drawn-lines.ts');
      await io.out(separator + (await drawnLines({ root, host: io }, protocol, layOut, paintLine)));
    }
    separator = `\n${'─'.repeat(20)}\n\n`;
  }
}
