// Short ways to read a feed out of a test's text.

import type { Entry, Feed } from '../../../src/intake/feed/entry.ts';
import { parseFeed } from '../../../src/intake/feed/parse-feed.ts';

export const FEED_URL = 'https://paper.example/feeds/all.xml';

/** The feed in a text, found at FEED_URL. */
export function readFeed(text: string, url = FEED_URL): Feed {
  return parseFeed(new TextEncoder().encode(text), { url });
}

/** An RSS feed with these elements in its channel. */
export function rss(inner: string): string {
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>Paper</title>${inner}</channel></rss>`;
}

/** The only entry of an RSS feed whose item holds these elements. */
export function readItem(inner: string): Entry {
  const [entry] = readFeed(rss(`<item>${inner}</item>`)).entries;
  if (entry === undefined) throw new Error('no entry was found');
  return entry;
}

/** An entry that says nothing. */
export const NO_ENTRY: Entry = {
  guid: null,
  url: null,
  title: null,
  authors: [],
  published: null,
  updated: null,
  summary: null,
  content: null,
  base: null,
  tags: [],
  lang: null,
  comments: null,
  pictures: [],
  enclosures: [],
  exported: null,
};
