// `newsprint show`: articles set as pages, or handed on as Markdown, HTML or JSON.
import { pathToFileURL } from 'node:url';
import type { Article } from '../core/article/article.ts';
import { localeFromEnv } from '../core/dates/format-dates.ts';
import { formatJson } from '../core/json.ts';
import { type Call, readFormat, usageError } from './call/call.ts';
import type { Io } from './call/io.ts';
import { VERBS } from './call/verbs.ts';
import { printObjects } from './print/print-objects.ts';
import { pageSetter, printPages } from './print/print-pages.ts';
import { readSources, type Source } from './print/read-sources.ts';

/** Prints each article that can be had; names those that cannot. */
export async function show(call: Call, io: Io): Promise<void> {
  const format = readFormat(call, VERBS.show.formats) ?? 'text';
  const setPage = pageSetter(call, io);
  if (call.words.length === 0) {
    throw usageError('show needs an article', 'newsprint list names them: newsprint show ID');
  }
  const isOne = call.words.length === 1;
  if (format === 'markdown' && !isOne) {
    throw usageError('--format markdown takes one article', 'files cannot be joined into one');
  }
  const sources = readSources(call, io);
  switch (format) {
    case 'text':
      return printPages(sources, await setPage, io);
    case 'markdown':
      for await (const { text } of sources) await io.out(text());
      return;
    case 'html': {
      const { htmlPage } = await import('../render/html/html-page.ts');
      const articles: Article[] = [];
      const urls: (string | null)[] = [];
      for await (const { article, file } of sources) {
        articles.push(article);
        urls.push(file === null ? null : pathToFileURL(file).href);
      }
      if (articles.length > 0) await io.out(htmlPage(articles, localeFromEnv(io.env), urls));
      return;
    }
    case 'json':
    case 'jsonl': {
      const { articleObject } = await import('./print/article-objects.ts');
      const build = ({ article, state }: Source): object => articleObject(article, state);
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
