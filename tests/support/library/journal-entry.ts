// Journal entries for tests: what is not named is that of a plain mark.

import {
  type EntryRest,
  type JournalEntry,
  NO_REST,
} from '../../../src/core/journal/journal-entry.ts';

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
      ...NO_REST,
      was: { read: false },
      ...rest,
    },
  };
}
