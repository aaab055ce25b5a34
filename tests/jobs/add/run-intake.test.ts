// What the intake makes of bytes: which kind they are, whose address they have, what is wrong.

import { describe, expect, test } from 'vitest';
import {
  type IntakeOptions,
  runIntake,
  type SourceBytes,
  withHeadline,
} from '../../../src/jobs/add/run-intake.ts';
import { page } from '../../support/web/adding.ts';

const NOTE = '---\ntags: [sea]\nalso: [https://old.test/a]\n---\n# A note\n\nText.\n';

function take(
  text: string | Uint8Array,
  more: Partial<SourceBytes> = {},
  options: IntakeOptions = {},
) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return runIntake({ bytes, name: 'a.txt', urls: [], found: null, ...more }, options);
}

describe('what cannot be read', () => {
  test('is said with its source, without the login in it', async () => {
    const taking = take(
      'nothing of a feed',
      { name: 'https://me:secret@a.test/feed' },
      { as: 'feed' },
    );
    await expect(taking).rejects.toThrow(/^https:\/\/a\.test\/feed: \S/);
  });
});

describe('an article', () => {
  test('of the web is found again by its own address and those it was asked for at', async () => {
    const canonical = '<link rel="canonical" href="https://a.test/story">';
    const html = page('Harbour reopens').replace('</head>', `${canonical}</head>`);
    const urls = ['https://short.test/x', 'https://a.test/story?utm_source=x'];
    const taken = await take(html, { urls, name: urls[0] ?? '' });
    expect(taken.urls).toEqual(['https://a.test/story', 'https://short.test/x']);
    expect(taken.article).toMatchObject({
      url: 'https://a.test/story',
      also: ['https://short.test/x'],
      base: null,
    });
    expect(taken.isOnline).toBe(true);
  });

  test('of the web that names no address has the last it was asked for at', async () => {
    const urls = ['https://short.test/x', 'https://a.test/story'];
    const { article } = await take('# Harbour\n\nText.\n', { urls, name: 'x.md' });
    expect(article).toMatchObject({ url: 'https://a.test/story', also: ['https://short.test/x'] });
  });

  test('has the address that the call gives it before any other', async () => {
    const taken = await take(NOTE, { name: 'x.md' }, { url: 'https://given.test/' });
    expect(taken.article).toMatchObject({
      url: 'https://given.test/',
      also: ['https://old.test/a'],
    });
    expect([taken.urls, taken.isOnline]).toEqual([['https://given.test/'], true]);
  });

  test('of a file has no address but what it says, and is not of the web', async () => {
    const taken = await take(NOTE, { name: 'x.md' });
    expect(taken.article).toMatchObject({ url: null, also: ['https://old.test/a'], base: NOTE });
    expect([taken.urls, taken.isOnline]).toEqual([[], false]);
  });

  test('has the tags of the call behind its own, each once', async () => {
    const { article } = await take(NOTE, { name: 'x.md' }, { tags: ['north', 'sea'] });
    expect(article.tags).toEqual(['sea', 'north']);
    expect((await take(NOTE, { name: 'x.md' })).article.tags).toEqual(['sea']);
  });

  test('has the headline of the call in one line, else its own, else its file’s name', async () => {
    const titles = await Promise.all([
      take(NOTE, { name: 'x.md' }, { title: ' My\n note ' }),
      take(NOTE, { name: 'x.md' }),
      take('A link: [[Harbours]].', { name: 'notes/Harbour reading 1.2.md' }),
      take('Text.', { name: 'x.md', found: new Date() }),
    ]);
    expect(titles.map(({ article }) => article.title)).toEqual([
      'My note',
      'A note',
      'Harbour reading 1.2',
      '',
    ]);
  });

  test('may be told to be of another kind than it looks', async () => {
    const html = page('Harbour reopens');
    const kinds = await Promise.all([
      take(html, { name: 'x' }),
      take(html, { name: 'x' }, { as: 'markdown' }),
    ]);
    expect(kinds.map(({ article }) => article.base)).toEqual([null, html]);
  });

  test('tells times by their distance from when it was found', async () => {
    const text = `Harbour reopens after the storm\n2 days ago\n\n${'The harbour opened again on Monday, after the storm. '.repeat(6)}\n`;
    const found = new Date('2026-11-24T12:00:00Z');
    expect((await take(text, { found })).article.published).toMatch(/^2026-11-22/);
    expect((await take(text)).article.published).toBeNull();
  });

  test('may be empty where it is Markdown, and nowhere else', async () => {
    expect((await take('', { name: 'x.md' }, { as: 'markdown' })).article.markdown.trim()).toBe('');
    await expect(take(' \n ', { name: 'x.txt' }, { as: 'text' })).rejects.toMatchObject({
      message: 'x.txt: there is no article in it',
      code: 'unreadable',
    });
  });
});

describe('a message', () => {
  const fields =
    'From: a@a.test\nSubject: Ships\nDate: Tue, 24 Nov 2026 21:00:00 +0000\nMIME-Version: 1.0\n';

  test('is the page in it; what that does not say its fields do', async () => {
    const archive = `Snapshot-Content-Location: https://a.test/x\n${fields}Content-Type: text/html\n\n`;
    const [own, bare] = await Promise.all([
      take(archive + page('Harbour reopens'), { name: 'a.mhtml' }),
      take(
        `${fields}Content-Type: text/plain\n\n${'The harbour opened again on Monday. '.repeat(9)}`,
      ),
    ]);
    expect(own.article).toMatchObject({ title: 'Harbour reopens', url: 'https://a.test/x' });
    expect([own.urls, own.isOnline]).toEqual([['https://a.test/x'], false]);
    expect(bare.article).toMatchObject({ title: 'Ships', published: '2026-11-24T21:00:00+00:00' });
  });

  test('is one behind the line that begins it in a box, and no article with others', async () => {
    const letter = `From a@a.test Tue Nov 24 21:00:00 2026\n${fields}Content-Type: text/plain\n\n${'The harbour opened again on Monday. '.repeat(9)}\n\n`;
    expect((await take(`${letter}From here on ships wait.\n`)).article.title).toBe('Ships');
    await expect(take(letter + letter)).rejects.toThrow('a.txt: several letters, not an article');
  });

  test('without a text is refused', async () => {
    await expect(take(`${fields}Content-Type: image/png\n\nx`)).rejects.toThrow(
      'a.txt: there is no article in it',
    );
  });
});

describe('a list that import takes', () => {
  test.each([
    ['Pocket’s list', 'title,url,time_added,tags,status\nx,https://a.test/,1,,unread\n'],
    [
      'bookmarks',
      '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<H1>x</H1><DL><DT><A HREF="https://a.test">x</A></DL>',
    ],
    ['OPML', '<?xml version="1.0"?>\n<opml version="2.0"><body><outline text="x"/></body></opml>'],
    [
      'wallabag’s articles',
      '[{"is_archived":0,"url":"https://a.test/","tags":[],"content":"[x](https://a.test)"}]',
    ],
  ])('is refused as %s', async (what, text) => {
    await expect(take(text, { name: 'a.x' })).rejects.toMatchObject({
      message: `a.x: ${what}, not an article`,
      hint: 'to take in what it names: newsprint import FILE',
    });
  });

  test('is an article where the call says so', async () => {
    const { article } = await take('url,time_added,status\n', {}, { as: 'markdown' });
    expect(article.markdown).toBe('url,time_added,status');
  });
});

describe('no article', () => {
  test.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), {}, /^a\.txt: /],
    [
      'a picture that is called text',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      { as: 'text' },
      /^a\.txt: /,
    ],
    [
      'a feed',
      Buffer.from('<?xml version="1.0"?><rss version="2.0"><channel/></rss>'),
      {},
      /^a\.txt: /,
    ],
  ] as const)('is %s', async (_, bytes, options, message) => {
    await expect(take(bytes, {}, options)).rejects.toThrow(message);
  });

  test('is named without its login', async () => {
    const name = 'https://u:p@a.test/x';
    await expect(take(' ', { name }, { as: 'text' })).rejects.toThrow(/^https:\/\/a\.test\/x: /);
  });
});

test('A headline that is missing is named with the way out', async () => {
  const [without, named] = await Promise.all([
    take('Text.', { name: 'x.md', found: new Date() }),
    take(NOTE, { name: 'x.md' }),
  ]);
  expect(() => withHeadline(without, 'https://u:p@a.test/x')).toThrow(
    expect.objectContaining({
      message: 'https://a.test/x: no headline found',
      code: 'failed',
      hint: 'give it one: newsprint add --title "The headline" …',
    }),
  );
  expect(withHeadline(named, 'x')).toBe(named);
});
