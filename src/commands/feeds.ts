// `newsprint feeds`: which feeds are followed.
import type { NewsprintError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import { isUrl } from '../jobs/add/source-bytes.ts';
import { type Call, hasFlag, usageError } from './call/call.ts';
import type { FlagName } from './call/flags.ts';
import type { Io } from './call/io.ts';

interface Action {
  /** Flags that go with it, beside the global ones. */
  readonly flags: readonly FlagName[];
  readonly run: (call: Call, words: readonly string[], io: Io) => Promise<void>;
}

/** What is done with the feeds; each action's code is loaded when it is called. */
const ACTIONS: Readonly<Record<string, Action>> = {
  list: {
    flags: ['format', 'json'],
    run: async (...call) => (await import('./feeds/feeds-list.ts')).listFeeds(...call),
  },
  add: {
    flags: ['full', 'keep', 'tag', 'title'],
    run: async (...call) => (await import('./feeds/feeds-add.ts')).addFeeds(...call),
  },
  remove: {
    flags: [],
    run: async (...call) => (await import('./feeds/feeds-remove.ts')).removeFeeds(...call),
  },
  import: {
    flags: ['full', 'keep', 'tag'],
    run: async (...call) => (await import('./feeds/feeds-import.ts')).importFeeds(...call),
  },
  export: {
    flags: [],
    run: async (...call) => (await import('./feeds/feeds-export.ts')).exportFeeds(...call),
  },
};

const FLAGS = ['full', 'keep', 'tag', 'title', 'format', 'json'] as const;

/** Lists the feeds, or changes which there are. */
export async function feeds(call: Call, io: Io): Promise<void> {
  const [word = 'list', ...words] = call.words;
  const action = Object.hasOwn(ACTIONS, word) ? ACTIONS[word] : undefined;
  if (action === undefined) throw unknownAction(word);
  const odd = FLAGS.find((name) => hasFlag(call, name) && !action.flags.includes(name));
  if (odd !== undefined) throw usageError(`--${odd} does not go with newsprint feeds ${word}`);
  return action.run(call, words, io);
}

function unknownAction(word: string): NewsprintError {
  const meant = isUrl(word) ? `add ${word}` : nearest(word, Object.keys(ACTIONS));
  return usageError(
    `feeds takes no '${word}'`,
    meant === undefined
      ? `feeds takes ${Object.keys(ACTIONS).join(', ')}`
      : `did you mean newsprint feeds ${meant}?`,
  );
}
