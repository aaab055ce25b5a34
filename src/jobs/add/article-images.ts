// The pictures of an article that is added: fetched, kept in the library, and linked from its file.

import { NewsprintError } from '../../core/errors.ts';
import { httpUrl } from '../../intake/clean-url.ts';
import { fetchPage, type RequestOptions } from '../../intake/http/request.ts';
import type { NewArticle } from '../../library/articles/format-article.ts';
import { storeImage } from '../../library/articles/store-image.ts';
import { systemCode } from '../../library/files/system-error.ts';
import { replaceImageTargets } from '../../markdown/source/image-targets.ts';
import type { JobHost } from '../job-host.ts';

const ACCEPT = 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9';
const MOST = 100;
const AT_ONCE = 4;

/** Picture URLs, each with its path from the library's root; `null` could not be had. */
export type KeptImages = ReadonlyMap<string, string | null>;

/**
 * Fetches pictures and keeps them. One that cannot be had, or is none, fails nothing.
 * @param signal breaks the requests off: what is under way is not had
 */
export async function keepImages(
  urls: readonly string[],
  root: string,
  { version }: Pick<JobHost, 'version'>,
  signal?: AbortSignal,
): Promise<KeptImages> {
  const kept = new Map<string, string | null>();
  const waiting = urls.slice(0, MOST).values();
  const request: RequestOptions = { version, accept: ACCEPT, ...(signal && { signal }) };
  const work = async (): Promise<void> => {
    for (const url of waiting) kept.set(url, await keepImage(url, root, request));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return kept;
}

async function keepImage(
  url: string,
  root: string,
  request: RequestOptions,
): Promise<string | null> {
  try {
    const answer = await fetchPage(url, request);
    return answer.kind === 'page' ? storeImage(root, answer.bytes) : null;
  } catch (error) {
    if (error instanceof NewsprintError || systemCode(error) !== '') return null;
    throw error;
  }
}

/**
 * The article with links to the pictures that are kept, from its file's folder; the others' captions
 * stay, without a picture.
 */
export function linkImages(article: NewArticle, kept: KeptImages, path: string): NewArticle {
  const up = '../'.repeat(path.split('/').length - 1);
  const markdown = replaceImageTargets(article.markdown, (target) => {
    const image = kept.get(httpUrl(target) ?? target);
    return image === undefined || image === null ? image : `${up}${image}`;
  });
  return { ...article, markdown };
}
