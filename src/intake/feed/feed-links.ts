// The feeds a page names: `<link rel="alternate">` and its like (autodiscovery).
import { cleanLine } from '../../core/clean.ts';
import { httpUrl } from '../../core/url/clean-url.ts';
import { pattern } from '../words/pattern.ts';
import { attributesIn } from './xml-tree.ts';

interface FeedLink {
  /** Absolute, http(s). */
  readonly url: string;
  readonly title: string | null;
}

const SILENT = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const LINK = /<(link|base|a)(?=[\s/])([^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*){0,1000})>/gi;
const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)\b|^application\/json\b(?!\+)/i;
const XML_TYPE = /^(?:application|text)\/(?:rss|atom|xml|rss\+xml)\b/i;
/** Feeds of what others say, which nobody subscribes to first. */
const COMMENTS = pattern`${'comments feed'}`;
const MOST = 50;

/**
 * The feeds that a page names, each once, in its order; those of comments come last.
 * @param base where the page was found
 */
export function feedLinks(html: string, base: string): readonly FeedLink[] {
  const found = html.replace(SILENT, ' ').matchAll(LINK);
  const tags = Array.from(found, ([, name = '', attributes = '']) => {
    return { name: name.toLowerCase(), attributes: attributesIn(attributes) };
  });
  const own = tags.find(({ name }) => name === 'base')?.attributes.get('href');
  const start = httpUrl(own ?? '', base) ?? httpUrl(base);
  const links = new Map<string, FeedLink>();
  for (const { name, attributes } of tags) {
    const url =
      name !== 'base' && isFeed(attributes) ? httpUrl(attributes.get('href') ?? '', start) : null;
    if (url !== null && !links.has(url) && links.size < MOST) {
      links.set(url, { url, title: cleanLine(attributes.get('title') ?? '') || null });
    }
  }
  const isOfComments = ({ url, title }: FeedLink): boolean => COMMENTS().test(`${title} ${url}`);
  return [...links.values()].sort((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)));
}

function isFeed(attributes: ReadonlyMap<string, string>): boolean {
  const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/);
  const type = (attributes.get('type') ?? '').trim();
  if (rel.includes('feed')) return true;
  if (!rel.includes('alternate') || rel.includes('stylesheet')) return false;
  if (/oembed/i.test(`${type} ${attributes.get('href') ?? ''}`)) return false;
  return FEED_TYPE.test(type) || XML_TYPE.test(type);
}
