// The feeds a page names.

import { expect, test } from 'vitest';
import { feedLinks } from '../../../src/intake/feed/feed-links.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';

const PAGE = 'https://paper.example/news/';
const urls = (html: string): readonly string[] => feedLinks(html, PAGE).map(({ url }) => url);

test('are found by their types, absolute, each once, those of comments last', () => {
  const html = `<head><!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
    <link rel="stylesheet" href="/a.css">
    <link rel="alternate" type="application/rss+xml" title="Comments Feed" href="/comments/feed">
    <link REL='alternate' type='application/rss+xml' title='News &amp; more' href='/feed?a=1&amp;b=2'>
    <link rel="alternate" type="application/atom+xml" href="atom.xml"/>
    <link rel=alternate type=application/feed+json href=feed.json>
    <link rel="alternate" type="application/atom+xml" href="atom.xml"/>
    <link rel="alternate" hreflang="de" href="/de"><link rel="feed" href="/other">
    <link rel="alternate" type="application/json+oembed" href="/oembed"></head>`;
  expect(feedLinks(html, PAGE)).toEqual([
    { url: 'https://paper.example/feed?a=1&b=2', title: 'News & more' },
    { url: 'https://paper.example/news/atom.xml', title: null },
    { url: 'https://paper.example/news/feed.json', title: null },
    { url: 'https://paper.example/other', title: null },
    { url: 'https://paper.example/comments/feed', title: 'Comments Feed' },
  ]);
});

test('start from the page’s own base', () => {
  const html =
    '<base href="https://other.example/x/"><link rel="alternate" type="text/xml" href="rss">';
  expect(urls(html)).toEqual(['https://other.example/x/rss']);
});

test.for([
  [
    'a script',
    '<script>var a = \'<link rel="alternate" type="application/rss+xml" href="/f">\'</script>',
  ],
  [
    'another scheme',
    '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
  ],
  ['a file', '<link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">'],
  ['no address', '<link rel="alternate" type="application/rss+xml">'],
])('are none in %s', ([, html]) => {
  expect(urls(html ?? '')).toEqual([]);
});

test('are found beside a tag of ten million letters or quotes', () => {
  const link = '<link rel="alternate" type="application/rss+xml" href="/f">';
  for (const flood of ['x'.repeat(10_000_000), '"" '.repeat(3_400_000)])
    expect(urls(`<a ${flood}>${link}`)).toEqual(['https://paper.example/f']);
});

test.each([
  [1_000_000, 1],
  [1_000_001, 0],
])('are read of a tag of %i units: %i', (size, count) => {
  const named = ' rel="alternate" type="application/rss+xml" href="/f" title="';
  const title = 'x'.repeat(size - named.length - 1);
  expect(urls(`<link${named}${title}">`).length).toBe(count);
});

test('are looked for in no more than linear time', () => {
  for (const part of ['<link ', '<!--', '<script>', '<link rel="', "<a '", '<link a=b ']) {
    const flood = part.repeat(200_000);
    expect(cpuTime(() => feedLinks(flood, PAGE))).toBeLessThan(5_000);
  }
});
