// The feeds a page names: `<link rel="alternate">` and its like (autodiscovery).
import { decodeHTMLStrict } from 'entities/decode';
import { cleanLine } from '../../core/clean.ts';
import { httpUrl } from '../clean-url.ts';

/** A feed that a page names. */
export interface FeedLink {
  /** Absolute, http(s). */
  readonly url: string;
  readonly title: string | null;
}

const SILENT = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const LINK = /<(link|base|a)(?=[\s/])([^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*){0,1000})>/gi;
const ATTRIBUTE = /(?<![^\s"'<>/=])([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b|^application\/json\b(?!\+)/i;
const XML_TYPE = /^(?:application|text)\/(?:rss|atom|xml|rss\+xml)\b/i;
/** Feeds of what others say, which nobody subscribes to first. */
const COMMENTS = /\bcomments?\b|kommentar|commentaire|comentario|コメント|评论/i;
const MOST = 50;

/**
 * The feeds that a page names, each once, in its order; those of comments come last.
 * @param base where the page was found
 */
export function feedLinks(html: string, base: string): readonly FeedLink[] {
  const tags = [...html.replace(SILENT, ' ').matchAll(LINK)].map(
    ([, name = '', attributes = '']) => {
      return { name: name.toLowerCase(), attributes: attributesOf(attributes) };
    },
  );
  const own = tags.find(({ name }) => name === 'base')?.attributes.get('href');
  const start = httpUrl(own ?? '', base) ?? httpUrl(base);
  const found = new Map<string, FeedLink>();
  for (const { name, attributes } of tags) {
    const url =
      name !== 'base' && isFeed(attributes) ? httpUrl(attributes.get('href') ?? '', start) : null;
    if (url !== null && !found.has(url) && found.size < MOST) {
      found.set(url, { url, title: cleanLine(attributes.get('title') ?? '') || null });
    }
  }
  const isOfComments = ({ url, title }: FeedLink): boolean => COMMENTS.test(`${title} ${url}`);
  return [...found.values()].sort((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)));
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => {
    return [name.toLowerCase(), decodeHTMLStrict(double ?? single ?? bare ?? '')] as const;
  });
  return new Map(pairs.toReversed());
}

function isFeed(attributes: ReadonlyMap<string, string>): boolean {
  const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  const type = (attributes.get('type') ?? '').trim();
  if (rel.includes('feed')) return true;
  if (!rel.includes('alternate') || rel.includes('stylesheet')) return false;
  if (/oembed/i.test(`${type} ${attributes.get('href') ?? ''}`)) return false;
  return FEED_TYPE.test(type) || XML_TYPE.test(type);
}
