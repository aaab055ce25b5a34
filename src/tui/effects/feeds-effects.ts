// Follows feeds, lets them go, names and moves them, and takes that back.
import { firstKey } from '../../core/keys/key-texts.ts';
import type { FeedChange } from '../../jobs/feeds/change-feeds.ts';
import { type Effects, say, undoHint } from './effect-world.ts';
import type { createLatestTask } from './latest-task.ts';
import { markEffects } from './mark-effects.ts';
import type { FilesWorld } from './query-effects.ts';
import { listEffects } from './show-library.ts';

export interface FeedsWorld extends FilesWorld {
  /** For a feed. */
  readonly looking: ReturnType<typeof createLatestTask>;
  readonly version: string;
}

type Job = typeof import('../../jobs/feeds/change-feeds.ts');

/**
 * Changes the feeds, shows what became of that, and says how it is taken back.
 * @param select the feed or the query of the folder that is selected then
 * @param more `left`: what is said where nothing changes; `before`: what is selected once it is taken back
 */
async function alter(
  world: FeedsWorld,
  change: (job: Job, root: string) => FeedChange,
  select: string,
  done: string,
  { left = 'nothing is changed', before = select } = {},
): Promise<void> {
  const job = await import('../../jobs/feeds/change-feeds.ts');
  const { root } = world.library;
  const changed = change(job, root);
  const isChanged = changed.before !== changed.after;
  const takeBack = () => {
    const isBack = job.takeBack(root, changed);
    listEffects['count-feeds'](world, { select: before });
    if (isBack) say(world, 'the feeds are as before');
    else say(world, 'the feeds were changed since: they stay', 'warning');
  };
  if (isChanged) world.steps.push(takeBack);
  listEffects['count-feeds'](world, { select });
  say(world, isChanged ? `${done}${undoHint(world)}` : left);
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
  follow(world, { feed, folder, terms }) {
    const { url, title } = feed;
    const key = firstKey(world.session.getState().bindings, 'fetch-one');
    const done = `following ${title ?? url}${key === '' ? '' : `: ${key} fetches it`}`;
    const left = `you follow ${title ?? url} already`;
    return alter(world, (job, root) => job.followFeed(root, feed, folder, terms), url, done, {
      left,
    });
  },
  unfollow(world, { url, name }) {
    const done = `no longer following ${name}; its articles stay`;
    const left = 'it was not followed';
    return alter(world, (job, root) => job.unfollowFeed(root, url), url, done, { left });
  },
  'edit-feed'(world, { url, ...edit }) {
    const { title, folder, terms } = edit;
    const place = folder.trim() === '' ? 'at the top' : `in ${folder}`;
    const done = `${title} is ${place}${terms === '' ? '' : `, with ${terms}`}`;
    return alter(world, (job, root) => job.editFeed(root, url, edit), url, done);
  },
  'rename-folder'(world, { path, name }) {
    const now = [...path.split('/').slice(0, -1), name].join('/');
    const change = (job: Job, root: string) => job.renameFolder(root, path, name);
    const select = `folder:"${now}"`;
    const before = `folder:"${path}"`;
    return alter(world, change, select, `the folder is ${now}`, { before });
  },
  /** The last change of feeds or queries, where nothing else was changed since; else of articles. */
  undo(world) {
    const step = world.steps.pop();
    return step === undefined ? markEffects.undo(world) : step();
  },
} satisfies Partial<Effects<FeedsWorld>>;
