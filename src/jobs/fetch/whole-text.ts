// The whole text of one article of the library, from its page, as a fetch of its feed with `--full` has it.
import { join } from 'node:path';
import type { ArticleHead } from '../../core/article/article.ts';
import { allowedFromAll } from '../../intake/http/allowed-addresses.ts';
import { articleInFile } from '../../library/articles/format-article.ts';
import { readTextFile } from '../../library/files/read-text-file.ts';
import { scanMembers } from '../../library/finder/members.ts';
import { emptyLibrary } from '../../library/finder/open-library.ts';
import { openStore } from '../../library/store/article-store.ts';
import { startThread, type WorkContext } from '../../library/threads/worker-thread.ts';
import { countWords } from '../../markdown/source/count-words.ts';
import { readCorrections } from '../add/kept-corrections.ts';
import type { JobHost } from '../job-host.ts';
import { placeWhole, takePage } from './fetch-page.ts';

/** Which article, as plain data. */
export interface WholeWork extends Pick<ArticleHead, 'id' | 'path'> {
  readonly root: string;
  readonly host: Pick<JobHost, 'version' | 'now' | 'env' | 'platform'>;
}

/** What came of it: words of the page, and of the article before. */
export interface WholeText {
  /** Where the page says no more the article is as it was. */
  readonly isBrought: boolean;
  readonly words: number;
  readonly before: number;
}

/**
 * Puts the text of an article's page in its place: of an excerpt unless it is less than half as long,
 * else only where it is longer.
 * @throws NewsprintError why the page cannot be had, or the article not be written
 */
export async function bringWhole(
  { root, host, id, path }: WholeWork,
  { signal }: Pick<WorkContext<never>, 'signal'>,
): Promise<WholeText> {
  const text = readTextFile(join(root, path), path);
  const article = articleInFile(text, { id, path });
  const head = { ...article, id, path };
  const addresses = [head.feed, head.url, ...head.also].filter((one) => one !== null);
  const allowed = allowedFromAll(addresses);
  const corrections = readCorrections(root);
  const surroundings = { root, host: { ...host, allowed }, signal, corrections };
  const taken = await takePage(head.url ?? '', surroundings);
  const { words } = countWords(taken.article.markdown);
  const { words: before } = countWords(article.markdown);
  if (head.excerpt ? words * 2 < before : words <= before)
    return { isBrought: false, words, before };
  const whole = await placeWhole({ article, urls: [] }, taken, surroundings, () => true);
  const store = openStore(scanMembers(emptyLibrary(root, host)), host.now);
  const { kind } = store.replace(head, whole.article);
  store.finish();
  return { isBrought: kind === 'replaced', words, before };
}

/** The same beside what the caller does. */
export async function bringWholeInProcess(
  work: WholeWork,
  signal: AbortSignal,
): Promise<WholeText> {
  const thread = startThread({ file: 'whole-worker.cjs', isProcess: true, here: bringWhole });
  const host = { ...work.host, env: { ...work.host.env } };
  try {
    return await thread.ask({ ...work, host }, { signal });
  } finally {
    await thread.end();
  }
}
