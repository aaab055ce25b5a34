// The table that `search` draws on a terminal: the rows of `list`, a snippet below each.

import type { Article } from '../../core/article/article.ts';
import { localeFromEnv } from '../../core/dates/format-dates.ts';
import type { Query } from '../../core/query/query.ts';
import { joinHits, wordFinder, wordsOfField } from '../../core/query/query-hits.ts';
import type { ArticleRow } from '../../library/finder/finder.ts';
import { readArticle } from '../../library/finder/open-library.ts';
import { searchTexts } from '../../markdown/source/body-passages.ts';
import { readingMinutes } from '../../markdown/source/count-words.ts';
import { type Paint, paintSpans } from '../../text/palette.ts';
import { cutSnippet } from '../../text/snippet.ts';
import { withHits } from '../../text/with-role.ts';
import type { Io } from '../call/io.ts';
import { orFail } from '../call/open-library-of-call.ts';
import { type FindPassage, SNIPPET_COLUMNS } from './best-passage.ts';
import { createTable } from './list-table.ts';
import { batchesOf } from './search-call.ts';

/** A snippet stands below its article, behind the column of marks. */
const INDENT = 3;
/** The first lines come soon: each takes reading a file. */
const ROWS_AT_ONCE = 50;

/** How the rows of one call are looked at and shown. */
export interface FoundView {
  readonly root: string;
  readonly query: Query;
  readonly find: FindPassage;
  readonly width: number;
  readonly paint: Paint;
}

/** Prints the rows as they come; whether there was none. */
export async function printFoundTable(
  rows: Iterable<ArticleRow>,
  view: FoundView,
  io: Io,
): Promise<boolean> {
  const findInTitle = wordFinder(wordsOfField(view.query, 'title'));
  const table = createTable({ ...view, now: io.now, locale: localeFromEnv(io.env) });
  let isEmpty = true;
  for (const batch of batchesOf(rows, ROWS_AT_ONCE)) {
    isEmpty = false;
    const found = batch.flatMap(({ head, state }) => {
      const article = orFail(io, () => readArticle(view, head));
      return article === undefined ? [] : [{ article, state }];
    });
    const lines = table.lines(
      found.map(({ article, state }) => ({
        article,
        state,
        minutes: readingMinutes(article),
        hits: joinHits(findInTitle(article.title)),
      })),
    );
    const blocks = found.map(
      ({ article }, at) => `${lines[at] ?? ''}\n${snippetLine(article, view)}`,
    );
    await io.out(blocks.join(''));
  }
  return isEmpty;
}

/** The line below an article; empty where nothing but the headline tells why it was found. */
function snippetLine(article: Article, { find, width, paint }: FoundView): string {
  const found = find(article, searchTexts(article.markdown).passages);
  if (found === null) return '';
  const room = width === 0 ? SNIPPET_COLUMNS : Math.min(SNIPPET_COLUMNS, width - INDENT);
  const { text, hits } = cutSnippet(found.text, found.hits, room);
  const spans = withHits({ text, roles: ['meta'] }, hits).map((span) =>
    span.roles.includes('hit') ? { ...span, roles: ['hit' as const] } : span,
  );
  return `${paintSpans([{ text: ' '.repeat(INDENT), roles: [] }, ...spans], paint)}\n`;
}
