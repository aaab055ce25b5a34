// The journals of a library on the disk: changes, undo, several devices, and what is in the way.

import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatEntry } from '../../../src/core/journal/journal-entry.ts';
import { type Journals, openJournals } from '../../../src/library/journals/journals.ts';
import { journalEntry } from '../../support/library/journal-entry.ts';
import { temporaryLibrary, writeFiles } from '../../support/library/temporary-library.ts';
import { newMachine } from '../../support/machine/machine.ts';
import { thrown } from '../../support/machine/thrown.ts';

const now = new Date('2026-11-24T22:19:00.123Z');
const read = { read: true };

function journalNames(root: string): readonly string[] {
  return readdirSync(join(root, '.newsprint/state'));
}

function journalText(root: string): string {
  const [name = ''] = journalNames(root);
  return readFileSync(join(root, '.newsprint/state', name), 'utf8');
}

function mark(journals: Journals, id: string, set = read as object): number {
  return journals.change([{ id, set }], { now }).changed;
}

describe('a change', () => {
  test('is one line of the form in the design, in this device’s journal', () => {
    const root = temporaryLibrary();
    mark(openJournals(root, newMachine()), 'a');
    expect(journalNames(root)).toEqual([expect.stringMatching(/^[a-z\d]{20}\.jsonl$/)]);
    expect(journalText(root)).toMatch(
      /^\{"v":1,"t":"2026-11-24T22:19:00.123Z","op":"[a-z\d]{20}","id":"a","set":\{"read":true\},"was":\{"read":false\}\}\n$/,
    );
  });

  test('is there for who opens the library next, and for who refreshes', () => {
    const [root, machine] = [temporaryLibrary(), newMachine()];
    const other = openJournals(root, newMachine());
    mark(openJournals(root, machine), 'a');
    expect(openJournals(root, machine).state({ id: 'a' }).read).toBe(true);
    expect(other.state({ id: 'a' }).read).toBe(false);
    expect(other.refresh()).toBe(true);
    expect(other.state({ id: 'a' }).read).toBe(true);
    expect(other.refresh()).toBe(false);
  });

  test('of what holds already writes nothing', () => {
    const root = temporaryLibrary();
    const journals = openJournals(root, newMachine());
    expect(mark(journals, 'a', { read: false })).toBe(0);
    expect(existsSync(join(root, '.newsprint'))).toBe(false);
    mark(journals, 'a');
    const before = journalText(root);
    expect(mark(journals, 'a')).toBe(0);
    expect(journalText(root)).toBe(before);
  });

  test('of a tag the article has itself writes nothing where its tags are given', () => {
    const journals = openJournals(temporaryLibrary(), newMachine());
    const change = (tag: string, mark: boolean) =>
      journals.change([{ id: 'a', tags: ['own'], set: { tags: { [tag]: mark } } }], { now })
        .changed;
    expect([change('own', true), change('other', false)]).toEqual([0, 0]);
    expect([change('own', false), change('own', true)]).toEqual([1, 1]);
  });

  test('of one article twice is one line', () => {
    const root = temporaryLibrary();
    openJournals(root, newMachine()).change(
      [
        { id: 'a', set: { read: true, tags: { one: true } } },
        { id: 'a', set: { starred: true, tags: { two: true } } },
      ],
      { now },
    );
    expect(journalText(root)).toContain(
      '"set":{"read":true,"starred":true,"tags":{"one":true,"two":true}}',
    );
  });

  test('outdoes every change seen, however wrong that clock was', () => {
    const root = temporaryLibrary();
    const future = journalEntry({
      t: '2999-01-01T00:00:00.000Z',
      set: { read: false, starred: true },
    });
    writeFiles(root, { '.newsprint/state/zzz.jsonl': `${formatEntry(future)}\n` });
    const journals = openJournals(root, newMachine());
    mark(journals, 'a');
    mark(journals, 'a', { starred: false });
    expect(openJournals(root, newMachine()).state({ id: 'a' })).toMatchObject({
      read: true,
      starred: false,
    });
  });

  test('follows a line that a crash tore', () => {
    const [root, machine] = [temporaryLibrary(), newMachine()];
    mark(openJournals(root, machine), 'a');
    const [name = ''] = journalNames(root);
    appendFileSync(join(root, '.newsprint/state', name), '{"v":1,"t":"2026');
    expect(openJournals(root, machine).problems).toEqual([
      {
        path: `.newsprint/state/${name}`,
        line: 2,
        message: 'the line is no change that can be read',
      },
    ]);
    mark(openJournals(root, machine), 'b');
    const journals = openJournals(root, machine);
    expect(['a', 'b'].map((id) => journals.state({ id }).read)).toEqual([true, true]);
    expect(journals.problems).toEqual([]);
  });

  test('that is the same of many articles is one line, and so is what takes it back', () => {
    const [root, machine] = [temporaryLibrary(), newMachine()];
    const changes = ['2026-01-01-b', '2026-01-01-a', 'c'].map((id) => ({ id, set: read }));
    const journals = openJournals(root, machine);
    journals.change(changes, { now });
    expect(journalText(root)).toContain('"ids":["2026-01-01-a",11,"b","c"],"set":{"read":true}');
    expect(journals.undo(now)?.ids.length).toBe(3);
    expect(journalText(root).split('\n').length).toBe(3);
    const again = openJournals(root, machine);
    expect(changes.map(({ id }) => again.state({ id }).read)).toEqual([false, false, false]);
    expect(again.undo(now)).toBe(null);
  });

  test('of several articles counts when all of its lines are there', () => {
    const [root, machine] = [temporaryLibrary(), newMachine()];
    const changes = ['a', 'b', 'c'].map((id) => ({ id, set: { ...read, tags: { [id]: true } } }));
    openJournals(root, machine).change(changes, { now });
    const [name = ''] = journalNames(root);
    const whole = journalText(root);
    writeFileSync(join(root, '.newsprint/state', name), whole.slice(0, -40));
    const journals = openJournals(root, machine);
    expect(changes.map(({ id }) => journals.state({ id }).read)).toEqual([false, false, false]);
    expect(journals.problems.length).toBe(2);
    expect(journals.change(changes, { now }).changed).toBe(3);
    expect(changes.map(({ id }) => journals.state({ id }).read)).toEqual([true, true, true]);
  });

  test.for([
    ['a number that is none', { position: { paragraph: 1, fraction: Number.NaN, progress: 0 } }],
    ['half a paragraph', { position: { paragraph: 0.5, fraction: 0, progress: 0 } }],
  ])('to %s is a bug that is told', ([, set]) => {
    const journals = openJournals(temporaryLibrary(), newMachine());
    expect(() => mark(journals, 'a', set as object)).toThrow(TypeError);
  });
});

describe('the journals', () => {
  test('of a conflict count, drafts and other files do not', () => {
    const root = temporaryLibrary({
      '.newsprint/state/abc (conflicted copy).jsonl': `${formatEntry(journalEntry({ id: 'a' }))}\n`,
      '.newsprint/state/.abc.draft.jsonl': `${formatEntry(journalEntry({ id: 'b' }))}\n`,
      '.newsprint/state/notes.txt': 'hello',
    });
    const journals = openJournals(root, newMachine());
    expect(['a', 'b'].map((id) => journals.state({ id }).read)).toEqual([true, false]);
    expect(journals.problems).toEqual([]);
  });

  test('that cannot be read are named and hide no other', () => {
    const root = temporaryLibrary({
      '.newsprint/state/good.jsonl': `${formatEntry(journalEntry())}\nnonsense\n\n${'x'.repeat(600_000)}\n`,
    });
    mkdirSync(join(root, '.newsprint/state/folder.jsonl'));
    symlinkSync('/dev/zero', join(root, '.newsprint/state/device.jsonl'));
    symlinkSync('nowhere', join(root, '.newsprint/state/gone.jsonl'));
    const journals = openJournals(root, newMachine());
    expect(journals.state({ id: 'a' }).read).toBe(true);
    const lines = journals.problems.map(({ path, line, message }) => `${path}:${line} ${message}`);
    expect(lines.map((line) => line.replace('.newsprint/state/', ''))).toEqual([
      'device.jsonl:undefined the journal cannot be read: it is no ordinary file',
      expect.stringMatching(/^folder\.jsonl:undefined the journal cannot be read: /),
      'gone.jsonl:undefined the journal cannot be read: no such file or folder',
      'good.jsonl:2 the line is no change that can be read',
      'good.jsonl:4 the line is no change that can be read',
    ]);
  });

  test('are read anew where one is replaced or goes', () => {
    const line = (id: string): string => `${formatEntry(journalEntry({ id }))}\n`;
    const root = temporaryLibrary({ '.newsprint/state/x.jsonl': line('a') + line('b') });
    const journals = openJournals(root, newMachine());
    const path = join(root, '.newsprint/state/x.jsonl');
    writeFileSync(`${path}.new`, line('c'));
    renameSync(`${path}.new`, path);
    expect(journals.refresh()).toBe(true);
    expect(['a', 'b', 'c'].map((id) => journals.state({ id }).read)).toEqual([false, false, true]);
    renameSync(path, join(root, 'elsewhere'));
    expect(journals.refresh()).toBe(true);
    expect(journals.state({ id: 'c' }).read).toBe(false);
  });

  test('without a newline at the end count, and are read on from there', () => {
    const path = '.newsprint/state/x.jsonl';
    const root = temporaryLibrary({ [path]: formatEntry(journalEntry({ id: 'a' })) });
    const journals = openJournals(root, newMachine());
    expect(journals.state({ id: 'a' }).read).toBe(true);
    appendFileSync(join(root, path), `\n${formatEntry(journalEntry({ id: 'b' })).slice(0, 30)}`);
    journals.refresh();
    expect(journals.problems.length).toBe(1);
    appendFileSync(join(root, path), formatEntry(journalEntry({ id: 'b' })).slice(30));
    journals.refresh();
    expect(journals.problems).toEqual([]);
    expect(journals.state({ id: 'b' }).read).toBe(true);
  });

  test('of a library without any cost nothing and make nothing', () => {
    const [root, machine] = [temporaryLibrary(), newMachine()];
    openJournals(root, machine);
    expect(readdirSync(root)).toEqual([]);
    expect(readdirSync(machine.env.HOME)).toEqual([]);
  });
});

describe('a journal that cannot be written', () => {
  const failure = (journals: Journals) => thrown(() => mark(journals, 'a'));

  test('for want of a home says so', () => {
    const error = failure(openJournals(temporaryLibrary(), { env: {}, platform: 'linux' }));
    expect(error.code).toBe('read-only');
    expect(error.message).toMatch(/^marks cannot be kept: there is no home folder/);
  });

  test('for a home that is no folder says so', () => {
    const error = failure(
      openJournals(temporaryLibrary(), { env: { HOME: '/dev/null' }, platform: 'linux' }),
    );
    expect(error.code).toBe('read-only');
    expect(error.message).toMatch(
      /^marks cannot be kept: '\/dev\/null\/.*: a part of the path is no folder$/,
    );
  });

  test.for([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a link to a file of the user', (path: string) => symlinkSync('../../a.md', path)],
  ] as const)('because %s is in its place is left alone: another is begun', ([, make]) => {
    const [root, machine] = [temporaryLibrary({ 'a.md': 'hello\n' }), newMachine()];
    mark(openJournals(root, machine), 'b');
    const [name = ''] = journalNames(root);
    renameSync(join(root, '.newsprint/state', name), join(root, 'kept'));
    make(join(root, '.newsprint/state', name));
    mark(openJournals(root, machine), 'a');
    expect(openJournals(root, machine).state({ id: 'a' }).read).toBe(true);
    expect(journalNames(root)).toHaveLength(2);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('hello\n');
  });

  test('where the library has gone is not made again', () => {
    const root = temporaryLibrary();
    const gone = join(root, 'gone');
    expect(failure(openJournals(gone, newMachine())).code).toBe('failed');
    expect(existsSync(gone)).toBe(false);
  });
});

describe('a device', () => {
  test('has one name for a library, another for a copy of it', () => {
    const [root, copy, machine] = [temporaryLibrary(), temporaryLibrary(), newMachine()];
    for (const place of [root, root, copy]) mark(openJournals(place, machine), place);
    expect(journalNames(root).length).toBe(1);
    expect(journalNames(copy)).not.toEqual(journalNames(root));
  });

  test('whose name is garbage gets a new one', () => {
    const [root, machine] = [temporaryLibrary(), newMachine()];
    mark(openJournals(root, machine), 'a');
    const folder = join(machine.env.HOME, '.local/state/newsprint/devices');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '../../evil\n');
    mark(openJournals(root, machine), 'b');
    expect(journalNames(root).length).toBe(2);
    expect(readdirSync(folder).length).toBe(1);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });
});
