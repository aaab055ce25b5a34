// `newsprint search`: articles by relevance, each with the passage that shows why it was found.
import type { Article } from '../core/article/article.ts';
import { cleanLine } from '../core/clean.ts';
import { joinHits, wordFinder, wordsOfField } from '../core/query/query-hits.ts';
import { bodyPassages } from '../markdown/source/body-passages.ts';
import { withLevels } from '../text/bidi.ts';
import { paintSpans } from '../text/palette.ts';
import { cutSnippet } from '../text/snippet.ts';
import { withHits } from '../text/spans.ts';
import { type Call, type Io, usageError } from './call/call.ts';
import type { OutputStyle } from './call/output-style.ts';
import { type FoundArticle, passageFinder, SNIPPET_COLUMNS } from './print/best-passage.ts';
import { printArticles, readSearch } from './print/print-articles.ts';

/** A snippet stands below its article, behind the column of marks. */
const INDENT = 3;

/** Prints what the query finds, the best first. */
export async function search(call: Call, io: Io): Promise<void> {
  const wanted = readSearch(call, io, 'relevance');
  if (wanted.query.terms.length === 0) {
    throw usageError('search needs words to look for', 'newsprint list shows every article');
  }
  const find = passageFinder(wanted.query);
  const findIn = (article: Article): FoundArticle | null =>
    find(article, bodyPassages(article.markdown));
  const findInTitle = wordFinder(wordsOfField(wanted.query, 'title'));
  await printArticles(call, io, wanted, {
    // The first lines come soon: each takes reading a file.
    rowsAtOnce: 50,
    moreCells(article) {
      const { text = '', hits = [] } = findIn(article) ?? {};
      return cleanLine(cutSnippet(text, hits, SNIPPET_COLUMNS).text);
    },
    titleHits: (title) => joinHits(findInTitle(title)),
    lineBelow: (article, style) => snippetLine(findIn(article), style),
    async loadObject() {
      const { foundObject } = await import('./print/article-objects.ts');
      return (row, read) => {
        const article = read();
        return article && foundObject(row, article, find);
      };
    },
  });
}

/** The line below an article; empty where nothing but the headline tells why it was found. */
function snippetLine(found: FoundArticle | null, { width, paint }: OutputStyle): string {
  if (found === null) return '';
  const room = width === 0 ? SNIPPET_COLUMNS : Math.min(SNIPPET_COLUMNS, width - INDENT);
  const { text, hits } = cutSnippet(found.text, found.hits, room);
  const spans = withLevels(withHits({ text, roles: ['meta'] }, hits)).map((span) =>
    span.roles.includes('hit') ? { ...span, roles: ['hit' as const] } : span,
  );
  return `${paintSpans([{ text: ' '.repeat(INDENT), roles: [] }, ...spans], paint)}\n`;
}
