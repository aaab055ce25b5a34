// Headlines, names, tags and addresses in entries, however feeds escape and place them.

import { describe, expect, test } from 'vitest';
import { FEED_URL, readFeed, readItem, rss } from './read.ts';

test.for<[written: string, title: string | null]>([
  ['R&amp;D', 'R&D'],
  ['R&amp;amp;D', 'R&D'],
  ['<![CDATA[R&amp;D & more]]>', 'R&D & more'],
  ['&lt;b&gt;Bold&lt;/b&gt; news', 'Bold news'],
  ['<![CDATA[<b>Bold</b> news]]>', 'Bold news'],
  ['<b>Bold</b> news', 'Bold news'],
  ['How to use &lt;canvas&gt;', 'How to use <canvas>'],
  ['&amp;lt;br&amp;gt; in HTML', '<br> in HTML'],
  ['1 &lt; 2', '1 < 2'],
  ['Caf&#233; &#x2014; caf&eacute;', 'Café — café'],
  ['&#27;[31mred&#x9b;&#0;&#8238;', '[31mred›\ufffd'],
  ['  two\n lines  ', 'two lines'],
  ['safe&lt;script&gt;alert(1)&lt;/script&gt;', 'safe'],
  ['', null],
  ['<![CDATA[ ]]>', null],
])('The headline %j', ([written, title]) => {
  expect(readItem(`<title>${written}</title>`).title).toBe(title);
});

test('A headline of a megabyte is cut', () => {
  const { title } = readItem(`<title>${'word '.repeat(200_000)}</title>`);
  expect(title).toHaveLength(1000);
  expect(title?.endsWith('…')).toBe(true);
});

const PEOPLE = Array.from('abcdefghij').flatMap((first) =>
  Array.from('klmno', (last) => `A${first} L${last}`),
);

test.for<[source: string, authors: readonly string[]]>([
  ['<author>ada@paper.example (Ada Li)</author>', ['Ada Li']],
  ['<author>Ada Li &lt;ada@paper.example&gt;</author>', ['Ada Li']],
  ['<author>ada@paper.example</author>', []],
  ['<author><name>Ada Li</name><email>ada@paper.example</email></author>', ['Ada Li']],
  [
    '<author>x@y.example</author><dc:creator><![CDATA[Ada Li]]></dc:creator><dc:creator>Jo Wu</dc:creator>',
    ['Ada Li', 'Jo Wu'],
  ],
  ['<dc:creator>Ada Li</dc:creator><dc:creator>Ada Li</dc:creator>', ['Ada Li']],
  ['<author>Li, A.</author>', ['Li, A.']],
  [
    '<author>Li, A., van Ek, J.-P., and Ö’Wu, B. C.</author>',
    ['Li, A.', 'van Ek, J.-P.', 'Ö’Wu, B. C.'],
  ],
  ['<author>Li, A.; Ek, Yu. &amp; Wu, B.</author>', ['Li, A.', 'Ek, Yu.', 'Wu, B.']],
  ['<author>Ada Li, Jr., Jo Wu</author>', ['Ada Li, Jr., Jo Wu']],
  [`<author>${PEOPLE.join(', ')} and Jo Wu</author>`, [...PEOPLE, 'Jo Wu']],
  [PEOPLE.map((name) => `<author><name>${name}</name></author>`).join(''), PEOPLE],
  [`<author>${'She writes of harbours, of ships, and of '.repeat(4)} storms.</author>`, []],
])('The authors of %.80s', ([source, authors]) => {
  expect(readItem(source).authors).toEqual(authors);
});

describe('the address', () => {
  test.for<[source: string, url: string | null]>([
    ['<link> https://a.example/1 </link>', 'https://a.example/1'],
    ['<link>/1?a=1&amp;b=2</link>', 'https://paper.example/1?a=1&b=2'],
    ['<link>javascript:alert(1)</link>', null],
    ['<link>data:text/html,x</link><guid>https://a.example/2</guid>', 'https://a.example/2'],
    ['<guid isPermaLink="true">https://a.example/2</guid>', 'https://a.example/2'],
    ['<guid isPermaLink="false">https://a.example/2</guid>', null],
    ['<guid>g-2</guid>', null],
    [
      '<link rel="self" href="/self"/><link rel="alternate" href="/page"/>',
      'https://paper.example/page',
    ],
    [
      '<link rel="alternate" type="application/json" href="/json"/><link href="/page"/>',
      'https://paper.example/page',
    ],
    [
      '<link>http://proxy.example/1</link><feedburner:origLink>https://a.example/1</feedburner:origLink>',
      'https://a.example/1',
    ],
    [
      '<link>http://feeds.example/click.phdo?i=1</link><guid>https://a.example/1</guid>',
      'https://a.example/1',
    ],
    [
      '<link>https://www.google.com/url?rct=j&amp;url=https://a.example/1&amp;ct=ga</link>',
      'https://a.example/1',
    ],
    ['<link>http://user:secret@a.example/1</link>', 'http://user:secret@a.example/1'],
  ])('%s', ([source, url]) => {
    expect(readItem(source).url).toBe(url);
  });
});

test('Pictures are http(s) only, the large ones before their thumbnails, each once', () => {
  const { pictures } =
    readItem(`<media:group><media:content url="/a.jpg" type="image/jpeg"><media:thumbnail url="/t.jpg"/></media:content>
    <media:content url="/a.jpg" medium="image"/><media:content url="/a.mp4" type="video/mp4"/><media:title>Words</media:title></media:group>
    <enclosure url="javascript:x" type="image/png"/><enclosure url="/b.png" type="image/png"/>`);
  expect(pictures).toEqual([
    { src: 'https://paper.example/a.jpg', caption: 'Words', credit: null },
    { src: 'https://paper.example/b.png', caption: null, credit: null },
  ]);
  const said = readItem(
    '<media:content url="/a.jpg" medium="image"/><media:content url="/a.jpg" medium="image"><media:title>A</media:title></media:content>',
  ).pictures;
  expect(said).toEqual([{ src: 'https://paper.example/a.jpg', caption: 'A', credit: null }]);
  const small = readItem('<media:thumbnail url="/t.jpg"/>').pictures;
  expect(small.map(({ src }) => src)).toEqual(['https://paper.example/t.jpg']);
});

test('Relative links in a text start at its page, unless that is another site’s', () => {
  expect(readItem('<link>/news/1</link>').base).toBe('https://paper.example/news/1');
  expect(readItem('<link>https://other.example/1</link>').base).toBe(FEED_URL);
  expect(
    readItem('<link>/1</link><description xml:base="https://b.example/">x</description>').base,
  ).toBe('https://b.example/');
  const burned = readFeed(
    rss('<link>https://a.example/</link><item><link>/1</link></item>'),
    'http://feeds.feedburner.com/a',
  );
  expect(burned.entries[0]?.url).toBe('https://a.example/1');
});

test('A password in the feed’s address reaches no link', () => {
  const source = rss(
    '<item><link>/1</link><enclosure url="a.png" type="image/png"/></item><item/>',
  );
  const feed = readFeed(source, 'https://ada:secret@paper.example/feed');
  expect(JSON.stringify(feed)).not.toContain('secret');
  expect(feed.entries[0]?.url).toBe('https://paper.example/1');
});

test.for<[source: string, tags: readonly string[]]>([
  ['<category>Sea</category><category> Sea </category>', ['Sea']],
  ['<category term="t" label="Ports">x</category><category term="ships"/>', ['Ports', 'ships']],
  ['<category term="Harbours" label="r/harbours"/>', ['Harbours']],
  ['<itunes:category text="Weather"/>', ['Weather']],
  ['<dc:subject>Tides</dc:subject><dc:subject/>', ['Tides']],
  ['<itunes:keywords>rain, wind,,rain</itunes:keywords>', ['rain', 'wind']],
  ['<media:keywords>fog, ice</media:keywords>', ['fog', 'ice']],
])('The tags of %s', ([source, tags]) => {
  expect(readItem(source).tags).toEqual(tags);
});

const IN_BASE64 = Buffer.from('<p>A café</p>').toString('base64');

test.for<[content: string, html: string | null]>([
  [`<content type="text/html" mode="base64">${IN_BASE64}</content>`, '<p>A café</p>'],
  [`<content type="application/octet-stream">${IN_BASE64}</content>`, '<p>A café</p>'],
  ['<content mode="base64">No such thing!</content>', '<p>No such thing!</p>'],
  ['<content mode="base64">abc</content>', '<p>abc</p>'],
  [`<content type="image/png">${IN_BASE64}</content>`, null],
  [`<content type="application/json">{"a": 1}</content>`, null],
  ['<content mode="xml" type="text/html">1 &lt; 2</content>', '<p>1 &lt; 2</p>'],
  ['<content mode="xml">1 &lt; 2</content>', '<p>1 < 2</p>'],
])('The content of %s', ([source, html]) => {
  expect(readItem(source).content).toBe(html);
});

test('Text stays whole around an element that does not belong into it', () => {
  expect(readItem('<guid>one<x>two</x>three</guid>').guid).toBe('onethree');
});

test('Of one picture in several widths the widest is taken', () => {
  const { pictures } = readItem(
    '<media:content url="/a.jpg?w=140" width="140"/><media:content url="/a.jpg?w=460" width="460"/>',
  );
  expect(pictures.map(({ src }) => src)).toEqual(['https://paper.example/a.jpg?w=460']);
});

test('Languages are the entry’s, else the feed’s, as BCP 47', () => {
  const feed = readFeed(rss('<language>en_us</language><item xml:lang="zh-hant"/><item/>'));
  expect([feed.lang, ...feed.entries.map(({ lang }) => lang)]).toEqual(['en-US', 'zh-Hant', null]);
});

test('Plain text becomes paragraphs, HTML stays, HTML escaped twice is opened', () => {
  expect(readItem('<description>One\n\nTwo &amp; three</description>').summary).toBe(
    '<p>One</p>\n<p>Two & three</p>',
  );
  expect(
    readItem('<description>&amp;lt;p&amp;gt;One&amp;lt;/p&amp;gt;</description>').summary,
  ).toBe('<p>One</p>');
});

test('Text without markup keeps its line ends, unless a program broke its lines', () => {
  const summaryOf = (text: string) => readItem(`<description>${text}</description>`).summary;
  expect(summaryOf('00:00 Gull \r\n00:12 Bell\n\nMore: https://a.example')).toBe(
    '<p>00:00 Gull<br>\n00:12 Bell</p>\n<p>More: https://a.example</p>',
  );
  const broken = `The cranes in the harbour have stood still since Monday, and
    nobody at the port can say when they will move.\n    Ships wait.`;
  expect(summaryOf(broken)).toBe(`<p>${broken}</p>`);
});

test.for<[written: string, html: string]>([
  ['a &lt;b&gt; * 1\n\nb &amp;amp; c', '<p>a &lt;b&gt; * 1</p>\n<p>b &amp;amp; c</p>'],
  ['Wrap it in &lt;b>one&lt;/b>.', '<p>Wrap it in &lt;b&gt;one&lt;/b&gt;.</p>'],
  ['&lt;p>One&lt;/p>&lt;p>Two&lt;/p>', '<p>One</p><p>Two</p>'],
  ['See &lt;a href="/x">this&lt;/a>', 'See <a href="/x">this</a>'],
  ['Caf&amp;eacute;', '<p>Caf&eacute;</p>'],
])('Text called text is text, unless it is HTML all the same: %s', ([written, html]) => {
  const { content, summary } = readItem(
    `<atom:content type="text">${written}</atom:content><atom:summary type="text">${written}</atom:summary>`,
  );
  expect([content, summary]).toEqual([html, html]);
});

test('A headline called text keeps the tags that it names', () => {
  const title = (text: string) => readItem(`<title type="text">${text}</title>`).title;
  expect(title('Use the &lt;b&gt; tag')).toBe('Use the <b> tag');
  expect(title('&lt;b&gt;Bold&lt;/b&gt; news')).toBe('Bold news');
});

test('HTML escaped twice brings no control with it', () => {
  const { content } = readItem('<content type="xhtml">&#x202e;&lt;p&gt;One&lt;/p&gt;</content>');
  expect(content).toBe('<p>One</p>');
});
