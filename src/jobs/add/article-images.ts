// The pictures of an article that is added: fetched, kept in the library, and linked from its file.

import { interrupted, NewsprintError } from '../../core/errors.ts';
import { httpUrl } from '../../core/url/clean-url.ts';
import { shownUrl } from '../../intake/opml/subscription.ts';
import type { NewArticle } from '../../library/articles/format-article.ts';
import { storeImage } from '../../library/articles/store-image.ts';
import { systemCode, writeError } from '../../library/files/system-error.ts';
import type { ArticleAtPath } from '../../library/store/store-state.ts';
import { replaceImageTargets } from '../../markdown/source/image-targets.ts';
import { fetchPicture } from '../fetch-picture.ts';
import type { JobHost } from '../job-host.ts';
import { createPool } from '../pool.ts';
import type { IntakeResult } from './run-intake.ts';

const MOST = 100;
const AT_ONCE = 4;

export interface PageSurroundings {
  readonly root: string;
  readonly host: Pick<JobHost, 'version' | 'now' | 'allowed'>;
  readonly signal: AbortSignal;
}

/**
 * Keeps the pictures of an article from the web: those of a file are its own business. One that
 * cannot be had, or is none, fails nothing.
 * @returns how many could not be had, and why the first was not written that was
 * @throws NewsprintError `interrupted`
 */
export async function withPictures(
  { article, images, isOnline, allowed }: Omit<IntakeResult, 'dropped' | 'urls'>,
  surroundings: PageSurroundings,
) {
  let refusal: NewsprintError | null = null;
  const unchanged: ArticleAtPath = () => article;
  if (images.length === 0 || !isOnline) return { place: unchanged, missing: 0, refusal };
  const kept = new Map<string, string | null>();
  const { root, host, signal } = surroundings;
  const keep = async (url: string): Promise<void> => {
    const bytes = await fetchPicture(url, { version: host.version, allowed, signal });
    try {
      kept.set(url, bytes && storeImage(root, bytes));
    } catch (error) {
      if (!(error instanceof NewsprintError) && systemCode(error) === '') throw error;
      kept.set(url, null);
      refusal ??= writeError(`${shownUrl(url)} cannot be kept`, error);
    }
  };
  const pool = createPool(AT_ONCE);
  for (const url of images.slice(0, MOST)) {
    await pool.add(() => keep(url));
  }
  await pool.end();
  if (signal.aborted) throw interrupted();
  const had = [...kept.values()].filter((path) => path !== null).length;
  const missing = images.length - had;
  const place: ArticleAtPath = (path) => linkImages(article, kept, path);
  return { place, missing, refusal };
}

/**
 * With links from its file's folder to the pictures that are kept; of those that are `null` captions
 * stay.
 */
export function linkImages(
  article: NewArticle,
  kept: ReadonlyMap<string, string | null>,
  path: string,
): NewArticle {
  const up = '../'.repeat(path.split('/').length - 1);
  const markdown = replaceImageTargets(article.markdown, (target) => {
    const image = kept.get(httpUrl(target) ?? target);
    return image && `${up}${image}`;
  });
  return { ...article, markdown };
}
