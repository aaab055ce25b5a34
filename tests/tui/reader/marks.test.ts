// Marks, removal and undo in readers on a real library, without a terminal.

import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openJournals } from '../../../src/library/journals/journals.ts';
import { temporaryFolder, temporaryLibrary } from '../../support/library/temporary-library.ts';
import { openTestReader, tenArticles, testMachine } from '../../support/reader/reader-session.ts';

describe('marking', () => {
  it('toggles read and star, in the list and in the article', () => {
    const reader = testMachine().read();
    reader.press('m', 'j', 's');
    expect(
      reader
        .rows()
        .slice(2, 5)
        .map((row) => row.slice(0, 5)),
    ).toEqual(['     ', '▸ ●★ ', '  ●  ']);
    expect(reader.rows()[0]).toContain('10 articles, 9 unread');
    reader.press('k', 'm', 'enter', 's', 'm');
    expect(reader.rows().at(-2)).toMatch(/^ Top · 2 min · read · ★ /);
    reader.press('m', 's');
    expect(reader.rows().at(-2)).toMatch(/^ Top · 2 min · unread {2}/);
  });

  it('marks all that are listed, and takes that back in one step', () => {
    const reader = testMachine().read({ filter: 'story' });
    expect(reader.press('m', 'M').note?.text).toBe('9 articles marked read, U takes it back');
    expect(reader.rows()[0]).toContain('10 articles, all read');
    expect(reader.press('M').note?.text).toBe('all read');
    expect(reader.press('U').note?.text).toBe('unread again: 9 articles');
    expect(reader.state().totals.unread).toBe(9);
    expect(reader.press('U').totals.unread).toBe(10);
    expect(reader.press('U').note?.text).toBe('nothing to undo');
  });

  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  const aged = Object.entries({ a: 1, b: 30, c: 200, d: 2000 }).map(([id, hours]) => [
    `${id}.md`,
    `---\ntitle: Story ${id}\nsource: Harbour Post\npublished: ${hoursAgo(hours)}\n---\nText.\n`,
  ]);
  it.each([
    ['k', 'ab', 'unread again: 2 articles of Harbour Post'],
    ['d', 'bcd', 'unread again: 3 articles of Harbour Post'],
    ['w', 'cd', 'unread again: 2 articles of Harbour Post'],
    ['m', 'd', 'unread again: Story d'],
    ['A', 'abcd', 'unread again: 4 articles of Harbour Post'],
  ])('marks a part of the list by A %s, and shows what it takes back', (key, read, undone) => {
    const reader = testMachine(temporaryLibrary(Object.fromEntries(aged))).read();
    reader.press('j', 'j', 'A', '1', key);
    const { rows } = reader.press('G');
    const readIds = [...rows.values()].filter(({ state }) => state.read).map(({ head }) => head.id);
    expect(readIds.sort().join('')).toBe(read);
    expect(reader.press('U').note?.text).toBe(undone);
    expect(read).toContain(reader.selectedId());
    expect(reader.press('A', 'escape').prompt).toBeNull();
  });

  it('marks all of a list of which only the first rows are known yet', () => {
    const reader = testMachine().read({ known: 3 });
    expect(reader.press('M').note?.text).toBe('10 articles marked read, U takes it back');
  });

  it('says what of the list has nothing unread', () => {
    const reader = testMachine().read();
    expect(reader.press('A', 'k').note?.text).toBe('nothing unread above');
  });

  it('says that it takes much back before it does', async () => {
    const [root, stateHome] = [tenArticles(), temporaryFolder()];
    const host = { env: { XDG_STATE_HOME: stateHome }, platform: 'linux' };
    const ids = Array.from({ length: 1000 }, (_, at) => `gone-${at}`);
    const changes = ids.map((id) => ({ id, set: { read: true } }));
    openJournals(root, host).change(changes, { now: new Date() });
    const reader = openTestReader(root, { stateHome });
    expect(reader.press('U').note?.text).toBe('taking back what was done to 1000 articles …');
    const noted = expect.poll(() => reader.state().note?.text);
    await noted.toBe('unread again: 1000 articles');
  });

  it('leaves a row that no longer fits where it is, until the filter is applied anew', () => {
    const reader = testMachine().read({ filter: 'is:unread' });
    reader.press('j', 'j', 'm');
    expect(reader.ids().join('')).toBe('abcdefghij');
    expect(reader.selectedId()).toBe('c');
    reader.press('/', 'enter');
    expect(reader.ids().join('')).toBe('abcdefghij');
    reader.press('S', 'S', 'S', 'S', 'S');
    expect(reader.ids().join('')).toBe('abdefghij');
  });

  it('finds the list after an article as it was before', () => {
    const reader = testMachine().read({ filter: 'is:unread' });
    const { selected, listTop, listed } = reader.press('m', 'j');
    const after = reader.press('enter', 'G', 'q');
    expect(after).toMatchObject({ focus: 'list', selected, listTop });
    expect(after.listed.keys).toEqual(listed.keys);
    expect(reader.ids().join('')).toBe('abcdefghij');
  });
});

describe('the next unread', () => {
  const read = (keys: readonly string[]) => {
    const reader = testMachine().read();
    reader.press('j', 'm', 'j', 'm', 'j', 'm', 'G', 'm', 'g', ...keys);
    return reader;
  };
  it.each([
    ['n', 'e'],
    ['N', 'i'],
    ['2n', 'f'],
    ['nN', 'a'],
    ['5G n n N', 'f'],
    ['Gn', 'a'],
  ])('is found by %s', (keys, id) => {
    expect(read(Array.from(keys).filter((key) => key !== ' ')).selectedId()).toBe(id);
  });

  it('says when it goes round, and when there is none', () => {
    expect(read(['G', 'n']).state().note?.text).toBe('on from the top');
    expect(read(['N']).state().note?.text).toBe('on from the end');
    const reader = testMachine().read();
    expect(reader.press('M', 'n').note?.text).toBe('no unread article');
    expect(reader.press('m', 'n').note?.text).toBe('no other unread article');
  });

  const ofFeed = (feed: string) =>
    `---\ntitle: A story\nfeed: https://${feed}.test/\nguid: ${feed}\n---\nText.\n`;
  const feeds = ['north', 'south', 'west'].map(
    (name) => `<outline type="rss" text="${name}" xmlUrl="https://${name}.test/"/>`,
  );
  it('is in the next feed that has one, where the feed that is listed is read', async () => {
    const opml = `<opml version="2.0"><body>${feeds.join('')}</body></opml>`;
    const articles = { 'n.md': ofFeed('north'), 's.md': ofFeed('south'), 'w.md': ofFeed('west') };
    const root = temporaryLibrary({ ...articles, 'subscriptions.opml': opml });
    const reader = testMachine(root).read();
    const press = async (key: string, name: string, id: string) => {
      reader.press(key);
      await expect.poll(() => reader.state().scope.name).toBe(name);
      expect(reader.ids()).toEqual([id]);
    };
    await press('ctrl-n', 'north', 'n');
    reader.press('m');
    await press('n', 'south', 's');
    await press('ctrl-p', 'west', 'w');
    await press('ctrl-n', 'south', 's');
    reader.press('M');
    await press('n', 'west', 'w');
    reader.press('M', 'ctrl-n');
    await expect.poll(() => reader.state().note?.text).toBe('no other feed has unread articles');
  });

  it('opens when Space meets the end of an article', () => {
    const reader = read(['enter', 'G', 'space']);
    expect(reader.selectedId()).toBe('e');
    expect(reader.state().focus).toBe('article');
  });

  it('gives way to the hits of a find', () => {
    const reader = testMachine().read({ open: 'a' });
    reader.press('/', ...'paragraph 1', 'enter', 'n');
    expect([reader.selectedId(), reader.state().find?.current]).toEqual(['a', 1]);
    expect(reader.press('tab', 'n').selected).toBe(1);
  });
});

describe('removing', () => {
  it('goes on to the next row and brings the row back selected', () => {
    const reader = testMachine().read();
    reader.press('4', 'j', 'x');
    expect([reader.ids().join(''), reader.selectedId()]).toEqual(['abcdfghij', 'f']);
    reader.press('x', 'g');
    expect(reader.press('U').note?.text).toBe('back again: Story f');
    expect([reader.ids().join(''), reader.selectedId()]).toEqual(['abcdfghij', 'f']);
    reader.press('G', 'x');
    expect(reader.selectedId()).toBe('i');
  });

  it('brings a row back where it was on the screen', () => {
    const reader = testMachine().read({ rows: 10 });
    reader.press('2', 'j');
    const before = reader.rows().slice(2, 8);
    reader.press('x');
    expect(reader.rows().slice(2, 8)).not.toEqual(before);
    reader.press('U');
    expect(reader.rows().slice(2, 8)).toEqual(before);
  });

  it('brings a row back also where it does not fit the filter', () => {
    const reader = testMachine().read({ filter: 'is:unread' });
    reader.press('j', 'm', 'x', 'S', 'S', 'S', 'S', 'S', 'U');
    expect([reader.ids().join(''), reader.selectedId()]).toEqual(['abcdefghij', 'b']);
  });

  it('of what was added leads back to no article that does not fit the filter', async () => {
    const reader = testMachine().read();
    reader.hear({ type: 'paste', text: 'New\n\nText.' });
    reader.press('enter');
    await vi.waitFor(() => expect(reader.everyId()).toHaveLength(11));
    reader.press('q', '/', 'z', 'z', 'enter');
    expect(reader.press('U').note?.text).toMatch(/^taken out again: [\d-]+-new$/);
    expect(reader.ids()).toEqual([]);
  });

  it('shows the next article where one is read, and the list when none is left', () => {
    const reader = testMachine(temporaryLibrary({ 'a.md': 'A', 'b.md': 'B' })).read({ open: 'a' });
    reader.press('x');
    expect([reader.state().focus, reader.state().page?.id]).toEqual(['article', 'b']);
    reader.press('x');
    expect([reader.state().focus, reader.ids()]).toEqual(['list', []]);
    expect(reader.press('U').listed.length).toBe(1);
  });

  it('keeps the row at its height on the screen', () => {
    const files = Array.from({ length: 60 }, (_, index) => [`n-${index + 10}.md`, 'Text.']);
    const reader = testMachine(temporaryLibrary(Object.fromEntries(files))).read();
    const { selected, listTop } = reader.press('4', '0', 'j', '5', 'k');
    const after = reader.press('x');
    expect([after.selected, after.listTop]).toEqual([selected, listTop]);
  });
});

describe('where marks cannot be kept', () => {
  it('says so once for what nobody asked for, and each time for what was', () => {
    const reader = openTestReader(tenArticles());
    reader.press('j', 'enter');
    expect(reader.state().note).toMatchObject({ tone: 'warning' });
    expect(reader.state().note?.text).toMatch(/^marks cannot be kept: there is no home folder/);
    expect(reader.press('J', 'J').note).toBeNull();
    for (const key of ['m', 's', 'x', 'M']) {
      expect([key, reader.press(key === 'M' ? 'q' : 'j', key).note?.tone]).toEqual([
        key,
        'warning',
      ]);
    }
    expect(reader.press('U').note?.text).toBe('nothing to undo');
    expect(reader.state().totals.unread).toBe(10);
  });

  it('still knows for its own time where an article was left', () => {
    const reader = openTestReader(tenArticles(), { open: 'a' });
    expect(reader.press('2', '0', 'j', 'J', 'K').page?.top).toBe(20);
  });

  it('goes on where the journals are no folder', () => {
    const { root, read } = testMachine();
    writeFileSync(join(root, '.newsprint'), 'in the way');
    chmodSync(join(root, '.newsprint'), 0o400);
    const reader = read();
    expect(reader.press('m').note?.text).toMatch(/^marks cannot be kept: .*state/);
    expect(reader.press('j').selected).toBe(1);
  });
});
