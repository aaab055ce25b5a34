// What undo says it took back.

import { describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../src/core/journal/journal-entry.ts';
import { formatUndo } from '../../src/jobs/format-undo.ts';
import { journalEntry } from '../support/library/journal-entry.ts';

const NOTHING = { op: 'a', undoes: 'b', restored: [], trashed: [], blocked: [] };

function entry(id: string, rest: Partial<JournalEntry['rest']>, set = {}): JournalEntry {
  const made = journalEntry({ id, set });
  return { ...made, rest: { ...made.rest, ...rest } };
}

const added = (id: string): JournalEntry => entry(id, { added: `${id}.md` });
const updated = (id: string): JournalEntry => entry(id, { added: `${id}.md`, replaced: true });
const removed = (id: string): JournalEntry => entry(id, {}, { removed: true });
const marked = (id: string): JournalEntry => entry(id, {}, { read: true });

describe('what was taken back', () => {
  test.each([
    ['3 articles added', [added('a'), added('b'), added('c')]],
    ['1 article added, 2 updated', [updated('a'), added('b'), updated('c')]],
    ['1 article updated, 1 removed', [updated('a'), removed('b')]],
    ['1 article removed', [removed('a')]],
    ['2 articles marked', [marked('a'), marked('b')]],
  ])('is told by what became of each article: %s', (words, entries) => {
    const ids = entries.map(({ id }) => id);
    expect(formatUndo({ ...NOTHING, ids, entries })).toBe(`took back: ${words}`);
  });

  test('counts only what was altered', () => {
    const entries = [marked('a'), marked('b')];
    expect(formatUndo({ ...NOTHING, ids: ['b'], entries })).toBe('took back: 1 article marked');
    expect(formatUndo({ ...NOTHING, ids: [], entries })).toContain('nothing altered');
  });
});
