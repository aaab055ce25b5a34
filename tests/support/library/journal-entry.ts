// Journal entries for tests: what is not named is that of a plain mark.

import type { EntryRest, JournalEntry } from '../../../src/core/journal/journal-entry.ts';

type Fields = Partial<Omit<JournalEntry, 'rest'>> & { readonly rest?: Partial<EntryRest> };

/** A line that marks `a` as read at one time, changed by the fields given. */
export function journalEntry({ rest, ...fields }: Fields = {}): JournalEntry {
  return {
    device: 'mine',
    t: '2026-11-24T22:19:00.000Z',
    op: 'op1',
    id: 'a',
    as: '',
    set: { read: true },
    ...fields,
    rest: {
      was: { read: false },
      auto: false,
      undoes: null,
      of: 1,
      path: null,
      url: null,
      guid: null,
      feed: null,
      added: null,
      replaced: false,
      ...rest,
    },
  };
}
