// What a program reads of articles, in each form.
import { pathToFileURL } from 'node:url';
import type { Locale } from '../../core/dates/format-dates.ts';
import { formatJson } from '../../core/json.ts';
import type { ProgramInput } from '../../library/config/programs.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import { readArticle, readArticleText } from '../../library/finder/open-library.ts';

/** The text of an article as paragraphs, its headline first: nothing is wrapped. */
async function plain(root: string, { head }: ArticleRow): Promise<string> {
  const { parseMarkdown } = await import('../../markdown/parse/parse-markdown.ts');
  const { plainText } = await import('../../markdown/document/plain-text.ts');
  const article = readArticle({ root }, head);
  return `${article.title}\n\n${plainText(parseMarkdown(article.markdown)).trim()}\n`;
}

async function page(root: string, rows: readonly ArticleRow[], locale: Locale): Promise<string> {
  const { htmlPage } = await import('../../render/html/html-page.ts');
  const articles = rows.map(({ head }) => readArticle({ root }, head));
  const urls = articles.map(({ path }) => pathToFileURL(`${root}/${path}`).href);
  return htmlPage(articles, locale, urls);
}

async function line(root: string, { head, state }: ArticleRow): Promise<string> {
  const { articleObject } = await import('../../jobs/programs/article-object.ts');
  return `${formatJson(articleObject(readArticle({ root }, head), state))}\n`;
}

/** What a program is to read. @throws NewsprintError where a file cannot be read */
export async function articleInput(
  kind: ProgramInput,
  rows: readonly ArticleRow[],
  { root, locale }: { readonly root: string; readonly locale: Locale },
): Promise<string> {
  switch (kind) {
    case 'none':
      return '';
    case 'ids':
      return rows.map(({ head }) => `${head.id}\n`).join('');
    case 'markdown':
      return rows.map(({ head }) => readArticleText({ root }, head)).join('\n');
    case 'html':
      return page(root, rows, locale);
    case 'text':
      return (await Promise.all(rows.map((row) => plain(root, row)))).join('\n');
    case 'json':
      return (await Promise.all(rows.map((row) => line(root, row)))).join('');
    default:
      return kind satisfies never;
  }
}
