// What the tests of `fetch` share: feeds that a server on this machine serves, and who follows them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSummary } from '../../../src/commands/fetch.ts';
import { readSubscriptions } from '../../../src/jobs/feeds/subscriptions.ts';
import { fetchFeeds } from '../../../src/jobs/fetch/fetch-feeds.ts';
import { type Library, openLibrary } from '../../../src/library/finder/open-library.ts';
import { temporaryFolder, temporaryLibrary, writeFiles } from '../library/temporary-library.ts';
import { markdownFiles, webDevice } from './adding.ts';

/** One entry of a feed of the tests. */
export interface Item {
  readonly title?: string;
  readonly guid?: string | null;
  readonly link?: string;
  /** RFC 822. */
  readonly date?: string | null;
  /** HTML. */
  readonly text?: string;
}

export const DAY = 'Mon, 19 Jul 2021 08:00:00 GMT';

/** An RSS feed. */
export function rss(items: readonly Item[], title = 'Northport News'): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://north.test/</link>${items.map(itemOf).join('')}</channel></rss>`;
}

function itemOf({ title = 'Harbour reopens', guid, link, date = DAY, text }: Item): string {
  const part = (name: string, value: string | null | undefined): string =>
    value === null || value === undefined ? '' : `<${name}>${escapeText(value)}</${name}>`;
  const parts = [
    part('title', title),
    guid === null ? '' : `<guid isPermaLink="false">${escapeText(guid ?? title)}</guid>`,
    part('link', link),
    part('pubDate', date),
    part('description', text ?? `<p>The text of ${title}.</p>`),
  ];
  return `<item>${parts.join('')}</item>`;
}

export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** An OPML file that follows feeds; each may have attributes of its own. */
export function opml(feeds: readonly (string | readonly [url: string, more: string])[]): string {
  const outlines = feeds.map((feed) => {
    const [url, more] = typeof feed === 'string' ? [feed, ''] : feed;
    return `<outline type="rss" text="" xmlUrl="${escapeText(url)}" ${more}/>`;
  });
  return `<?xml version="1.0"?>\n<opml version="2.0" xmlns:newsprint="urn:newsprint:opml"><body>\n${outlines.join('\n')}\n</body></opml>\n`;
}

/** A device whose library follows feeds. */
export function follower(feeds: Parameters<typeof opml>[0]) {
  const device = webDevice();
  const follow = (all: Parameters<typeof opml>[0]): void =>
    writeFiles(device.root, { 'subscriptions.opml': opml(all) });
  const subscriptions = (): string => readFileSync(join(device.root, 'subscriptions.opml'), 'utf8');
  const ids = async (query = ''): Promise<readonly string[]> => {
    const { stdout } = await device.callHere([
      'list',
      '-f',
      'ids',
      ...(query === '' ? [] : [query]),
    ]);
    return stdout.trim().split('\n').filter(Boolean);
  };
  follow(feeds);
  return { ...device, follow, subscriptions, ids };
}

/** A library that follows feeds, fetched without a process of its own, at whatever time. */
export function library(feeds: Parameters<typeof opml>[0]) {
  const root = temporaryLibrary({});
  const folder = temporaryFolder();
  const env = { HOME: folder, XDG_CACHE_HOME: join(folder, 'cache') };
  const host = { env, platform: 'linux' };
  const follow = (all: Parameters<typeof opml>[0]): void =>
    writeFiles(root, { 'subscriptions.opml': opml(all) });
  follow(feeds);
  return {
    root,
    env,
    follow,
    /** The summary, then a line a failure, then one for each feed that went. */
    async fetch({ now = new Date(), ...more }: Partial<Fetch> = {}): Promise<readonly string[]> {
      const { subscriptions } = readSubscriptions(root);
      const asking = { ...host, now, version: '1.2.3' };
      const signal = new AbortController().signal;
      const summary = await fetchFeeds(root, subscriptions, { host: asking, signal, ...more });
      const errors = summary.feeds.flatMap(({ error }) => error?.message ?? []);
      return [formatSummary(summary), ...errors, ...summary.notes];
    },
    open: (): Library => openLibrary(root, host),
    files: () => markdownFiles(root),
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    subscriptions: () => readFileSync(join(root, 'subscriptions.opml'), 'utf8'),
  };
}

interface Fetch {
  readonly now: Date;
  readonly isForced: boolean;
  readonly timeout: number;
  readonly signal: AbortSignal;
}
