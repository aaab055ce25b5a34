// A feed's bytes → its entries, in every format feeds come in, well-formed or not.

import { NewsprintError } from '../../core/errors.ts';
import { httpUrl, withoutLogin } from '../../core/url/clean-url.ts';
import { decodeText } from '../charset.ts';
import { sniffKind } from '../sniff.ts';
import type { Feed } from './entry.ts';
import { parseJsonFeed } from './json-feed.ts';
import { readFeedTree } from './read-feed-tree.ts';
import { parseXmlTree } from './xml-tree.ts';

interface KnownOfFeed {
  /** Where it was found: its relative links start there. */
  readonly url?: string;
  /** The HTTP header's value. */
  readonly contentType?: string;
}

/**
 * Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF and JSON Feed. What is not well-formed is mended.
 * @throws NewsprintError `unreadable` for what is no feed; for nothing else
 */
export function parseFeed(bytes: Uint8Array, known: KnownOfFeed = {}): Feed {
  const found = httpUrl(known.url ?? '');
  // What opens a feed is no part of the links in it.
  const url = found && withoutLogin(found);
  const text = decodeText(bytes, known.contentType);
  const tree = /^[\ufeff\s]*\{/.test(text) ? parseJsonFeed(text) : parseXmlTree(text);
  const feed = tree === null ? null : readFeedTree(tree, url);
  if (feed !== null) return feed;
  throw new NewsprintError(`not a feed: ${KINDS[sniffKind(bytes, known)]}`, { code: 'unreadable' });
}

const KINDS = {
  html: 'a web page',
  markdown: 'Markdown',
  text: 'text without a feed in it',
  feed: 'no entry can be found in it',
  binary: 'neither text nor a page',
} as const;
