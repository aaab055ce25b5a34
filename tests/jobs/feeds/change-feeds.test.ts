// Feeds are followed, named and moved; what else is said of them stays, and each change goes back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  editFeed,
  followFeed,
  takeBack,
  unfollowFeed,
} from '../../../src/jobs/feeds/change-feeds.ts';
import { readSubscriptions } from '../../../src/jobs/feeds/subscriptions.ts';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';
import { opmlOf } from '../../support/web/feeds.ts';

const HARBOUR =
  '<outline text="Harbour" title="Harbour" xmlUrl="https://u:p@h.test/new" category="ports" description="Of ships" xmlns:n="urn:newsprint:opml" n:id="https://h.test/old" n:keep="30d" n:full="true"/>';
const URL = 'https://h.test/new';

test('A moved feed keeps its address, its login, its tags and all that is said of it', () => {
  const root = temporaryLibrary({ 'subscriptions.opml': opmlOf(HARBOUR) });
  const text = () => readFileSync(join(root, 'subscriptions.opml'), 'utf8');
  const [before, was] = [text(), readSubscriptions(root).subscriptions[0]];
  const change = editFeed(root, URL, {
    title: 'Quay',
    folder: 'World/ Sea/',
    terms: 'ports full 30d',
  });
  expect(readSubscriptions(root).subscriptions).toEqual([
    { ...was, title: 'Quay', folders: ['World/Sea'], tags: ['ports'] },
  ]);
  expect(text()).toContain('description="Of ships"');
  expect(
    editFeed(root, URL, { title: 'Quay', folder: 'World/Sea', terms: 'ports full 30d' }),
  ).toMatchObject({
    before: text(),
    after: text(),
  });
  expect([takeBack(root, change), text()]).toEqual([true, before]);
  expect(takeBack(root, change)).toBe(false);
});

test('A feed is followed once, whatever the road to it, and let go', () => {
  const root = temporaryLibrary({});
  const feed = { url: 'https://h.test/feed', title: 'H', site: null };
  followFeed(root, feed, '');
  const again = followFeed(root, { ...feed, url: 'https://H.test/feed#top' }, 'Elsewhere');
  expect(again.before).toBe(again.after);
  const gone = unfollowFeed(root, feed.url);
  expect(readSubscriptions(root).subscriptions).toEqual([]);
  takeBack(root, gone);
  expect(readSubscriptions(root).subscriptions).toMatchObject([feed]);
});
