// `newsprint feeds`: which feeds are followed.
import type { NewsprintError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import { isUrl } from '../jobs/add/source-bytes.ts';
import { type Call, hasFlag, usageError } from './call/call.ts';
import type { FlagName } from './call/flags.ts';
import type { Io } from './call/io.ts';

/** The flags that go with each action, beside the global ones. */
const FLAGS: Readonly<Record<string, readonly FlagName[]>> = {
  list: ['format', 'json'],
  add: ['full', 'keep', 'tag', 'folder', 'title', 'allow-private'],
  remove: [],
  import: ['full', 'keep', 'tag', 'folder'],
  export: [],
};

type Action = (call: Call, words: readonly string[], io: Io) => Promise<void>;

/** What is done with the feeds; each action's code is loaded when it is called. */
const ACTIONS: Readonly<Record<string, Action>> = {
  list: async (...call) => (await import('./feeds/feeds-list.ts')).listFeeds(...call),
  add: async (...call) => (await import('./feeds/feeds-change.ts')).addFeeds(...call),
  remove: async (...call) => (await import('./feeds/feeds-change.ts')).removeFeeds(...call),
  import: async (...call) => (await import('./feeds/feeds-file.ts')).importFeeds(...call),
  export: async (...call) => (await import('./feeds/feeds-file.ts')).exportFeeds(...call),
};

/** Lists the feeds, or changes which there are. */
export async function feeds(call: Call, io: Io): Promise<void> {
  const [word = 'list', ...words] = call.words;
  const action = Object.hasOwn(ACTIONS, word) ? ACTIONS[word] : undefined;
  if (action === undefined) throw unknownAction(word);
  const all = Object.values(FLAGS).flat();
  const odd = all.find((name) => hasFlag(call, name) && !FLAGS[word]?.includes(name));
  if (odd !== undefined) throw usageError(`--${odd} does not go with newsprint feeds ${word}`);
  return action(call, words, io);
}

function unknownAction(word: string): NewsprintError {
  const names = Object.keys(ACTIONS);
  const meant = isUrl(word) ? `add ${word}` : nearest(word, names);
  const hint = `feeds takes ${names.join(', ')}`;
  return usageError(`feeds takes no '${word}'`, hint, meant && `newsprint feeds ${meant}`);
}
