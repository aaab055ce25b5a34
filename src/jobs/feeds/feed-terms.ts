// What is typed of a feed in a line: the tags of its articles, whether they come whole, how many are kept.
import { normalizeTags } from '../../core/article/tag.ts';
import { formatRetention, parseRetention } from '../../core/retention.ts';
import type { Subscription } from '../../intake/opml/subscription.ts';

type FeedTerms = Pick<Subscription, 'tags' | 'full' | 'keep'>;

/** `sea ports full 30d` */
export function formatTerms({ tags, full, keep }: FeedTerms): string {
  return [...tags, full ? 'full' : '', keep === null ? '' : formatRetention(keep)]
    .filter((word) => word !== '')
    .join(' ');
}

/** `full`, a limit such as `200` or `30d`, of several the last; every other word is a tag. */
export function parseTerms(line: string): FeedTerms {
  const words = line.split(/[\s,]+/).filter((word) => word !== '');
  const limits = words.flatMap((word) => parseRetention(word) ?? []);
  const tags = words.filter((word) => word !== 'full' && parseRetention(word) === null);
  return {
    tags: normalizeTags(tags),
    full: words.includes('full'),
    keep: limits.at(-1) ?? null,
  };
}
