// Two versions of a subscriptions file come to one, part by part.

import { describe, expect, test } from 'vitest';
import { mergeSubscriptions } from '../../../src/intake/opml/merge-subscriptions.ts';
import { parseOpml } from '../../../src/intake/opml/outline-file.ts';
import { subscriptionsIn } from '../../../src/intake/opml/read-subscriptions.ts';

const merge = mergeSubscriptions;

function expectMerge(base: string | null, a: string, b: string, expected: string): void {
  expect(merge(base, a, b)).toBe(expected);
  expect(merge(base, b, a)).toBe(expected);
}

const file = (...lines: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0" xmlns:newsprint="urn:newsprint:opml">\n  <head>\n    <title>Mine</title>\n  </head>\n  <body>\n${lines.map((line) => `    ${line}\n`).join('')}  </body>\n</opml>\n`;
const feed = (name: string, more = '') =>
  `<outline type="rss" text="${name}" xmlUrl="https://${name}.test/"${more}/>`;
const folder = (name: string, ...inner: readonly string[]) => [
  `<outline text="${name}">`,
  ...inner.map((line) => `  ${line}`),
  '</outline>',
];

describe('Of two sides', () => {
  test('each follows what it follows, in its folder', () => {
    expectMerge(
      file(feed('a')),
      file(feed('a'), ...folder('News', feed('b'), feed('c'))),
      file(feed('a'), ...folder('News', feed('d'))),
      file(feed('a'), ...folder('News', feed('b'), feed('c'), feed('d'))),
    );
  });

  test('what one took out is out of its folder', () => {
    expectMerge(
      file(feed('a'), ...folder('News', feed('b'))),
      file(feed('a'), ...folder('News')),
      file(feed('a'), ...folder('News', feed('b')), feed('c')),
      file(feed('a'), ...folder('News'), feed('c')),
    );
  });

  test('a feed that one moved is where it was moved to', () => {
    expectMerge(
      file(feed('a'), ...folder('News', feed('b'))),
      file(...folder('News', feed('b'), feed('a'))),
      file(feed('a'), ...folder('News', feed('b')), feed('cc')),
      file(...folder('News', feed('b'), feed('a')), feed('cc')),
    );
  });

  test('what is said anew of a feed is said, its tags are a set', () => {
    expectMerge(
      file(feed('a', ' category="x,y"')),
      file(feed('a', ' category="x,z" newsprint:full="true"')),
      file(feed('a', ' category="x,y,v" newsprint:keep="30d"').replace('text="a"', 'text="Ah"')),
      file(
        feed('a', ' category="x,v,z" newsprint:keep="30d" newsprint:full="true"').replace(
          'text="a"',
          'text="Ah"',
        ),
      ),
    );
  });

  test('a feed that moved to another address is the same one', () => {
    const moved = feed('a', ' newsprint:id="https://a.test/"').replace(
      'xmlUrl="https://a.',
      'xmlUrl="https://b.',
    );
    expectMerge(
      file(feed('a')),
      file(moved),
      file(feed('a', ' htmlUrl="https://site.test/with/a/long/path"')),
      file(
        moved
          .replace(/ newsprint:id="[^"]*"/, '')
          .replace(
            '/>',
            ' htmlUrl="https://site.test/with/a/long/path" newsprint:id="https://a.test/"/>',
          ),
      ),
    );
  });

  test('what others wrote stays in the longer one', () => {
    const theirs = file(
      '<!-- mine -->',
      feed('a', " other:x='1 &amp; 2'"),
      '<outline type="link" text="A page" url="https://a.test/page"/>',
    ).replace('<opml', '<opml xmlns:other="urn:other"');
    const merged = theirs.replace('  </body>', `    ${feed('b')}\n  </body>`);
    expectMerge(file(), theirs, file(feed('b')), merged);
  });

  test('what is no feed is merged as well: the head, comments, links, folders, foreign attributes', () => {
    const link = (name: string, more = '') =>
      `<outline type="link" text="${name}"${more} url="https://${name}.test/page"/>`;
    const titled = (text: string, title: string, more = '') =>
      text.replace('<title>Mine</title>\n', `<title>${title}</title>\n${more}`);
    const owner = '    <ownerName>Ada</ownerName>\n';
    expectMerge(
      file('<!-- a -->', feed('a'), link('l'), link('m'), ...folder('News', feed('b'))),
      titled(
        file(
          '<!-- a -->',
          feed('a'),
          link('l'),
          ...folder('News', feed('b'), '<!-- a longer one -->'),
        ),
        'Mine',
        owner,
      ).replace('<opml', '<opml xmlns:x="urn:x" x:y="1"'),
      titled(
        file(
          ...[feed('a', ' z:q="2"'), link('l', ' z:q="1"'), link('m'), '<outline text="Later"/>'],
          ...folder('News', feed('b'), '<!-- new -->', link('n')).slice(0, -1),
          '</outline>',
        ).replace('<opml', '<opml xmlns:z="urn:z"'),
        'Ours',
      ),
      titled(
        file(
          ...[feed('a', ' z:q="2"'), link('l', ' z:q="1"'), '<outline text="Later"/>'],
          ...folder('News', feed('b'), '<!-- new -->', link('n'), '<!-- a longer one -->'),
        ).replace('<opml', '<opml xmlns:z="urn:z"'),
        'Ours',
        owner,
      ).replace('newsprint:opml"', 'newsprint:opml" xmlns:x="urn:x" x:y="1"'),
    );
  });

  test('a folder that one took out stays where the other has put something into it', () => {
    expectMerge(
      file(feed('a'), ...folder('News', ...folder('Deep', feed('b')), feed('c'))),
      file(feed('a')),
      file(feed('a'), ...folder('News', ...folder('Deep', feed('b'), feed('d')), feed('c'))),
      file(feed('a'), ...folder('News', ...folder('Deep', feed('d')))),
    );
  });

  test('one prefix for two namespaces, or two for one, leaves the file well-formed', () => {
    const own = feed('a', ' newsprint:full="true"');
    const named = own.replace('newsprint:full', 'np:full');
    const theirs = (text: string) => text.replace('xmlns:newsprint', 'xmlns:np');
    const foreign = (text: string) => text.replace('urn:newsprint:opml', 'urn:another');
    for (const one of [theirs(file(named, feed('b'))), foreign(file(own, feed('b')))]) {
      const text = merge(file(feed('a')), file(own, feed('c')), one);
      expect(merge(file(feed('a')), one, file(own, feed('c')))).toBe(text);
      const { faults } = parseOpml(text);
      expect(faults).toEqual([]);
      const [first] = subscriptionsIn(parseOpml(text)).subscriptions;
      expect(first).toMatchObject({ url: 'https://a.test/', full: true });
    }
  });

  test('of one that is broken the feeds that can be read are followed, unless they were taken out', () => {
    const added = feed('c', ' category="x"').replace('xmlUrl', 'title="c" xmlUrl');
    const broken = file(feed('a'), feed('b'), ...folder('News', feed('c', ' category="x"')));
    expectMerge(
      file(feed('a'), feed('b')),
      broken.replace('</outline>', '').concat('<'),
      file('<!-- mine -->', feed('a')),
      file('<!-- mine -->', feed('a'), ...folder('News', added)),
    );
    const text = merge(null, `<opml><body>${feed('a')}`, `<opml><body>${feed('b')}</outline>`);
    for (const name of ['a', 'b']) expect(text).toContain(`xmlUrl="https://${name}.test/"`);
  });

  test('one that is broken is mended where it can be, else left', () => {
    const loose = file(feed('a', ' title="A & B"'));
    expect(merge(file(), loose, file(feed('b')))).toContain('A &amp; B');
    const broken = '<opml><body><outline text="';
    const sound = file(feed('b'));
    expectMerge(file(), broken, sound, sound);
  });
});
