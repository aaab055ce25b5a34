// What a program may ask of an article in its words, by name.
import type { ArticleHead } from '../../core/article/article.ts';
import { cleanLine } from '../../core/clean.ts';
import { formatIsoDay } from '../../core/dates/dates.ts';
import type { ProgramValues } from './run-program.ts';

/** Each value is one line without controls; what an article has not is empty. @param path of its file, absolute */
export function articleValues(head: ArticleHead, path: string): ProgramValues {
  const values = {
    url: head.url,
    title: head.title,
    path,
    id: head.id,
    feed: head.feed,
    source: head.source,
    author: head.authors.join(', '),
    date: formatIsoDay(head.published ?? head.added ?? ''),
    enclosure: head.enclosures[0]?.url,
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, cleanLine(value ?? '')]),
  );
}
