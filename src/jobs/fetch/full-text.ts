// The full text of one article of the library, from its page, as `--full` has it when a feed is fetched.
import { join } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { articleInFile } from '../../library/articles/format-article.ts';
import { readTextFile } from '../../library/files/read-text-file.ts';
import { scanExisting } from '../../library/finder/existing-articles.ts';
import { emptyLibrary } from '../../library/finder/open-library.ts';
import { openStore } from '../../library/store/article-store.ts';
import { askProcess, type WorkContext } from '../../library/threads/worker-thread.ts';
import { countWords } from '../../markdown/source/count-words.ts';
import { allowedFromArticle } from '../../net/http/allowed-addresses.ts';
import { readCorrections } from '../add/kept-corrections.ts';
import type { JobHost } from '../job-host.ts';
import { placeFullText, takePage } from './fetch-page.ts';

/** Which article, as plain data. */
interface FullTextWork extends Pick<ArticleHead, 'id' | 'path'> {
  readonly root: string;
  readonly host: Pick<JobHost, 'version' | 'now' | 'env' | 'platform'>;
}

/** The outcome: words of the page, and of the article before. */
interface FullText {
  /** Whether the article has the page's text now; it has not where the page says no more. */
  readonly isReplaced: boolean;
  readonly words: number;
  readonly before: number;
}

/**
 * Replaces an article's text by its page's where that is longer; an excerpt also by a shorter one, down
 * to half its length.
 * @throws NewsprintError why the page cannot be had, or the article not be written
 */
export async function fetchFullText(
  { root, host, id, path }: FullTextWork,
  { signal }: Pick<WorkContext<never>, 'signal'>,
): Promise<FullText> {
  const text = readTextFile(join(root, path), path);
  const article = articleInFile(text, { id, path });
  const head = { ...article, id, path };
  const allowed = allowedFromArticle(head);
  const corrections = readCorrections(root);
  const surroundings = { root, host: { ...host, allowed }, signal, corrections };
  const taken = await takePage(head.url ?? '', surroundings);
  const { words } = countWords(taken.article.markdown);
  const { words: before } = countWords(article.markdown);
  if (head.excerpt ? words * 2 < before : words <= before)
    return { isReplaced: false, words, before };
  const whole = await placeFullText({ article, urls: [] }, taken, surroundings, () => true);
  const store = openStore(scanExisting(emptyLibrary(root, host)), host.now);
  const { kind } = store.replace(head, whole.article);
  store.finish();
  return { isReplaced: kind === 'replaced', words, before };
}

/** The same in another process. */
export async function fetchFullTextInProcess(
  work: FullTextWork,
  signal: AbortSignal,
): Promise<FullText> {
  const host = { ...work.host, env: { ...work.host.env } };
  return askProcess('full-text-worker.cjs', fetchFullText, { ...work, host }, { signal });
}
