// Feeds that are not well-formed: what is found in them all the same.

import { describe, expect, test } from 'vitest';
import { readFeed, rss } from './read.ts';

interface Broken {
  readonly name: string;
  readonly source: string;
  readonly titles: readonly (string | null)[];
  /** Whether it ends before the feed does. */
  readonly isCut?: true;
}

const BROKEN: readonly Broken[] = [
  {
    name: 'cut off in a title',
    source: '<rss><channel><item><title>One</title></item><item><title>Tw',
    titles: ['One', 'Tw'],
    isCut: true,
  },
  {
    name: 'cut off in a tag',
    source: '<rss><channel><item><title>One</title><link>http://a.example/1</li',
    titles: ['One'],
    isCut: true,
  },
  {
    name: 'cut off in a tag of a text',
    source: '<rss><channel><item><title>One</title></item><item><title><![CDATA[Two <b cl',
    titles: ['One', 'Two'],
    isCut: true,
  },
  {
    name: 'cut off in a section',
    source: '<rss><channel><item><title>One</title></item><item><title><![CDATA[Two',
    titles: ['One', 'Two'],
    isCut: true,
  },
  {
    name: 'cut off behind a loose sign',
    source: '<rss><channel><item><title>Two <3 gulls',
    titles: ['Two <3 gulls'],
    isCut: true,
  },
  {
    name: 'a loose sign before a word, and one behind',
    source: rss('<item><title>a < b and c > d</title></item>'),
    titles: ['a < b and c > d'],
  },
  {
    name: 'a section without an end in a subject',
    source: rss('<item><dc:subject><![CDATA[Sport</dc:subject><title>One</title></item>'),
    titles: ['One'],
  },
  {
    name: 'cut off between two items',
    source: '<rss><channel><item><title>One</title></item>',
    titles: ['One'],
    isCut: true,
  },
  {
    name: 'a bare less-than sign',
    source: rss('<item><title>1 < 2 <3 a<b & c</title></item>'),
    titles: ['1 < 2 <3 a<b & c'],
  },
  {
    name: 'signs in an attribute',
    source: rss('<item><category domain="a < b <c>">x</category><title>One</title></item>'),
    titles: ['One'],
  },
  {
    name: 'signs in an attribute of a text',
    source: rss('<item><title><a title="1 < 2">One</a> < 2</title></item>'),
    titles: ['One < 2'],
  },
  {
    name: 'markup in a document type',
    source: `<!DOCTYPE rss [<!ENTITY a "<b>x</b>"><!-- ]> -->]>${rss('<item><title>One</title></item>')}`,
    titles: ['One'],
  },
  {
    name: 'a bare ampersand',
    source: rss('<item><title>R&D at AT&T &copy; &nosuch;</title></item>'),
    titles: ['R&D at AT&T © &nosuch;'],
  },
  {
    name: 'a section without an end',
    source: rss(
      '<item><title><![CDATA[One</title><guid>1</guid></item><item><title><![CDATA[Two]]></title></item>',
    ),
    titles: ['One', 'Two'],
  },
  {
    name: 'a section without an end behind words',
    source: rss(
      '<item><title>One <![CDATA[and</title><guid>1</guid></item><item><title>Two</title>',
    ),
    titles: ['One and', 'Two'],
  },
  {
    name: 'a title without an end',
    source: rss('<item><title>One<link>http://a.example/1</link></item><item><title>Two</item>'),
    titles: ['One', 'Two'],
  },
  {
    name: 'items without an end',
    source: rss('<item><title>One</title><item><title>Two</title>'),
    titles: ['One', 'Two'],
  },
  {
    name: 'an end tag that nothing opened',
    source: rss('</b></image><item><title>One</title></div></item>'),
    titles: ['One'],
  },
  { name: 'no channel', source: '<rss><item><title>One</title></item></rss>', titles: ['One'] },
  {
    name: 'items and no root',
    source: '<item><title>One</title></item><item><title>Two</title></item>',
    titles: ['One', 'Two'],
  },
  {
    name: 'a lone Atom entry',
    source: '<entry xmlns="http://www.w3.org/2005/Atom"><title>One</title></entry>',
    titles: ['One'],
  },
  {
    name: 'a warning before it',
    source: `\ufeff\n<br />\n<b>Warning</b>: mysql in feed.php\n${rss('<item><title>One</title></item>')}`,
    titles: ['One'],
  },
  {
    name: 'words before it',
    source: `Notice: x\n${rss('<item><title>One</title></item>')}`,
    titles: ['One'],
  },
  {
    name: 'prefixes that nothing declares',
    source:
      '<rss><channel><item><dc:title>One</dc:title></item><x:item><x:title>Two</x:title></x:item></channel></rss>',
    titles: ['One', 'Two'],
  },
  {
    name: 'another prefix for a known namespace',
    source:
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>One</a:title></a:entry></a:feed>',
    titles: ['One'],
  },
  {
    name: 'Atom elements in RSS',
    source: rss(
      '<item xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>One</atom:title></item>',
    ),
    titles: ['One'],
  },
  {
    name: 'capitals and attributes without quotes',
    source:
      '<RSS><CHANNEL><ITEM><TITLE>One</TITLE><ENCLOSURE URL=http://a.example/a.png TYPE=image/png><TITLE>x</TITLE></ITEM></CHANNEL></RSS>',
    titles: ['One'],
  },
  {
    name: 'a feed put into a page',
    source: '<html><body><feed><entry><title>One</title></entry></feed></body></html>',
    titles: ['One'],
  },
  {
    name: 'JSON with a comma too many',
    source: '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"One",},],}',
    titles: ['One'],
  },
  {
    name: 'JSON cut off',
    source:
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"One"},{"id":"2","title":"Tw\\u006f',
    titles: ['One', 'Two'],
    isCut: true,
  },
  {
    name: 'JSON with line ends in its strings and names without quotes',
    source: '{version:"https://jsonfeed.org/version/1",items:[{id:1,title:"One\nline\\q"}]}',
    titles: ['One lineq'],
  },
];

test.for(BROKEN)('$name', ({ source, titles, isCut = false }) => {
  const feed = readFeed(source);
  expect(feed.entries.map(({ title }) => title)).toEqual(titles);
  expect(feed.isCut).toBe(isCut);
});

describe('what is read', () => {
  test('goes on behind an element that was not closed', () => {
    const source = rss(
      '<item><description>Words <b>bold<guid>g-1</guid><pubDate>Mon, 19 Jul 2021 23:00:10 GMT</pubDate></item>',
    );
    expect(readFeed(source).entries).toMatchObject([
      { guid: 'g-1', published: '2021-07-19T23:00:10Z', summary: 'Words <b>bold' },
    ]);
  });

  test('keeps markup that nobody escaped', () => {
    const source = rss('<item><description><p>One<br>two</p><p>Three</description></item>');
    expect(readFeed(source).entries[0]?.summary).toBe('<p>One<br>two</p><p>Three');
  });
});
