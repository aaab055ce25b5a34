// `newsprint feeds`: which feeds are followed.
import type { NewsprintError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import { isUrl } from '../jobs/add/source-bytes.ts';
import { type Call, hasFlag, type Io, usageError } from './call/call.ts';
import type { FlagName } from './call/flags.ts';
import { VERBS } from './call/verbs.ts';

/** The flags that go with each action, beside the global ones. */
const FLAGS: Readonly<Record<ActionName, readonly FlagName[]>> = {
  list: ['format', 'json'],
  add: ['full', 'keep', 'tag', 'folder', 'title', 'server', 'allow-private'],
  remove: [],
  import: ['full', 'keep', 'tag', 'folder'],
  export: [],
};

const NAMES = VERBS.feeds.choices;
type ActionName = (typeof VERBS.feeds.choices)[number];
type Action = (call: Call, words: readonly string[], io: Io) => Promise<void>;

/** What is done with the feeds; each action's code is loaded when it is called. */
const ACTIONS: Readonly<Record<ActionName, Action>> = {
  list: async (...call) => (await import('./feeds/feeds-list.ts')).listFeeds(...call),
  add: async (...call) => (await import('./feeds/feeds-change.ts')).addFeeds(...call),
  remove: async (...call) => (await import('./feeds/feeds-change.ts')).removeFeeds(...call),
  import: async (...call) => (await import('./feeds/feeds-file.ts')).importFeeds(...call),
  export: async (...call) => (await import('./feeds/feeds-file.ts')).exportFeeds(...call),
};

/** Lists the feeds, or changes which there are. */
export async function feeds(call: Call, io: Io): Promise<void> {
  const [word = 'list', ...words] = call.words;
  const name = NAMES.find((one) => one === word);
  if (name === undefined) throw unknownAction(word);
  const all = Object.values(FLAGS).flat();
  const odd = all.find((flag) => hasFlag(call, flag) && !FLAGS[name].includes(flag));
  if (odd !== undefined) throw usageError(`--${odd} does not go with newsprint feeds ${word}`);
  return ACTIONS[name](call, words, io);
}

function unknownAction(word: string): NewsprintError {
  const meant = isUrl(word) ? `add ${word}` : nearest(word, NAMES);
  const hint = `feeds takes ${NAMES.join(', ')}`;
  return usageError(`feeds takes no '${word}'`, hint, meant && `newsprint feeds ${meant}`);
}
