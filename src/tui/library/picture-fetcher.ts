// Fetches the pictures of the article that is open, one after the other, where the settings say so.
import type { ArticleHead } from '../../core/article/article.ts';
import { httpUrl } from '../../core/clean-url.ts';
import { openPictureCache, type PictureCache } from '../../library/cache/picture-cache.ts';
import { parsePictureSize } from '../../library/pictures/picture-size.ts';
import type { Host } from '../../library/place/device.ts';
import { openedHead } from '../state/loaded-rows.ts';
import { currentPage } from '../state/scroll.ts';
import type { State } from '../state/state.ts';
import { createMissingPictures } from './missing-pictures.ts';

export interface FetcherOptions extends Host {
  /** This program's, as it tells web servers. */
  readonly version: string;
  /** Whether anything is fetched by now. */
  readonly isOn: () => boolean;
  /** Called when some came: pages that name them are others now. */
  readonly arrived: () => void;
}

/** Those that come within so long are shown together: laying out a long page takes a while (ms). */
const TOGETHER = 100;

/** Calls a thing once for all that asked for it in a while. */
function createGathering(call: () => void) {
  let timer: NodeJS.Timeout | undefined;
  return {
    ask() {
      timer ??= setTimeout(() => {
        timer = undefined;
        call();
      }, TOGETHER);
    },
    stop: () => clearTimeout(timer),
  };
}

/** Fetches a picture that an article names; whether it can be shown from now on. */
async function bringPicture(
  url: string,
  { feed, url: own, also }: ArticleHead,
  cache: PictureCache,
  request: { readonly version: string; readonly signal: AbortSignal },
): Promise<boolean> {
  const { fetchPicture } = await import('../../jobs/fetch-picture.ts');
  const { reachFromAll } = await import('../../intake/http/reach.ts');
  const addresses = [feed, own, ...also].filter((one) => one !== null);
  const bytes = await fetchPicture(url, { ...request, reach: reachFromAll(addresses) });
  return bytes !== null && parsePictureSize(bytes) !== null && cache.keep(url, bytes);
}

export function createPictureFetcher(options: FetcherOptions) {
  const { isOn, arrived, version } = options;
  const cache = openPictureCache(options);
  const missing = createMissingPictures();
  const arrival = createGathering(arrived);
  let running: { readonly path: string; readonly control: AbortController } | null = null;
  const run = async (head: ArticleHead, signal: AbortSignal): Promise<void> => {
    for (const url of missing.of(head.path)) {
      const request = { version, signal };
      const isThere = cache.find(url) !== null || (await bringPicture(url, head, cache, request));
      if (signal.aborted && !isThere) break;
      missing.settle(head.path, url, isThere);
      if (isThere) arrival.ask();
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
      if (url !== null && file === null) missing.add(article, url);
      return file;
    },
    /** Told of each state: an article that is opened gets its pictures; leaving it breaks that off. */
    see(state: State): void {
      const head = currentPage(state) === null || !isOn() ? undefined : openedHead(state);
      if (running?.path !== head?.path) stop();
      if (head === undefined || running !== null || missing.of(head.path).size === 0) return;
      const own = { path: head.path, control: new AbortController() };
      running = own;
      void run(head, own.control.signal).finally(() => {
        if (running === own) running = null;
      });
    },
    stop() {
      arrival.stop();
      stop();
      cache.save();
    },
  };
}
