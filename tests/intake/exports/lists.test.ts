// What other programs export, in the words of their own documentation and of public parsers of it.
import { describe, expect, test } from 'vitest';
import { isBookmarks, readBookmarks } from '../../../src/intake/exports/bookmarks.ts';
import type { SavedList } from '../../../src/intake/exports/saved-item.ts';
import { listKind, readSavedList } from '../../../src/intake/exports/saved-lists.ts';
import { sniffExport } from '../../../src/intake/exports/sniff-export.ts';

/** What is asked of each item, in short. */
function brief(list: SavedList | null) {
  return list?.items.map(({ entry: { url, title }, added, isRead, isStarred, tags }) => ({
    url,
    title,
    added,
    tags,
    marks: [isRead ? 'read' : '', isStarred ? 'starred' : ''].filter(Boolean),
  }));
}

function readList(text: string) {
  return readSavedList(text, listKind(text) ?? '');
}

describe('lists of saved pages', () => {
  // Pocket's export of 2025, as wallabag's importer reads it (github.com/wallabag/wallabag, PocketCsvImport).
  test('of Pocket have tags, and what was archived is read', () => {
    const text =
      'title,url,time_added,tags,status\n' +
      '"Ports, explained",https://example.org/ports,1700000000,trade|Deep Sea,unread\n' +
      'https://example.org/x,https://example.org/x,1700000001,,archive\n' +
      'https://example.org/y,https://example.org/y,1700000001,[wip]|news,unread\n' +
      'No address,,1700000002,,unread\n';
    expect(brief(readList(text))).toEqual([
      {
        url: 'https://example.org/ports',
        title: 'Ports, explained',
        marks: [],
        added: '2023-11-14T22:13:20Z',
        tags: ['trade', 'deep-sea'],
      },
      {
        url: 'https://example.org/x',
        title: 'example.org/x',
        marks: ['read'],
        added: '2023-11-14T22:13:21Z',
        tags: [],
      },
      {
        url: 'https://example.org/y',
        title: 'example.org/y',
        marks: [],
        added: '2023-11-14T22:13:21Z',
        tags: ['wip', 'news'],
      },
    ]);
    expect(readList(text)?.faults).toEqual([{ line: 5, message: "no web address: ''" }]);
  });

  // Instapaper's columns; tags are a list in JSON since 2025 (help.instapaper.com).
  test('of Instapaper have folders', () => {
    const text =
      'URL,Title,Selection,Folder,Timestamp,Tags\n' +
      'https://example.org/a,A,"a < b",Archive,1700000000,"[""coding"", ""late shift""]"\n' +
      'https://example.org/b,B,,Starred,1700000000,[]\n' +
      'https://example.org/c,C,,Recipes,1700000000,\n' +
      'https://example.org/d,D,,archive,1700000000,\n';
    const list = readList(text);
    expect(brief(list)?.map(({ tags, marks }) => [tags, marks])).toEqual([
      [['coding', 'late-shift'], ['read']],
      [[], ['starred']],
      [['recipes'], []],
      [['archive'], []],
    ]);
    expect(list?.items[0]?.entry.summary).toBe('<p>a &lt; b</p>');
  });

  // Readwise Reader's library as CSV (docs.readwise.io/reader, "Exporting").
  test('of Readwise Reader have places', () => {
    const text =
      'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n' +
      `A,https://example.org/a,01gm,"['history', ""it's""]",2022-11-06 04:33:50+00:00,0.2,shortlist,True\n` +
      'B,https://example.org/b,01gn,[],2022-11-06 04:33:50+00:00,0,archive,False\n' +
      'C,https://example.org/c,01go,[],2022-11-06 04:33:50+00:00,1,new,True\n' +
      'D,https://example.org/d,01gp,[],2022-11-06 04:33:50+00:00,5e-05,new,True\n';
    expect(brief(readList(text))?.map(({ tags, marks }) => [tags, marks])).toEqual([
      [['history', 'it-s', 'shortlist'], []],
      [[], ['read']],
      [[], ['read']],
      [[], []],
    ]);
    expect(brief(readList(text))?.[0]?.added).toBe('2022-11-06T04:33:50+00:00');
  });

  test('of others are none of these', () => {
    expect(listKind('name,price\na,1\n')).toBe(null);
  });
});

describe('articles as JSON', () => {
  // wallabag's export (doc.wallabag.org, "Import" and its Entry entity).
  test('of wallabag have their texts', () => {
    const text = JSON.stringify([
      {
        is_archived: 1,
        is_starred: 1,
        tags: ['tide'],
        title: 'Ports',
        id: 7,
        url: 'https://example.org/ports',
        content: '<p>Ships wait.</p>',
        language: 'en_GB',
        created_at: '2024-05-02T10:00:00+02:00',
        published_at: '2024-05-01T08:00:00+0000',
        published_by: ['Ada Li'],
      },
      { is_archived: 0, is_starred: '0', tags: '', url: 'ftp://example.org', title: 'B' },
    ]);
    expect(listKind(text)).toBe('wallabag');
    const list = readList(text);
    expect(list?.items).toMatchObject([
      {
        entry: {
          content: '<p>Ships wait.</p>',
          authors: ['Ada Li'],
          lang: 'en-GB',
          published: '2024-05-01T08:00:00+00:00',
        },
        added: '2024-05-02T10:00:00+02:00',
        isRead: true,
        isStarred: true,
        tags: ['tide'],
      },
    ]);
    expect(list?.faults).toEqual([{ message: "number 2: no web address: 'ftp://example.org'" }]);
    expect(readList(text.slice(0, -9))).toBe(null);
  });

  // Omnivore's export of its last weeks (github.com/omnivore-app/omnivore, packages/export-handler).
  test('of Omnivore are found by their slugs', () => {
    const text = JSON.stringify([
      {
        id: '1',
        slug: 'ports-18f',
        title: 'Ports',
        description: 'In short &amp; <b>well</b>',
        author: 'Ada Li',
        url: 'https://example.org/ports',
        state: 'Archived',
        readingProgress: 12,
        labels: ['trade'],
        savedAt: '2024-05-02T10:00:00.000Z',
        publishedAt: '2024-05-01',
      },
      {
        slug: 'b',
        title: 'B',
        url: 'https://example.org/b',
        state: 'Active',
        savedAt: '',
        labels: [],
      },
    ]);
    expect(listKind(text)).toBe('omnivore');
    expect(readList(text)?.items[0]?.entry).toMatchObject({
      guid: 'ports-18f',
      summary: 'In short &amp; <b>well</b>',
    });
    expect(brief(readList(text))?.map(({ tags, marks }) => [tags, marks])).toEqual([
      [['trade'], ['read']],
      [[], []],
    ]);
  });
});

describe('bookmarks', () => {
  // The format as Firefox and Chrome write it (learn.microsoft.com, "Netscape Bookmark File Format").
  test('have the folders around them as tags, but for the browser’s own', () => {
    const text = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks Menu</H1>
<DL><p>
  <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks Toolbar</H3>
  <DL><p>
    <DT><A HREF="https://example.org/a?x=1&amp;y=2" ADD_DATE="1700000000" TAGS="one,two">A &amp; b</A>
    <DD>What it is about
    <DT><H3>Deep Sea</H3>
    <DL><p><DT><A HREF="https://example.org/b?x=1&copy=2">B</A></DL><p>
  </DL><p>
  <DT><A HREF="javascript:alert(1)">Script</A>
  <DT><A HREF="https://example.org/c">C</A>
  <DT><A HREF="mailto:a@example.org">Mail</A>
</DL>`;
    expect(isBookmarks(text)).toBe(true);
    const list = readBookmarks(text);
    expect(brief(list)?.map(({ url, title, tags }) => [url, title, tags])).toEqual([
      ['https://example.org/a?x=1&y=2', 'A & b', ['one', 'two']],
      ['https://example.org/b?x=1&copy=2', 'B', ['deep-sea']],
      ['https://example.org/c', 'C', []],
    ]);
    expect(list.items[0]).toMatchObject({
      added: '2023-11-14T22:13:20Z',
      entry: { summary: '<p>What it is about</p>' },
    });
    expect(list.faults).toEqual([{ line: 14, message: "no web address: 'mailto:a@example.org'" }]);
  });

  test('keep what is quoted in them, whatever signs it has', () => {
    const text = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p>
  <DT><A HREF="https://example.org/1" TAGS="x,a<b">One</A>
  <DT><A ICON="data:,<i>" HREF='https://example.org/2?x=">"'>Two</A>
  <DT><A TAGS="a>b" HREF="https://example.org/3?x=<y>">Three</A>
  <DT><A HREF=https://example.org/4?it's>Four</A>
  <DT><A HREF="https://example.org/5 TAGS="y">Five</A>
  <DT><H3 NAME=">">Sea</H3><DL><p><DT><A HREF="https://example.org/6">Six</A></DL>
</DL>`;
    expect(brief(readBookmarks(text))?.map(({ title, tags }) => [title, ...tags])).toEqual([
      ['One', 'x', 'a-b'],
      ['Two'],
      ['Three', 'a-b'],
      ['Four'],
      ['Five'],
      ['Six', 'sea'],
    ]);
  });

  test('that are never closed are looked through once', () => {
    const start = '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL>';
    // A second look at the rest from each of them would take hours.
    for (const piece of [
      '<a ',
      '<a href="https://example.org/">x',
      '<h3>',
      '<a href="x>',
      '<a x=\'<a y="',
    ]) {
      expect(readBookmarks(start + piece.repeat(300_000)).items).toEqual([]);
    }
  });

  // Pocket's page of links before 2025 (ril_export.html), as Raindrop's importer reads it.
  test('of Pocket’s old page know what was read', () => {
    const text = `<!DOCTYPE html><html><head><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul><li><a href="https://example.org/a" time_added="1700000000" tags="x">A</a></li></ul>
<h1>Read Archive</h1><ul><li><a href="https://example.org/b" time_added="1700000000" tags="">B</a></li></ul>`;
    expect(isBookmarks(text)).toBe(true);
    expect(brief(readBookmarks(text))?.map(({ marks }) => marks)).toEqual([[], ['read']]);
  });
});

const MAIL =
  'From: A <a@a.test>\nSubject: Words\n that go on\nDate: Tue, 24 Nov 2026 21:00:00 +0000\n\n# Words\n';

describe('what a file is', () => {
  test.for([
    ['cache.db', 'SQLite format 3\0rest', 'cache'],
    ['urls', '# mine\nhttps://example.org/feed news\n', 'urls'],
    ['x', '"query:New:unread = \\"yes\\""\n', 'urls'],
    ['urls', '# mine\nhttps://example.org/feed\nfilter:x.sh:https://a.test/\nexec:y\n', 'urls'],
    ['config', 'color background white black\n', 'config'],
    ['x', 'auto-reload yes\nbind-key j down\n', 'config'],
    ['x.csv', 'title,url,time_added,tags,status\n', 'pocket'],
    ['x', '<opml version="2.0"><body/></opml>', 'opml'],
    ['x.json', '{"version":"https://jsonfeed.org/version/1.1","items":[]}', 'feed'],
    ['x', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>', 'feed'],
    ['a.md', 'Words.', 'markdown'],
    ['a.md', 'From: A\nDate: today\n\n# Words', 'markdown'],
    ['x', `From a@a.test Tue Nov 24 2026\r\n${MAIL.replaceAll('\n', '\r\n')}`, null],
    ['1.eml', MAIL, null],
    ['a.html', '<!doctype html><p>Words.', null],
    ['a.png', '\x89PNG\r\n\x1a\n\0\0\0', null],
    ['a.txt', 'Plain words of no list.', null],
    ['config', '[core]\n\tbare = false\n', null],
    ['empty', '', null],
  ] as const)('is told by its bytes: %s', ([name, text, kind]) => {
    expect(sniffExport(Buffer.from(text, 'latin1'), name)).toBe(kind);
  });
});
