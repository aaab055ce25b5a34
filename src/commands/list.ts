// `newsprint list`: one line an article, as a table, as tab-separated values, or as JSON.
import type { Call, Io } from './call/call.ts';
import { printArticles, readSearch } from './print/print-articles.ts';

/** Prints the articles that match the query. */
export async function list(call: Call, io: Io): Promise<void> {
  await printArticles(call, io, readSearch(call, io, 'published'), {
    loadObject: async () => (await import('./print/article-objects.ts')).rowObject,
  });
}
