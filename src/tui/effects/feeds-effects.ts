// Follows feeds, lets them go, names and moves them, and takes that back.
import type { FeedChange } from '../../jobs/feeds/change-feeds.ts';
import type { createLatest } from './latest.ts';
import { type Effects, markEffects, say } from './mark-effects.ts';
import type { FilesWorld } from './query-effects.ts';

export interface FeedsWorld extends FilesWorld {
  /** For a feed. */
  readonly looking: ReturnType<typeof createLatest>;
  /** This program's. */
  readonly version: string;
}

const loadJob = () => import('../../jobs/feeds/change-feeds.ts');

/** Shows what became of a change, and says how it is taken back. */
function show(world: FeedsWorld, change: FeedChange, done: string, left: string, select: string) {
  const isChanged = change.before !== change.after;
  if (isChanged) world.steps.push(() => takeBackFeeds(world, change, select));
  markEffects['count-feeds'](world, { select });
  say(world, isChanged ? `${done}, U takes it back` : left);
}

async function takeBackFeeds(world: FeedsWorld, change: FeedChange, select: string): Promise<void> {
  const { takeBack } = await loadJob();
  const isBack = takeBack(world.library.root, change);
  markEffects['count-feeds'](world, { select });
  const text = isBack ? 'the feeds are as before' : 'the feeds were changed since: they stay';
  say(world, text, isBack ? 'note' : 'warning');
}

export const feedsEffects = {
  async discover(world, { word }) {
    say(world, `looking for the feed of ${word} …`);
    const signal = world.looking.begin();
    const { discoverFeed } = await import('../../jobs/feeds/discover-feed.ts');
    const { version } = world;
    const found = await discoverFeed(word, { version, signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (found !== undefined) world.session.dispatch({ type: 'found-feed', found });
  },
  async follow(world, { feed, folder, terms }) {
    const { followFeed } = await loadJob();
    const change = followFeed(world.library.root, feed, folder, terms);
    const name = feed.title ?? feed.url;
    show(world, change, `following ${name}: R fetches it`, `you follow ${name} already`, feed.url);
  },
  async unfollow(world, { url, name }) {
    const { unfollowFeed } = await loadJob();
    const change = unfollowFeed(world.library.root, url);
    show(
      world,
      change,
      `no longer following ${name}; its articles stay`,
      'it was not followed',
      url,
    );
  },
  async 'edit-feed'(world, { url, ...edit }) {
    const { editFeed } = await loadJob();
    const change = editFeed(world.library.root, url, edit);
    const { title, folder, terms } = edit;
    const place = folder.trim() === '' ? 'at the top' : `in ${folder}`;
    const about = terms === '' ? '' : `, with ${terms}`;
    show(world, change, `${title} is ${place}${about}`, 'nothing is changed', url);
  },
  async 'rename-folder'(world, { path, name }) {
    const { renameFolder } = await loadJob();
    const change = renameFolder(world.library.root, path, name);
    const now = [...path.split('/').slice(0, -1), name].join('/');
    show(world, change, `the folder is ${now}`, 'nothing is changed', `folder:"${now}"`);
  },
  /** The last change of feeds or queries, where nothing else was changed since; else of articles. */
  undo(world) {
    const step = world.steps.pop();
    return step === undefined ? markEffects.undo(world) : step();
  },
} satisfies Partial<Effects<FeedsWorld>>;
