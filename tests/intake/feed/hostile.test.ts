// Feeds that mean harm.

import { expect, test } from 'vitest';
import { entryDraft } from '../../../src/intake/feed/entry-draft.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';
import { readFeed, readItem, rss } from './read.ts';

test('Entities of a document type are not expanded', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "lol"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
  const feed = readFeed(
    `${bomb}<rss><channel><item><title>&b;&x;&amp;</title></item></channel></rss>`,
  );
  expect(feed.entries.map(({ title }) => title)).toEqual(['&b;&x;&']);
});

test('Controls written as references or as bytes reach no field', () => {
  const entry = readItem(
    '<title>a&#27;[31m\x1b[0m\x9b&#x202e;&amp;#27;b</title><description>&lt;p&gt;x&amp;#27;[2J&#27;y&lt;/p&gt;</description><category>c&#7;</category><guid>g&#0;1</guid>',
  );
  const { draft } = entryDraft(entry, readFeed(rss('')), 'https://paper.example/feed');
  const all = JSON.stringify([entry.title, entry.guid, entry.tags, draft]);
  expect(all).not.toMatch(/\\u001b|\\u009b|\\u0007|\\u0000|[\x7f-\x9f\u202e]/);
  expect(entry).toMatchObject({ title: 'a[31m[0mb', guid: 'g\ufffd1', tags: ['c'] });
});

test('Links and pictures of other schemes lead nowhere', () => {
  const entry = readItem(
    '<title>t</title><description><![CDATA[<p><a href="javascript:alert(1)">click</a> <a href="JaVa&#10;script:x">me</a><img src="data:image/png;base64,AA" alt="x"><a href="file:///etc">f</a></p>]]></description>',
  );
  const { draft, images } = entryDraft(entry, readFeed(rss('')), 'https://paper.example/feed');
  expect(draft.markdown).toBe('click [me](https://paper.example/feeds/JaVa%20script:x)xf');
  expect(images).toEqual([]);
});

test.for<[name: string, source: string, titles: readonly (string | null)[]]>([
  [
    '10,000 elements in one another, in a text',
    rss(
      `<item><description>${'<div>'.repeat(10_000)}x${'</div>'.repeat(10_000)}</description></item><item><title>z</title></item>`,
    ),
    [null, 'z'],
  ],
  [
    '10,000 elements in one another, in the feed',
    rss(`${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}<item><title>z</title></item>`),
    ['z'],
  ],
  [
    '10,000 items that nothing closes',
    rss('<item><title>z'.repeat(10_000)),
    Array(10_000).fill('z'),
  ],
  [
    '50,000 quoted ends of tags',
    rss(`${'<a ">"'.repeat(50_000)}<item><title>z</title></item>`),
    ['z'],
  ],
  [
    'a tag of 3,400,000 values',
    rss(`<a ${'"" '.repeat(3_400_000)}><item><title>z</title></item>`),
    ['z'],
  ],
  [
    'a last tag of 200,000 letters that does not end',
    `${rss('<item><title>z</title></item>')}<${'a'.repeat(200_000)}`,
    ['z'],
  ],
  ['NULs between all letters', rss('<item><title>z\0\0</title></item>'), ['z']],
])('%s', ([, source, titles]) => {
  const time = cpuTime(() => {
    expect(readFeed(source).entries.map(({ title }) => title)).toEqual(titles);
  });
  expect(time).toBeLessThan(10_000);
});

test('More tags than any feed has are refused', () => {
  expect(() => readFeed(rss('<'.repeat(1_000_001)))).toThrow('not a feed: more than 1000000 tags');
});
