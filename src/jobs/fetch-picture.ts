// A picture of a page, fetched from the web.
import { NewsprintError } from '../core/errors.ts';
import { systemCode } from '../library/files/system-error.ts';
import type { RequestOptions } from '../net/http/request.ts';

const ACCEPT = 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9';

/** Its bytes, whatever they are; `null` where it could not be had, or was broken off. */
export async function fetchPicture(
  url: string,
  options: Pick<RequestOptions, 'version' | 'allowed' | 'signal'>,
): Promise<Uint8Array | null> {
  const { fetchPage } = await import('../net/http/request.ts');
  try {
    const response = await fetchPage(url, { ...options, accept: ACCEPT });
    return response.kind === 'page' ? response.bytes : null;
  } catch (error) {
    if (error instanceof NewsprintError || systemCode(error) !== '') return null;
    throw error;
  }
}
