import { expect, test } from 'vitest';
import { openJournals } from '../../../src/library/journals/journals.ts';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';
import { copyJournals, newMachine } from '../../support/machine/machine.ts';

const [EARLY, LATE] = [new Date('2026-11-24T10:00:00Z'), new Date('2026-11-24T11:00:00Z')];

/** A machine with an empty library. */
function machine() {
  const root = temporaryLibrary();
  return { root, journals: openJournals(root, newMachine()) };
}

test.for([
  ['unread', { read: true }, { read: false }],
  ['unstarred', { starred: true }, { starred: false }],
  ['untagged', { tags: { war: true } }, { tags: { war: false } }],
] as const)(
  'What is %s stays so where an earlier mark of another device arrives',
  ([, earlier, later]) => {
    const [here, there] = [machine(), machine()];
    there.journals.change([{ id: 'a', set: earlier }], { now: EARLY });
    expect(here.journals.change([{ id: 'a', set: later, insists: true }], { now: LATE })).toEqual(
      expect.objectContaining({ changed: 1, ids: ['a'] }),
    );
    copyJournals(there.root, here.root);
    here.journals.refresh();
    expect(here.journals.state({ id: 'a' })).toMatchObject(later);
  },
);

test('Said twice it is written twice, and what is on already is left out', () => {
  const { journals } = machine();
  const options = { now: EARLY };
  const off = [{ id: 'a', set: { read: false, starred: true }, insists: true }];
  expect(journals.change(off, options).changed).toBe(1);
  expect(journals.change(off, options).changed).toBe(1);
  expect(
    journals.change([{ id: 'a', set: { starred: true }, insists: true }], options).changed,
  ).toBe(0);
  expect(journals.state({ id: 'a' })).toMatchObject({ read: false, starred: true });
});
