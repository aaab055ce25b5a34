// The lines of a list that a script reads: ids, paths and tab-separated values.

import type { ArticleHead } from '../../core/article/article.ts';
import { cleanLine, cleanText } from '../../core/clean.ts';
import { formatIsoDay } from '../../core/dates/dates.ts';

/** The ID alone. */
export function idLine(article: ArticleHead): string {
  return cleanText(article.id);
}

/** The path of the file, under the library's root as that was given. */
export function pathLine(article: ArticleHead, root: string): string {
  return cleanText(`${root.replace(/[/\\]+$/, '')}/${article.path}`);
}

/** ID, date as YYYY-MM-DD, source and title between tabs; what is absent is empty. */
export function tsvLine(article: ArticleHead): string {
  const date = article.published ?? article.added;
  const cells = [date === null ? '' : formatIsoDay(date), article.source ?? '', article.title];
  return [idLine(article), ...cells.map(cleanLine)].join('\t');
}
