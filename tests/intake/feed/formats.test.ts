// Every format of feeds, read to the same shape.

import { describe, expect, test } from 'vitest';
import { NO_ENTRY, readFeed, readItem, rss } from './read.ts';

describe('formats', () => {
  test('RSS 2.0 with its modules', () => {
    const feed = readFeed(`<?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:media="http://search.yahoo.com/mrss/">
      <channel><title>Harbour &amp; Sea</title><link>https://paper.example/</link><description>News from the pier</description>
      <language>en-gb</language>
      <item><title>Cranes &lt;em&gt;stand&lt;/em&gt; still</title><link>/news/cranes</link>
        <guid isPermaLink="false">cranes-1</guid><dc:creator>Ada Li</dc:creator>
        <pubDate>Mon, 19 Jul 2021 23:00:10 +0800</pubDate><category>Ports</category><category><![CDATA[Trade & Work]]></category>
        <description>A short word.</description><content:encoded><![CDATA[<p>The cranes <a href="x">stand</a>.</p>]]></content:encoded>
        <slash:comments>12</slash:comments>
        <media:content url="https://img.example/a.jpg" medium="image"><media:description>The pier</media:description><media:credit>AP</media:credit></media:content>
      </item></channel></rss>`);
    expect(feed).toEqual({
      title: 'Harbour & Sea',
      site: 'https://paper.example/',
      lang: 'en-GB',
      isCut: false,
      entries: [
        {
          guid: 'cranes-1',
          url: 'https://paper.example/news/cranes',
          title: 'Cranes stand still',
          authors: ['Ada Li'],
          published: '2021-07-19T23:00:10+08:00',
          updated: null,
          summary: '<p>A short word.</p>',
          content: '<p>The cranes <a href="x">stand</a>.</p>',
          base: 'https://paper.example/news/cranes',
          tags: ['Ports', 'Trade & Work'],
          lang: null,
          comments: '12',
          pictures: [{ src: 'https://img.example/a.jpg', caption: 'The pier', credit: 'AP' }],
          enclosures: [],
          exported: null,
        },
      ],
    });
  });

  test('Atom 1.0 with its three kinds of text, its bases and its links', () => {
    const feed =
      readFeed(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://blatt.example/a/">
      <title type="html">Blatt &amp;amp; Welle</title><link href="/"/><link rel="self" href="feed.atom"/>
      <entry xml:base="b/"><id>tag:blatt.example,2021:1</id><title type="text">1 &lt; 2</title>
        <link rel="edit" href="edit"/><link rel="alternate" type="text/html" href="eins"/>
        <author><name>Jo Weiß</name><email>jo@blatt.example</email></author>
        <published>2021-07-19T10:00:00Z</published><updated>2021-07-20T10:00:00Z</updated>
        <category term="hafen" label="Hafen"/>
        <summary type="text">Kurz &amp; gut</summary>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins<br/>zwei</p></div></content>
      </entry></feed>`);
    expect(feed).toMatchObject({
      title: 'Blatt & Welle',
      site: 'https://blatt.example/',
      lang: 'de',
    });
    expect(feed.entries).toEqual([
      {
        ...NO_ENTRY,
        guid: 'tag:blatt.example,2021:1',
        url: 'https://blatt.example/a/b/eins',
        title: '1 < 2',
        authors: ['Jo Weiß'],
        published: '2021-07-19T10:00:00Z',
        updated: '2021-07-20T10:00:00Z',
        summary: '<p>Kurz &amp; gut</p>',
        content: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Eins<br/>zwei</p></div>',
        base: 'https://blatt.example/a/b/',
        tags: ['Hafen'],
        lang: 'de',
      },
    ]);
  });

  test('RSS 1.0, whose items stand beside the channel', () => {
    const feed =
      readFeed(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://p.example/"><title>P</title><link>https://p.example/</link><items><rdf:Seq><rdf:li resource="https://p.example/1"/></rdf:Seq></items></channel>
      <item rdf:about="https://p.example/1"><title>One</title><link>https://p.example/1</link><dc:date>2021-07-19</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({
      title: 'P',
      entries: [
        {
          title: 'One',
          guid: 'https://p.example/1',
          url: 'https://p.example/1',
          published: '2021-07-19',
        },
      ],
    });
  });

  test.each([
    ['Use &lt;p&gt; for blocks', '<p>Use &lt;p&gt; for blocks</p>'],
    ['<p>Use &lt;p&gt;</p>', '<p>Use &lt;p&gt;</p>'],
  ])('JSON Feed has HTML as it is: %s', (html, content) => {
    const items = [{ id: '1', title: 'One', content_html: html }];
    const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items });
    expect(readFeed(text).entries[0]?.content).toBe(content);
  });

  test.for([
    [
      '<p>Worth it.</p>',
      '<p>Worth it.</p>\n<p><a href="https://b.example/?a&amp;b">https://b.example/?a&amp;b</a></p>',
    ],
    [
      '<p><a href="https://b.example/?a&amp;b">It</a></p>',
      '<p><a href="https://b.example/?a&amp;b">It</a></p>',
    ],
    [
      '<p><a href="https://b.example/?a&b">It</a></p>',
      '<p><a href="https://b.example/?a&b">It</a></p>',
    ],
    ['', null],
  ])('JSON Feed’s text ends with the page that it is about: %s', ([html, content]) => {
    const item = { url: 'https://a.example/1', external_url: 'https://b.example/?a&b' };
    const text = JSON.stringify({ items: [{ ...item, content_html: html }] });
    expect(readFeed(text).entries[0]).toMatchObject({ content, url: item.url });
  });

  test('JSON Feed 1.1 with its plain text, its numbers for IDs and its lone author', () => {
    const feed = readFeed(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        home_page_url: 'https://j.example/',
        items: [
          {
            id: 7,
            url: '/seven',
            title: 'Seven',
            content_text: 'a < b]]> <b>c</b>',
            date_published: '2021-07-19T10:00:00Z',
            authors: [{ name: 'Ada O&#39;Li' }],
            image: '/i.png',
            tags: ['x'],
          },
          { id: 'https://j.example/8', url: 'https://feeds.example/~r/8', author: { name: 'Bo' } },
        ],
      }),
    );
    expect(feed.entries).toMatchObject([
      {
        guid: '7',
        url: 'https://paper.example/seven',
        title: 'Seven',
        content: '<p>a &lt; b]]&gt; &lt;b&gt;c&lt;/b&gt;</p>',
        authors: ["Ada O'Li"],
        tags: ['x'],
        pictures: [{ src: 'https://paper.example/i.png', caption: null, credit: null }],
      },
      // The proxy of a service is no address of it.
      { url: 'https://j.example/8', authors: ['Bo'] },
    ]);
  });

  test.for<[format: string, source: string, authors: readonly (readonly string[])[]]>([
    [
      'Atom',
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour notes</title><author><name>Ada Li</name></author>
        <entry/><entry><source><author><name>Bo Ek</name></author></source></entry><entry><author><name>Jo Wu</name></author></entry></feed>`,
      [['Ada Li'], ['Bo Ek'], ['Jo Wu']],
    ],
    [
      'Atom whose title is its author’s',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper – all news</title><author><name>The Paper</name></author><entry/></feed>',
      [[]],
    ],
    [
      'JSON Feed',
      '{"items": [{"id": 1}, {"id": 2, "author": {"name": "Jo Wu"}}], "authors": [{"name": "Ada Li"}]}',
      [['Ada Li'], ['Jo Wu']],
    ],
    [
      'RSS, whose editor writes nothing',
      rss('<managingEditor>Ada Li</managingEditor><item/>'),
      [[]],
    ],
  ])('The authors of a feed are those of entries that name nobody: %s', ([, source, authors]) => {
    expect(readFeed(source).entries.map((entry) => entry.authors)).toEqual(authors);
  });

  test('What is said of a film is the text of its entry, a picture’s words are not', () => {
    const entryOf = (type: string) =>
      readItem(`<media:group><media:content url="https://a.example/1" type="${type}"/>
        <media:description>The gull.</media:description></media:group>`);
    const html = '<p>The gull.</p>';
    expect(entryOf('application/x-shockwave-flash')).toMatchObject({
      content: html,
      summary: null,
    });
    expect(entryOf('image/png')).toMatchObject({ content: null, summary: html });
  });

  test.for([
    [
      'a page',
      '<!doctype html><html><body><p>No feed.</p></body></html>',
      'not a feed: a web page',
    ],
    ['text', 'Nothing of the kind', 'not a feed: text without a feed in it'],
    ['JSON', '{"a": 1}', 'not a feed: text without a feed in it'],
  ])('%s is refused', ([, text, message]) => {
    expect(() => readFeed(text ?? '')).toThrow(message);
  });
});
