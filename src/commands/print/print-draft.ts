// What `add --dry-run` prints: the file that would be stored, and what was left out of it.

import { UNREAD } from '../../core/article/article.ts';
import { cleanLine } from '../../core/clean.ts';
import { formatJson } from '../../core/json.ts';
import type { TakenIn } from '../../jobs/add/take-in.ts';
import { articleName } from '../../library/articles/article-name.ts';
import { formatArticle } from '../../library/articles/format-article.ts';
import { articleFromText } from '../../library/articles/parse-article.ts';
import type { Io } from '../call/io.ts';

const LONGEST = 100;

/** The file's text on standard output, or its JSON; each dropped piece a line on standard error. */
export async function printDraft(
  { article, dropped }: TakenIn,
  format: 'markdown' | 'json',
  io: Io,
): Promise<void> {
  for (const { text, why } of dropped) io.err(`newsprint: left out (${why}): ${shorten(text)}`);
  const added = io.now.toISOString();
  const text = formatArticle({ ...article, added });
  if (format === 'markdown') return io.out(text);
  const { articleObject } = await import('./article-objects.ts');
  const name = articleName(article.title, article.published ?? added);
  const draft = articleFromText(text, `${name.slice(0, 4)}/${name}.md`).article;
  return io.out(`${formatJson(articleObject(draft, UNREAD), 2)}\n`);
}

function shorten(text: string): string {
  const line = cleanLine(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
