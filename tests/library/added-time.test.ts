// When an article came: as its file says, else the journals, else its file's time; on every machine.

import { readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NO_FRONT_MATTER } from '../../src/core/article/article.ts';
import { compactLines } from '../../src/core/journal/compaction.ts';
import { formatEntry } from '../../src/core/journal/journal-entry.ts';
import { parseQuery } from '../../src/core/query/parse-query.ts';
import { scanExisting } from '../../src/library/finder/existing-articles.ts';
import type { Library } from '../../src/library/finder/open-library.ts';
import { openLibrary } from '../../src/library/finder/open-library.ts';
import { scanFinder } from '../../src/library/finder/scan-finder.ts';
import { openFinder } from '../../src/library/index/open-finder.ts';
import { openStore } from '../../src/library/store/article-store.ts';
import { removeArticles } from '../../src/library/store/remove-articles.ts';
import { journalEntry } from '../support/library/journal-entry.ts';
import { removing } from '../support/library/removing.ts';
import { FILE_TIME, temporaryLibrary, writeFiles } from '../support/library/temporary-library.ts';
import { copyJournals, newMachine } from '../support/machine/machine.ts';
import { library, rss } from '../support/web/following.ts';
import { serve } from '../support/web/web-server.ts';

const [EARLY, LATE] = [new Date('2026-11-24T10:00:00Z'), new Date('2026-11-25T10:00:00Z')];

const addedOf = ({ articles }: Library): Readonly<Record<string, string | null>> =>
  Object.fromEntries(articles.map(({ id, added }) => [id, added]));

describe('An article came', () => {
  test('when its file says, else when the journals say, else at the time of its file', () => {
    const host = newMachine();
    const root = temporaryLibrary({
      'file.md': '---\nadded: 2020-01-01T00:00:00Z\n---\n\nText.\n',
      'journal.md': 'Text.\n',
      'neither.md': 'Text.\n',
    });
    const { journals } = openLibrary(root, host);
    const came = ['file', 'journal'].map((id) => ({ id, set: {}, added: `${id}.md` }));
    journals.change(came, { now: EARLY });
    expect(addedOf(openLibrary(root, host))).toEqual({
      file: '2020-01-01T00:00:00Z',
      journal: EARLY.toISOString(),
      neither: FILE_TIME,
    });
  });

  test('first where it came on several machines, and not when another text of it came', () => {
    const [one, other] = [newMachine(), newMachine()];
    const root = temporaryLibrary({ 'a.md': 'Text.\n' });
    const came = { id: 'a', set: {}, added: 'a.md' };
    openLibrary(root, one).journals.change([came], { now: LATE });
    const elsewhere = temporaryLibrary({ 'a.md': 'Text.\n' });
    const { journals } = openLibrary(elsewhere, other);
    journals.change([came], { now: EARLY });
    journals.change([{ ...came, replaced: true }], { now: new Date('2020-01-01') });
    copyJournals(elsewhere, root);
    expect(addedOf(openLibrary(root, one))).toEqual({ a: EARLY.toISOString() });
  });

  test('again where it was removed and added again', async () => {
    const host = newMachine();
    const root = temporaryLibrary();
    const add = async (now: Date): Promise<void> => {
      const store = openStore(scanExisting(openLibrary(root, host)), now);
      const said = { title: 'A', url: 'https://a.test/1', markdown: 'Text.', base: null };
      await store.put(() => ({ ...NO_FRONT_MATTER, ...said }), [said.url]);
      store.finish();
    };
    await add(EARLY);
    const opened = openLibrary(root, host);
    removeArticles(removing(opened), opened.articles, EARLY);
    await add(LATE);
    expect(Object.values(addedOf(openLibrary(root, host)))).toEqual([LATE.toISOString()]);
  });
});

test('A compacted journal still says when an article came', () => {
  const came = journalEntry({ t: '2026-01-01T00:00:00.000Z', op: 'came' });
  const lines = [
    formatEntry({ ...came, rest: { ...came.rest, added: 'a.md' } }),
    ...Array.from({ length: 150 }, (_, at) =>
      formatEntry(journalEntry({ op: `o${at}`, set: { read: at % 2 === 0 } })),
    ),
  ];
  expect(compactLines(lines, 'a')[0]).toBe(lines[0]);
});

test('Two machines that fetch a feed make the same files, and agree when they came', async () => {
  const items = ['One', 'Two'].map((title) => ({ title, link: `https://a.test/${title}` }));
  const { url } = await serve({ '/feed': { body: rss(items) } });
  const [here, there] = [library([`${url}/feed`]), library([`${url}/feed`])];
  await here.fetch({ now: LATE });
  await there.fetch({ now: EARLY });
  expect(here.files()).toHaveLength(2);
  expect(there.files()).toEqual(here.files());
  for (const path of here.files()) expect(there.read(path)).toBe(here.read(path));
  expect(here.read(here.files()[0] ?? '')).not.toContain('added');
  expect(new Set(Object.values(addedOf(here.open())))).toEqual(new Set([LATE.toISOString()]));
  copyJournals(there.root, here.root);
  expect(new Set(Object.values(addedOf(here.open())))).toEqual(new Set([EARLY.toISOString()]));
});

test('A limit of days counts from when an entry without a date came', async () => {
  const { url } = await serve({ '/feed': { body: rss([{ title: 'One', date: null }]) } });
  const device = library([[`${url}/feed`, 'newsprint:keep="7d"']]);
  await device.fetch({ now: EARLY });
  for (const path of device.files()) utimesSync(join(device.root, path), LATE, LATE);
  await device.fetch({ now: new Date('2026-11-30T10:00:00Z') });
  expect(device.files()).toHaveLength(1);
  await device.fetch({ now: new Date('2026-12-02T10:00:00Z') });
  expect(device.files()).toEqual([]);
});

test.for([false, true])('Queries and orders go by it, with an index: %s', async (isIndexed) => {
  const host = newMachine();
  const root = temporaryLibrary({
    'b.md': 'Text.\n',
    'a.md': '---\nadded: 2026-11-25T00:00:00Z\n---\n\nText.\n',
    'c.md': 'Text.\n',
  });
  const ask = async (text: string, isReversed = false) => {
    const finder = isIndexed ? await openFinder(root, host) : scanFinder(openLibrary(root, host));
    expect(finder.isIndexed).toBe(isIndexed);
    const query = parseQuery(text, new Date('2026-11-26T10:00:00Z'));
    const rows = finder.rows(finder.keys({ query, sort: 'added', reverse: isReversed }));
    finder.close();
    return rows.map(({ head: { id, added } }) => [id, added?.slice(0, 10)]);
  };
  expect(await ask('')).toEqual([
    ['a', '2026-11-25'],
    ['b', '2001-02-03'],
    ['c', '2001-02-03'],
  ]);
  const { journals } = openLibrary(root, host);
  journals.change([{ id: 'c', set: {}, added: 'c.md' }], { now: new Date('2026-11-26T09:00:00Z') });
  expect(await ask('added:2026')).toEqual([
    ['c', '2026-11-26'],
    ['a', '2026-11-25'],
  ]);
  writeFiles(root, { 'a.md': 'Text without.\n' });
  utimesSync(join(root, 'a.md'), new Date('2003-01-01'), new Date('2003-01-01'));
  expect(await ask('before:2010', true)).toEqual([
    ['b', '2001-02-03'],
    ['a', '2003-01-01'],
  ]);
  expect(readFileSync(join(root, 'c.md'), 'utf8')).toBe('Text.\n');
});
