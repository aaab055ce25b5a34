// The keys that newsboat 2.36 comes with, by its own list, and what each is in our set of that name.

import { describe, expect, it } from 'vitest';
import { keyLabel, parseKeys } from '../../../src/core/keys/key-names.ts';
import { readKeys } from '../../../src/core/keys/read-keys.ts';

/** newsboat's operation, its key, and our command in the list, in the article and in the feeds. */
const OPERATIONS = [
  ['open', 'Enter', 'open', 'enlarge', 'choose'],
  ['quit', 'q', 'leave', 'leave', 'give-up'],
  ['hard-quit', 'Q', 'quit', 'quit', 'quit'],
  ['reload', 'r', 'fetch', 'fetch', 'fetch-one'],
  ['reload-all', 'R', 'fetch', 'fetch', 'fetch'],
  ['mark-feed-read', 'A', 'read-all', null, 'feeds-read'],
  ['mark-all-feeds-read', 'C', 'read-part', 'captions', null],
  ['save', 's', null, null, null],
  ['next-unread', 'n', 'next', 'next', 'next-news'],
  ['prev-unread', 'p', 'previous', 'previous', 'previous-news'],
  ['next', 'J', 'down', 'next-article', 'down'],
  ['prev', 'K', 'up', 'previous-article', 'up'],
  ['random-unread', 'Ctrl-K', null, null, null],
  ['open-in-browser', 'o', 'browse', 'browse', null],
  ['open-in-browser-and-mark-read', 'O', 'browse', 'browse', null],
  ['help', '?', 'help', 'help', 'help'],
  ['toggle-source-view', 'Ctrl-U', null, null, null],
  ['toggle-article-read', 'N', 'read', 'read', null],
  ['toggle-show-read-feeds', 'l', null, null, 'news-only'],
  ['show-urls', 'u', null, 'follow', null],
  ['clear-tag', 'Ctrl-T', 'back', null, 'give-up'],
  ['set-tag', 't', 'feeds', 'feeds', 'give-up'],
  ['open-search', '/', 'search', 'search', 'seek'],
  ['goto-url', '#', null, 'follow', null],
  ['one', '1', null, null, null],
  ['zero', '0', null, null, null],
  ['enqueue', 'e', 'download', 'download', 'edit-feed'],
  ['edit-urls', 'E', null, null, 'edit-feed'],
  ['reload-urls', 'Ctrl-R', null, null, null],
  ['redraw', 'Ctrl-L', 'redraw', 'redraw', 'redraw'],
  ['cmdline', ':', null, null, null],
  ['set-filter', 'F', 'search', null, null],
  ['select-filter', 'f', 'next-saved', null, null],
  ['clear-filter', 'Ctrl-F', 'back', null, null],
  ['bookmark', 'Ctrl-B', null, null, null],
  ['edit-flags', 'Ctrl-E', 'star', 'star', null],
  ['next-unread-feed', 'Ctrl-N', 'next-feed', null, null],
  ['prev-unread-feed', 'Ctrl-P', 'previous-feed', null, null],
  ['next-feed', 'j', 'next-feed', null, null],
  ['prev-feed', 'k', 'previous-feed', null, null],
  ['delete-article', 'D', 'remove', 'remove', 'unfollow'],
  ['delete-all-articles', 'Ctrl-D', null, null, null],
  ['purge-deleted', '$', null, null, null],
  ['view-dialogs', 'v', null, null, null],
  ['close-dialog', 'Ctrl-X', null, null, null],
  ['next-dialog', 'Ctrl-V', null, null, null],
  ['prev-dialog', 'Ctrl-G', null, null, null],
  ['pipe-to', '|', 'pipe', 'pipe', null],
  ['sort', 'g', 'sort', null, 'sort'],
  ['rev-sort', 'G', 'turn', null, 'turn'],
  ['up', 'Up', 'up', 'up', 'up'],
  ['down', 'Down', 'down', 'down', 'down'],
  ['pageup', 'PgUp', 'page-up', 'page-up', 'page-up'],
  ['pagedown', 'PgDn', 'page-down', 'page-down', 'page-down'],
  ['home', 'Home', 'first', 'first', 'first'],
  ['end', 'End', 'last', 'last', 'last'],
  ['macro-prefix', ',', null, null, null],
  ['switch-focus', 'Tab', 'change-pane', 'change-pane', 'choose'],
  ['prevsearchresults', 'z', null, null, null],
] as const;

const { bindings } = readKeys({ set: 'newsboat' });

function commands(key: string): readonly (string | null)[] {
  const parsed = parseKeys(key);
  const keys = 'keys' in parsed ? parsed.keys : '';
  return (['list', 'article', 'feeds'] as const).map(
    (place) => bindings[place].commands.get(keys) ?? null,
  );
}

describe('in the set newsboat', () => {
  it.each(OPERATIONS)(
    'what newsboat calls %s, on %s, does the like or nothing',
    (_, key, ...ours) => {
      expect(commands(key)).toEqual(ours);
    },
  );

  it('all other keys are ours', () => {
    const theirs = OPERATIONS.map(([, key]) => parseKeys(key)).map(
      (one) => 'keys' in one && one.keys,
    );
    const usual = readKeys({}).bindings;
    for (const place of ['list', 'article'] as const) {
      const own = [...bindings[place].commands].filter(([keys]) => !theirs.includes(keys));
      const changed = own.filter(([keys, id]) => usual[place].commands.get(keys) !== id);
      const words = changed.map(([keys, id]) => `${keyLabel(keys)} ${id}`);
      expect(words.toSorted()).toEqual([
        '* star',
        '< half-up',
        '> half-down',
        'P enclosed',
        'V edit',
        'Z article-only',
      ]);
    }
  });
});
