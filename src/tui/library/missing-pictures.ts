// The pictures of the web that articles name and that are not at hand, until they are or cannot be had.

/** Of an article, in all. */
const MOST = 100;

interface OfArticle {
  /** Those that can still be asked for. */
  readonly urls: Set<string>;
  /** How many more are taken up. */
  left: number;
}

export function createMissingPictures() {
  /** By the paths of articles. */
  const known = new Map<string, OfArticle>();
  const failed = new Set<string>();
  return {
    add(article: string, url: string): void {
      const own = known.get(article) ?? { urls: new Set(), left: MOST };
      known.set(article, own);
      if (own.left === 0 || own.urls.has(url) || failed.has(url)) return;
      own.left -= 1;
      own.urls.add(url);
    },
    /** Those of an article in its order, and what is added meanwhile. */
    of: (article: string): ReadonlySet<string> => known.get(article)?.urls ?? new Set(),
    /** It is at hand now, or cannot be had: then it is nothing that is missing any more. */
    settle(article: string, url: string, isThere: boolean): void {
      known.get(article)?.urls.delete(url);
      if (!isThere) failed.add(url);
    },
  };
}
