// Fetches the pictures of the article that is open, one after the other, where the settings say so.
import type { ArticleHead } from '../../core/article/article.ts';
import { httpUrl } from '../../core/url/clean-url.ts';
import { openPictureCache, type PictureCache } from '../../library/cache/picture-cache.ts';
import { parsePictureSize } from '../../library/pictures/picture-size.ts';
import type { Host } from '../../library/place/device.ts';
import { openedHead } from '../state/loaded-rows.ts';
import { currentPage } from '../state/scroll.ts';
import type { State } from '../state/state.ts';
import { createPicturePlaceholders } from './picture-placeholders.ts';

export interface FetcherOptions extends Host {
  readonly version: string;
  readonly getState: () => State;
  readonly isOn: () => boolean;
  /** Called when some came, or will not: a page that names them is another now. */
  readonly layOutAgain: () => void;
}

/** Pictures of an article that are asked for, in all. */
const MOST = 100;

/** What articles name that is not at hand, by their paths, and how much more is taken up. */
type Missing = Map<string, { readonly urls: Set<string>; left: number }>;

/** An article names one. @returns whether it can still be asked for */
function addMissing(missing: Missing, failed: ReadonlySet<string>, article: string, url: string) {
  const own = missing.get(article) ?? { urls: new Set(), left: MOST };
  missing.set(article, own);
  if (own.left > 0 && !own.urls.has(url) && !failed.has(url)) {
    own.left -= 1;
    own.urls.add(url);
  }
  return own.urls.has(url);
}

/** Fetches a picture that an article names; whether it can be shown from now on. */
async function bringPicture(
  url: string,
  head: ArticleHead,
  cache: PictureCache,
  request: { readonly version: string; readonly signal: AbortSignal },
): Promise<boolean> {
  const { fetchPicture } = await import('../../jobs/fetch-picture.ts');
  const { allowedFromArticle } = await import('../../net/http/allowed-addresses.ts');
  const bytes = await fetchPicture(url, { ...request, allowed: allowedFromArticle(head) });
  return bytes !== null && parsePictureSize(bytes) !== null && cache.keep(url, bytes);
}

export function createPictureFetcher(options: FetcherOptions) {
  const { getState, isOn, layOutAgain, version } = options;
  const cache = openPictureCache(options);
  const missing: Missing = new Map();
  const failed = new Set<string>();
  const placeholders = createPicturePlaceholders(getState, layOutAgain);
  const openHead = () => (isOn() ? openedHead(getState()) : undefined);
  let running: { readonly path: string; readonly control: AbortController } | null = null;
  const run = async (head: ArticleHead, signal: AbortSignal): Promise<void> => {
    const urls = missing.get(head.path)?.urls ?? new Set();
    for (const url of urls) {
      const request = { version, signal };
      const isThere = cache.find(url) !== null || (await bringPicture(url, head, cache, request));
      if (signal.aborted && !isThere) break;
      urls.delete(url);
      if (!isThere) failed.add(url);
      placeholders.settle(head.path, url, isThere);
    }
    cache.save();
  };
  const stop = () => {
    running?.control.abort();
    running = null;
  };
  return {
    /** The file of a picture of the web; one that is not at hand is missing from then on. */
    find(article: string, source: string): string | null {
      const url = httpUrl(source);
      const file = url && cache.find(url);
      if (url === null || file !== null) return file;
      const canCome = addMissing(missing, failed, article, url);
      if (canCome && openHead()?.path === article) placeholders.add(article, url);
      return null;
    },
    hasPlaceholder(article: string, source: string): boolean {
      const url = httpUrl(source);
      return url !== null && placeholders.has(article, url);
    },
    /** Looks at the state: an article that is open gets its pictures; leaving it breaks that off. */
    look(): void {
      const head = currentPage(getState()) === null ? undefined : openHead();
      if (running?.path !== head?.path) stop();
      placeholders.open(head?.path);
      placeholders.dropUnseen();
      if (head === undefined || running !== null || !missing.get(head.path)?.urls.size) return;
      const own = { path: head.path, control: new AbortController() };
      running = own;
      // It may have been laid out before it was opened.
      if (placeholders.isEmpty()) layOutAgain();
      void run(head, own.control.signal).finally(() => {
        if (running === own) running = null;
      });
    },
    stop() {
      placeholders.stop();
      stop();
      cache.save();
    },
  };
}
