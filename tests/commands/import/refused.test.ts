// What `import` does not take, or not whole, and what it says of that.
import { expect, test } from 'vitest';
import { imports, listed } from './importing.ts';

test('Of a feed that is cut off what there is comes in, and that is said', async () => {
  const { place, take } = imports({
    'a.xml':
      '<rss><channel><item><title>Ports</title><description>Ships wait.</description></item>',
  });
  const { code, stderr } = await take('a.xml');
  expect(stderr).toContain('a.xml: the feed is cut off before its end\n');
  expect(code).toBe(1);
  expect(await listed(place)).toMatchObject([{ title: 'Ports' }]);
});

const EPUB = `PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/epub+zip`;

test('A folder of mail is refused as that', async () => {
  const { take } = imports({ 'cur/1:2,S': 'From: A\nDate: B\n\n# Words\n' });
  const { code, stderr } = await take();
  expect([code, stderr]).toEqual([1, expect.stringContaining(': it is mail\n')]);
});

test.for([
  ['a page', 'a.html', '<!doctype html><p>Words.', /a\.html: nothing to import\n.*newsprint add /],
  [
    'mail',
    'cur/1:2,S',
    'From: A\nDate: B\n\n# Words\n',
    /2,S: nothing to import: it is mail\n.*-f markdown/,
  ],
  ['an EPUB', 'a.epub', EPUB, /a\.epub: nothing to import: it is an EPUB\n.*-f markdown/],
  ['nothing', 'none.csv', null, /cannot read '.*none\.csv': no such file or folder/],
  [
    'a cut list',
    'a.json',
    '[{"is_archived":0,"url":"https://a.test","tags":[]',
    /a\.json: it is cut off/,
  ],
  ['another’s database', 'a.db', Buffer.from('SQLite format 3\0junk'), /a\.db: cannot be read: /],
] as const)('%s is refused in a line', async ([, name, content, said]) => {
  const { take } = imports(content === null ? {} : { [name]: content });
  const { code, stderr } = await take(name);
  expect(code).toBe(1);
  expect(stderr).toMatch(said);
});
