// How much of a feed is kept: which of its entries stay out, which of its articles go.
import type { ArticleHead } from '../../core/article/article.ts';
import { articleTime } from '../../core/article/article-order.ts';
import { DAY, dateOrder } from '../../core/dates/dates.ts';
import { parseRetention, type Retention } from '../../core/retention.ts';
import type { Subscription } from '../../intake/opml/subscription.ts';

/** An entry that may come in. */
interface Candidate {
  /** The article that the library has of it. */
  readonly known: ArticleHead | null;
  /** ISO 8601; an entry without a date is as new as can be. */
  readonly published: string | null;
}

/** Gives a feed that has no limit of its own that of the setting `keep`; '' is none. */
export function limitedBy(text: string): (feed: Subscription) => Subscription {
  const keep = parseRetention(text);
  return (feed) => (keep === null ? feed : { ...feed, keep: feed.keep ?? keep });
}

/**
 * Holds a feed's articles and entries against its limit: the newest so many, or those of so many
 * days.
 * @returns the entries that stay out, new or known; the articles beyond it, starred ones among
 *   them; and those that are left
 */
export function limitFeed<Entry extends Candidate>(
  keep: Retention | null,
  heads: readonly ArticleHead[],
  entries: readonly Entry[],
  now: Date,
) {
  if (keep === null) return { out: new Set<Entry>(), over: [], left: heads };
  const fresh = entries.filter(({ known }) => known === null);
  const time = ({ published }: Candidate): number =>
    published === null ? now.getTime() : dateOrder(published);
  const oldest = keep.kind === 'days' ? now.getTime() - keep.days * DAY : Number.NEGATIVE_INFINITY;
  const room = keep.kind === 'count' ? keep.most : Number.POSITIVE_INFINITY;
  // Of one time what is there stays.
  const ranked = [
    ...heads.map((head) => ({ entry: null, head, time: articleTime(head) })),
    ...fresh.map((entry) => ({ entry, head: null, time: time(entry) })),
  ].sort((a, b) => b.time - a.time);
  const beyond = ranked.filter((one, at) => at >= room || one.time < oldest);
  const over = beyond.flatMap(({ head }) => head ?? []);
  const gone = new Set(over.map(({ id }) => id));
  const known = entries.filter((entry) => entry.known !== null && gone.has(entry.known.id));
  const out = new Set([...known, ...beyond.flatMap(({ entry }) => entry ?? [])]);
  return { out, over, left: heads.filter(({ id }) => !gone.has(id)) };
}
