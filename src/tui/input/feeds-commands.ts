// What each key of the feeds pane comes to.

import { selectedRowOfFeeds } from '../state/feeds-state.ts';
import type { State } from '../state/state.ts';
import { type Context, fetchStep } from './key-commands.ts';
import { type FeedsCommandId, WHOLE_LIST } from './keymap.ts';
import { act, cause, type Step, say } from './steps.ts';

function ifWritable({ canAdd }: State, step: Step): Step {
  return canAdd ? step : say('this library is read-only: its feeds stay as they are', 'warning');
}

const choose = (): Step => act({ type: 'choose-feeds' });

export const FEEDS_COMMANDS: Readonly<Record<FeedsCommandId, (context: Context) => Step>> = {
  choose,
  unfold({ state }) {
    const { kind, query } = selectedRowOfFeeds(state);
    const isFolded = kind === 'folder' && state.folded.has(query);
    return isFolded ? act({ type: 'fold', isFolded: false }) : choose();
  },
  fold: () => act({ type: 'fold', isFolded: true }),
  'give-up': () => ({ action: { type: 'close-feeds' }, effect: { type: 'list-again' } }),
  'next-news': ({ count }) => act({ type: 'next-feeds', by: Math.max(1, count) }),
  'previous-news': ({ count }) => act({ type: 'next-feeds', by: -Math.max(1, count) }),
  'news-only': () => act({ type: 'news-only' }),
  seek: () => act({ type: 'seek-feed' }),
  'fetch-one'({ state }) {
    const { kind, feeds } = selectedRowOfFeeds(state);
    return fetchStep(state, kind === 'feed' || kind === 'folder' ? feeds : undefined);
  },
  'feeds-read': () => cause({ type: 'mark-listed', part: WHOLE_LIST }),
  'follow-feed': ({ state }) => ifWritable(state, act({ type: 'prompt', kind: 'follow' })),
  'edit-feed': ({ state }) => ifWritable(state, act({ type: 'edit-feed' })),
  unfollow({ state }) {
    const { kind, name, feeds } = selectedRowOfFeeds(state);
    const [url] = feeds;
    if (kind !== 'feed' || url === undefined) return say('this is no feed');
    return ifWritable(state, cause({ type: 'unfollow', url, name }));
  },
  why({ state }) {
    const { kind, history } = selectedRowOfFeeds(state);
    if (history !== '') return say(history, 'warning');
    return say(kind === 'feed' ? 'nothing is wrong with this feed' : 'this is no feed');
  },
};
