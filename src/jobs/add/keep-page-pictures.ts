// The pictures of an article that is added, where the page has a URL.

import { NewsprintError } from '../../core/errors.ts';
import type { ArticleAtPath } from '../../library/store/article-store.ts';
import type { JobHost } from '../job-host.ts';
import type { AddOptions } from './known-pages.ts';
import type { TakenIn } from './take-in.ts';

interface Place {
  /** The library's. */
  readonly root: string;
  readonly host: Pick<JobHost, 'version'>;
  readonly signal: AbortSignal;
}

/**
 * The article with its pictures kept: those of a file from elsewhere are its own business.
 * @returns how it is written at a path, and how many pictures could not be had
 * @throws NewsprintError `interrupted`
 */
export async function withPictures(
  { article, images, isOnline }: TakenIn,
  { isWithoutImages }: Pick<AddOptions, 'isWithoutImages'>,
  { root, host, signal }: Place,
): Promise<{ readonly place: ArticleAtPath; readonly missing: number }> {
  if (images.length === 0 || !isOnline || isWithoutImages) {
    return { place: () => article, missing: 0 };
  }
  const { keepImages, linkImages } = await import('./article-images.ts');
  const kept = await keepImages(images, root, host, signal);
  if (signal.aborted) throw new NewsprintError('interrupted', { code: 'interrupted' });
  const missing = images.length - [...kept.values()].filter((path) => path !== null).length;
  return { place: (path) => linkImages(article, kept, path), missing };
}
