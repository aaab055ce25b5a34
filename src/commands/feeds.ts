// `newsprint feeds`: which feeds are followed.
import { nearest } from '../core/nearest.ts';
import { isUrl } from '../jobs/add/source-bytes.ts';
import { type Call, hasFlag, usageError } from './call/call.ts';
import type { Io } from './call/io.ts';

/** What is done with the feeds, with the flags that go with it. */
const ACTIONS = {
  list: [],
  add: ['full', 'keep', 'tag', 'title'],
  remove: [],
  import: ['full', 'keep', 'tag'],
  export: [],
} as const;

type Action = keyof typeof ACTIONS;

const FLAGS = ['full', 'keep', 'tag', 'title', 'format', 'json'] as const;

/** Lists the feeds, or changes which there are. */
export async function feeds(call: Call, io: Io): Promise<void> {
  const [word = 'list', ...words] = call.words;
  const action = readAction(word);
  checkFlags(call, action);
  switch (action) {
    case 'list':
      return (await import('./feeds/feeds-list.ts')).listFeeds(call, words, io);
    case 'add':
      return (await import('./feeds/feeds-add.ts')).addFeeds(call, words, io);
    case 'remove':
      return (await import('./feeds/feeds-remove.ts')).removeFeeds(call, words, io);
    case 'import':
      return (await import('./feeds/feeds-import.ts')).importFeeds(call, words, io);
    case 'export':
      return (await import('./feeds/feeds-export.ts')).exportFeeds(call, words, io);
    default:
      action satisfies never;
  }
}

function readAction(word: string): Action {
  if (isAction(word)) return word;
  const meant = isUrl(word) ? `add ${word}` : nearest(word, Object.keys(ACTIONS));
  const ways = `feeds takes ${Object.keys(ACTIONS).join(', ')}`;
  throw usageError(
    `feeds takes no '${word}'`,
    meant === undefined ? ways : `did you mean newsprint feeds ${meant}?`,
  );
}

function isAction(word: string): word is Action {
  return Object.hasOwn(ACTIONS, word);
}

function checkFlags(call: Call, action: Action): void {
  const taken: readonly string[] =
    action === 'list' ? [...ACTIONS.list, 'format', 'json'] : ACTIONS[action];
  const odd = FLAGS.find((name) => hasFlag(call, name) && !taken.includes(name));
  if (odd !== undefined) throw usageError(`--${odd} does not go with newsprint feeds ${action}`);
}
