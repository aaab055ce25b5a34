// Feeds that a server serves, which change from fetch to fetch, and a library that follows them.

import { type Item, library, rss } from './following.ts';
import { serve } from './web-server.ts';

/** By path their entries; `set` and `cut` change what is served. */
export async function served(answers: Record<string, readonly Item[]>) {
  const feeds: Record<string, { body: string }> = {};
  const set = (path: string, items: readonly Item[], title = path.slice(1)): void => {
    feeds[path] = { body: rss(items, title) };
  };
  /** Leaves so many characters at the end out. */
  const cut = (path: string, count: number): void => {
    const [items, whole] = [answers[path] ?? [], rss(answers[path] ?? [], path.slice(1))];
    if (count === 0) set(path, items);
    else feeds[path] = { body: whole.slice(0, -count) };
  };
  for (const [path, items] of Object.entries(answers)) set(path, items);
  const { url } = await serve(feeds);
  return { url, set, cut, ...library(Object.keys(answers).map((path) => url + path)) };
}
