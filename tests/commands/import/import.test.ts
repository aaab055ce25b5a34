// `newsprint import` of files and folders: what comes in, once, and what is said of the rest.
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryLibrary } from '../../support/library/temporary-library.ts';
import { newPlace, runIn, seen } from '../../support/machine/crash.ts';
import { imports, listed, POCKET } from './importing.ts';

describe('a list of links', () => {
  test('comes in once, with its marks, and says how its texts can be had', async () => {
    const { place, take, call } = imports({ 'part_0.csv': `\ufeff${POCKET}` });
    const { code, stderr } = await take('part_0.csv');
    expect(code).toBe(0);
    expect(stderr).toContain('2 articles added; 1 read, 0 with a star\n');
    expect(stderr).toContain('2 articles with a link and no text: ');
    const page = await call('show', '2023-11-14-ports');
    expect(page.stdout).toContain('https://example.org/ports');
    const all = await listed(place);
    expect(all).toMatchObject([
      {
        title: 'Ships',
        url: 'https://www.example.org/ships',
        source: 'example.org',
        tags: [],
        added: '2023-11-14T22:13:21Z',
        excerpt: true,
        state: { read: true },
      },
      { id: '2023-11-14-ports', tags: ['sea', 'trade'], state: { read: false } },
    ]);
    const again = await take('part_0.csv');
    expect(again.stderr).toContain('2 articles there already; 1 read, 0 with a star\n');
    expect(await listed(place)).toEqual(all);

    expect((await call('undo')).code).toBe(0);
    expect(await listed(place)).toEqual([]);
  });

  test('marks what the library has, and leaves its text', async () => {
    const { place, take, call } = imports({ 'a.csv': POCKET });
    const own = join(
      temporaryLibrary({
        'own.md': '---\nurl: https://example.org/ports\n---\n# Mine\n\nWords.\n',
      }),
      'own.md',
    );
    await call('add', own);
    await take('a.csv');
    const [, mine] = (await listed(place)).toSorted((a: { title: string }, b: { title: string }) =>
      a.title < b.title ? 1 : -1,
    );
    expect(mine).toMatchObject({ title: 'Mine', excerpt: false, tags: ['sea', 'trade'] });
    await call('undo');
    expect(await listed(place)).toMatchObject([{ title: 'Mine', tags: [] }]);
  });

  test('leaves away what was removed', async () => {
    const { place, take, call } = imports({ 'a.csv': POCKET });
    await take('a.csv');
    await call('remove', '2023-11-14-ports');
    const { stderr } = await take('a.csv');
    expect(stderr).toContain('1 article there already, 1 article removed here and left away');
    expect(await listed(place)).toMatchObject([{ title: 'Ships' }]);
  });

  test('names the rows that cannot be read, and takes the rest', async () => {
    const { place, take } = imports({ 'a.csv': `${POCKET}Odd,ftp://x,1,,unread\n` });
    const { code, stderr } = await take('a.csv');
    expect(code).toBe(1);
    expect(stderr).toMatch(/a\.csv:4: no web address: 'ftp:\/\/x'\n/);
    expect(await listed(place)).toHaveLength(2);
  });
});

test('In a folder only the files that newsboat reads are its', async () => {
  const { place, take } = imports({
    urls: 'https://a.test/feed\n',
    'urls.bak': 'https://a.test/old\n',
    queue: 'https://a.test/1.mp3 "/tmp/1.mp3"\n',
    config: 'browser w3m\n',
    'config.bak': 'browser lynx\n',
  });
  const { stdout, stderr } = await take();
  expect(stdout).toBe('browser = "w3m"\n');
  expect(stderr).toContain('3 files left out');
  const { stdout: feeds } = await runIn(place, ['feeds'], { isHere: true });
  expect(feeds.match(/https:\S+/g)).toEqual(['https://a.test/feed']);
});

test('Of links in a folder those to files are followed', async () => {
  const { place, folder, take } = imports({
    'dots/list.csv': POCKET,
    'in/empty': '',
    'more/a.md': '# A',
  });
  symlinkSync(join(folder, 'dots/list.csv'), join(folder, 'in/list.csv'));
  symlinkSync(join(folder, 'more'), join(folder, 'in/more'));
  symlinkSync(join(folder, 'gone'), join(folder, 'in/gone.csv'));
  expect((await take('in')).stderr).toContain('2 articles added');
  expect(await listed(place)).toHaveLength(2);
});

const URLS = 'https://a.test/feed news\n"query:Unread:unread = \\"yes\\""\n';

test('A trial says what would come and changes nothing', async () => {
  const { place, take } = imports({ 'a.csv': POCKET, urls: URLS });
  const { code, stderr } = await take('', '--dry-run');
  expect(code).toBe(0);
  expect(stderr).toContain('1 feed would be added');
  expect(stderr).toContain('would be saved as queries: Unread (in ');
  expect(stderr).toContain('2 articles would be added; 1 read, 0 with a star\n');
  expect([seen(place), readdirSync(place.root)]).toEqual([[], []]);
});

test('Omnivore’s folder brings the texts that lie beside its list', async () => {
  const metadata = [
    {
      slug: 'ports',
      title: 'Ports',
      url: 'https://example.org/ports',
      savedAt: '2024-05-02T10:00:00.000Z',
      labels: [],
      state: 'Active',
    },
    {
      slug: '../../secret',
      title: 'B',
      url: 'https://example.org/b',
      savedAt: '2024-05-01T10:00:00.000Z',
      labels: ['x'],
      state: 'Archived',
    },
  ];
  const { place, take } = imports({
    // With a byte order mark.
    'metadata_0_to_20.json': `\ufeff${JSON.stringify(metadata)}`,
    'content/ports.html':
      '<html><body><h2>Why</h2><p>Ships wait for <b>weeks</b>.</p></body></html>',
    'highlights/ports.md': '> Ships wait\n',
    'secret.html': '<p>Elsewhere.</p>',
  });
  const { stderr } = await take();
  expect(stderr).toContain('secret.html');
  expect(stderr).toContain('2 articles added');
  expect(await listed(place)).toMatchObject([
    { title: 'Ports', excerpt: false, words: 5 },
    { title: 'B', excerpt: true, state: { read: true } },
  ]);
});

describe('Markdown of a clipper', () => {
  const CLIP =
    '---\ntitle: "Ports"\nsource: "https://example.org/ports"\nauthor:\n  - "[[Ada Li]]"\ncreated: 2024-05-02\n' +
    'mine: kept\ntags:\n  - "clippings"\n---\nSee [[Harbours|the ports]] and ==this==.\n';

  test('comes in with its front matter, of which the rest is kept', async () => {
    const { place, take } = imports({
      'Clips/Ports.md': CLIP,
      'Clips/Plain note.md': 'Words.\n',
      '.obsidian/app.json': '{}',
    });
    expect((await take()).stderr).toContain('2 articles added');
    expect(await listed(place, 'ports')).toMatchObject([
      {
        url: 'https://example.org/ports',
        authors: ['Ada Li'],
        added: '2024-05-02',
        tags: ['clippings'],
        extra: { mine: 'kept' },
      },
    ]);
    expect((await runIn(place, ['show', '2024-05-02-ports'], { isHere: true })).stdout).toContain(
      'See the ports and this.',
    );
    const file = readFileSync(join(place.root, '2024/2024-05-02-ports.md'), 'utf8');
    expect(file).toContain('mine: kept\n');
    expect(await listed(place, 'title:plain')).toMatchObject([{ title: 'Plain note' }]);
    expect((await take()).stderr).toContain('2 articles there already');
  });

  test('brings the pictures beside it, and none from elsewhere', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const { place, take } = imports({
      'in/Ports.md':
        '# Ports\n\n![Ships](a%20b.png)\n\n![Quay](c\\_d.png)\n\n![Secret](../secret.png)\n',
      'in/a b.png': png,
      'in/c_d.png': png,
      'secret.png': png,
    });
    const { stderr } = await take('in');
    expect(stderr).not.toContain('left out');
    const [{ path }] = await listed(place);
    const text = readFileSync(join(place.root, path), 'utf8');
    expect(text).toMatch(
      /!\[Ships\]\((\.\.\/images\/\w+\.png)\)\n\n!\[Quay\]\(\1\)\n\n!\[Secret\]\(\.\.\/secret\.png\)/,
    );
    expect(readdirSync(join(place.root, 'images'))).toHaveLength(1);
    expect((await take('in')).stderr).toContain('1 article there already');
  });

  test('in the library is there already', async () => {
    const { place, call } = imports({});
    const { code, stderr } = await call('import', place.root);
    expect([code, stderr]).toEqual([1, `newsprint: '${place.root}' is in the library already\n`]);
  });
});

test.each(['atom', 'jsonfeed', 'markdown'])(
  'What another newsprint exported as %s comes in as it was there, with its marks',
  async (format) => {
    const files = {
      '2024/2024-05-01-ports.md':
        '---\ntitle: Ports\nsource: Harbour Post\nurl: https://example.org/ports\npublished: 2024-05-01\n' +
        'added: 2024-05-02T10:00:00Z\nguid: g1\nfeed: https://example.org/feed\n---\n\nShips wait for *weeks*.\n',
      '2024/2024-05-03-quays.md':
        '---\ntitle: Quays\npublished: 2024-05-03\nadded: 2024-05-03T10:00:00Z\n---\n\nOne.\n',
      '2024/2024-05-04-tides.md':
        '---\ntitle: Tides\ndeck: A deck that says a good deal more than all of its text does\nsummary:\n  - First\n  - Second & last\n' +
        'published: 2024-05-04\nadded: 2024-05-04T10:00:00Z\n---\n\n## Summary\n\n- A point of the text itself.\n',
    };
    const there = newPlace(files);
    const callThere = (...words: readonly string[]) => runIn(there, words, { isHere: true });
    await callThere('mark', 'ports', '--read', '--star');
    const path = join(temporaryLibrary(), 'out');
    await callThere('export', '-f', format, '-o', path);
    const { place, call } = imports({});
    await call('import', path);
    expect(seen(place)).toEqual(seen(there));
    const text = (name: string) => readFileSync(join(place.root, name), 'utf8');
    for (const [name, said] of Object.entries(files)) expect(text(name)).toBe(said);
    expect((await call('import', path)).stderr).toContain('3 articles there already; 1 read');
  },
);

test('A feed in a file comes in without being followed', async () => {
  const feed =
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Starred</title><entry><id>tag:a</id><title>Ports</title>' +
    '<link href="https://example.org/ports"/><published>2024-05-01T10:00:00Z</published>' +
    '<content type="html">&lt;p>Ships wait for weeks.&lt;/p></content></entry></feed>';
  const { place, take, call } = imports({ 'starred.xml': feed });
  await take('starred.xml');
  expect(await listed(place)).toMatchObject([
    { title: 'Ports', feed: null, source: 'Starred', words: 4 },
  ]);
  expect((await call('feeds', '--json')).stdout).toBe('[]\n');
});

test('A library that begins with an import has no other articles', async () => {
  const { place, folder } = imports({ 'a.csv': POCKET, urls: 'https://a.test/feed\n' });
  const own = { isHere: true, env: { NEWSPRINT_LIBRARY: undefined } } as const;
  await runIn(place, ['import', folder], own);
  const { stdout } = await runIn(place, ['list', '-f', 'ids'], own);
  expect(stdout).toBe('2023-11-14-ships\n2023-11-14-ports\n');
});

test('Without a file it says how it is called', async () => {
  const { code, stderr } = await imports({}).call('import');
  expect([code, stderr]).toEqual([
    2,
    'newsprint: import needs a file or folder\nnewsprint import ~/.newsboat\n',
  ]);
});
