// What undo says it took back.

import { expect, test } from 'vitest';
import type { JournalEntry } from '../../src/core/journal/journal-entry.ts';
import { formatUndo } from '../../src/jobs/format-undo.ts';
import { openLibrary } from '../../src/library/finder/open-library.ts';
import { scanFinder } from '../../src/library/finder/scan-finder.ts';
import { journalEntry } from '../support/library/journal-entry.ts';
import { temporaryLibrary } from '../support/library/temporary-library.ts';

type Fields = NonNullable<Parameters<typeof journalEntry>[0]>;

const line = (id: string, fields: Fields = {}): JournalEntry => journalEntry({ id, ...fields });
const added = (id: string) => line(id, { rest: { was: {}, added: `${id}.md` } });
const updated = (id: string) => line(id, { rest: { was: {}, added: `${id}.md`, replaced: true } });
const removed = (id: string) => line(id, { set: { removed: true }, rest: { was: {} } });
const starred = (id: string) =>
  line(id, { set: { starred: true }, rest: { was: { starred: false } } });
const tagged = (id: string) => line(id, { set: { tags: { port: true } }, rest: { was: {} } });

const post = (title: string) => `---\ntitle: ${title}\nsource: Harbour Post\n---\nText.\n`;
const library = () =>
  scanFinder(
    openLibrary(
      temporaryLibrary({
        'a.md': post('The ferry is late'),
        'b.md': post('The ferry is back'),
        'c.md': '---\ntitle: Snow\nsource: Hill Times\n---\nText.\n',
      }),
    ),
  );

test.each([
  ['unread again: The ferry is late', [line('a')]],
  ['read again: Snow', [line('c', { set: { read: false }, rest: { was: { read: true } } })]],
  ['unread again: 2 articles of Harbour Post', [line('a'), line('b')]],
  ['unread again: 3 articles', [line('a'), line('b'), line('c')]],
  ['unread again: 2 articles', [line('a'), line('gone')]],
  ['back again: Snow', [removed('c')]],
  ['without its star: Snow', [starred('c')]],
  ['tagged as before: 2 articles of Harbour Post', [tagged('a'), tagged('b')]],
  ['taken out again: gone', [added('gone')]],
  [
    'as before the update: Snow; taken out again: 2 articles',
    [updated('c'), added('d'), added('e')],
  ],
])('what was taken back is told by what became of which articles: %s', (words, entries) => {
  const ids = entries.map(({ id }) => id);
  expect(formatUndo({ ids, entries }, library())).toBe(words);
});

test('only what was altered is told', () => {
  const entries = [line('a'), line('b')];
  expect(formatUndo({ ids: ['b'], entries }, library())).toBe('unread again: The ferry is back');
  expect(formatUndo({ ids: [], entries }, library())).toContain('nothing is taken back');
});
