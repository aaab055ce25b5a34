// Whatever keys come in whatever order, in two readers on one library: what must always hold.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEY_SETS } from '../../../src/core/keys/key-sets.ts';
import { readKeys } from '../../../src/core/keys/read-keys.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { type TestReader, testMachine } from '../../support/reader/reader-session.ts';

/** The list narrowed to less, to nothing, and by its marks; hits in the article. */
const TEXTS = ['story', 'story b', 'nothing', 'is:unread', '-is:starred', 'is:read', 'short'];
const ENTERED = TEXTS.map((text) => ['/', ...Array.from(text), 'enter']);
const SETS = Object.keys(KEY_SETS).map((set) => readKeys({ set }).bindings);
const BOUND = SETS.flatMap(({ list, article, feeds }) => [list, article, feeds]);
const CHORDS = new Set(BOUND.flatMap(({ commands }) => [...commands.keys()]));
const ANY_KEY = Array.from(CHORDS, (keys) => keys.split(' '));
/** Marks and removals are what the readers show each other: they come often. */
const MARKS = Array.from('msxUMnNqJK', (key) => [key]);

/** A page pasted and kept, one that changed since, and one that is let go. */
const PAGES = ['Pasted\n\nA body.', 'Pasted\n\nAnother body.', 'Story a\n\nA story.'];
const PASTES = PAGES.flatMap((page) => [[page, 'enter'], [page, 'escape'], [page]]);

const presses = fc.array(
  fc.record({
    reader: fc.constantFrom(0, 1),
    keys: fc.constantFrom(
      ...MARKS,
      ...MARKS,
      ...MARKS,
      ...ENTERED,
      ...PASTES,
      ...PASTES,
      ...ANY_KEY,
      ['enter'],
      ['space'],
    ),
  }),
  { minLength: 1, maxLength: 60 },
);

function pressOrPaste(reader: TestReader | undefined, key: string): void {
  if (key.includes('\n')) reader?.hear({ type: 'paste', text: key });
  else reader?.press(key);
}

function faults(reader: TestReader): readonly string[] {
  const { listed, selected, listTop, goneRow, focus, size, adding } = reader.state();
  const ids = reader.ids();
  const here = new Set(reader.everyId());
  const strangers = ids.filter((id) => !here.has(id) && id !== goneRow?.head.id);
  return [
    selected < Math.max(1, listed.length) ? '' : `row ${selected} of ${listed.length}`,
    listTop <= selected ? '' : `row ${selected} above the screen`,
    new Set(ids).size === ids.length ? '' : `twice: ${ids.join(' ')}`,
    strangers.length === 0 ? '' : `gone: ${strangers.join(' ')}`,
    adding?.step !== 'preview' || focus === 'article' ? '' : 'a draft is hidden',
    ids.every((id) => !id.startsWith('/')) ? '' : 'a draft is in the library',
    goneRow === null || focus === 'article' ? '' : `${goneRow.head.id} is read in the list`,
    reader.rows().every((row) => displayWidth(row) <= size.columns) ? '' : 'a row is too wide',
  ].filter((fault) => fault !== '');
}

describe('two readers', () => {
  it('hold together under any keys', () => {
    fc.assert(
      fc.property(
        presses,
        fc.constantFrom(60, 120),
        fc.constantFrom(...SETS),
        (steps, columns, bindings) => {
          const { read } = testMachine();
          const readers = [read(), read({ columns, filter: 'is:unread', bindings })] as const;
          for (const { reader, keys } of steps) {
            const page = readers[1 - reader]?.state();
            for (const key of keys) pressOrPaste(readers[reader], key);
            const other = readers[1 - reader];
            const after = other?.look();
            // Nothing that another does moves the page that is read.
            if (page?.focus === 'article') {
              expect([after?.focus, after?.page?.id, after?.page?.top]).toEqual([
                page.focus,
                page.page?.id,
                page.page?.top,
              ]);
            }
            for (const one of readers) expect([keys, faults(one)]).toEqual([keys, []]);
          }
          const [first, second] = readers.map((one) => one.look());
          expect(first?.totals).toEqual(second?.totals);
        },
      ),
      { numRuns: 8 },
    );
  });
});
