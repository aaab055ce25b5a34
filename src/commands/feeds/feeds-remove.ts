// `newsprint feeds remove`: feeds are no longer followed; their articles stay.
import { formatCount } from '../../core/count.ts';
import { removeSubscriptions } from '../../intake/opml/change-subscriptions.ts';
import { type Subscription, shownUrl } from '../../intake/opml/subscription.ts';
import { feedTitle } from '../../jobs/feeds/feed-rows.ts';
import { findFeed } from '../../jobs/feeds/find-feed.ts';
import { changeSubscriptions, readSubscriptions } from '../../jobs/feeds/subscriptions.ts';
import type { Call } from '../call/call.ts';
import { attempt, findLibrary, waitNote } from '../call/call-library.ts';
import type { Io } from '../call/io.ts';
import { readFeedWords } from './feeds-call.ts';

/** Takes each feed that is named out of the file, and prints its URL: the way back. */
export async function removeFeeds(call: Call, words: readonly string[], io: Io): Promise<void> {
  const { root } = findLibrary(call, io);
  const named = await readFeedWords('remove', words, io);
  const { subscriptions } = readSubscriptions(root);
  const found = named.flatMap((word) => attempt(io, () => findFeed(word, subscriptions)) ?? []);
  if (found.length === 0) return;
  const urls = new Set(found.map(({ url }) => shownUrl(url)));
  let gone: readonly Subscription[] = [];
  changeSubscriptions(root, waitNote(io), (file, present) => {
    gone = present.filter(({ url }) => urls.has(shownUrl(url)));
    return removeSubscriptions(file, [...urls]);
  });
  if (gone.length === 0) return;
  await io.out(gone.map(({ url }) => `${shownUrl(url)}\n`).join(''));
  for (const feed of gone) io.note(`no longer following ${feedTitle(feed)}`);
  const them = gone.length === 1 ? 'it' : formatCount(gone.length, 'feed');
  io.note(`newsprint feeds add with the URL follows ${them} again`);
}
