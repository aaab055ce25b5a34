// What holds for every feed, whoever wrote it.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFrontMatter } from '../../../src/core/article/format-front-matter.ts';
import { parseFrontMatter } from '../../../src/core/article/front-matter.ts';
import { parseDate } from '../../../src/core/dates/dates.ts';
import { NewsprintError } from '../../../src/core/errors.ts';
import type { Entry, Feed } from '../../../src/intake/feed/entry.ts';
import { entryDraft } from '../../../src/intake/feed/entry-draft.ts';
import { parseFeedDate } from '../../../src/intake/feed/feed-dates.ts';
import { parseFeed } from '../../../src/intake/feed/parse-feed.ts';

const UNSAFE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

/** Pieces of feeds, and what breaks them. */
const PIECES = [
  '<rss>',
  '<channel>',
  '</channel>',
  '<item>',
  '</item>',
  '<item/>',
  '<entry>',
  '</entry>',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<title>',
  '</title>',
  '<title type="html">',
  '<link>',
  '</link>',
  '<link href="javascript:x"/>',
  '<link rel="alternate" href="//a.example"/>',
  '<description>',
  '</description>',
  '<content type="xhtml">',
  '</content>',
  '<content:encoded>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml',
  '?>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '&a;',
  '&#27;',
  '&#x202e;',
  '&#0;',
  '&lt;p&gt;',
  '&amp;',
  '&',
  '<',
  '>',
  '"',
  "'",
  '\0',
  '\x1b[31m',
  '\x9b',
  '\u202e',
  '\ud800',
  '<guid>',
  '</guid>',
  '<pubDate>',
  '</pubDate>',
  'Mon, 19 Jul 2021 23:00:10 GMT',
  '<media:content url="http://a/b.jpg">',
  '<enclosure length="7" url="//a/b.mp3?',
  '" type="audio/mpeg"/>',
  '<media:title>',
  '</media:title>',
  '<author>',
  '</author>',
  '<name>',
  ' xml:base="x:y"',
  ' xmlns:a="b"',
  '<a:item>',
  '<p>',
  '<img src="x">',
  '<ul><li>',
  'word',
  ' ',
  '\n',
  'http://a.example/',
  'é',
  '港',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '"items"',
  '"title"',
  '"attachments":[{"url":"/b',
  '"url"',
  '"content_html"',
  '"version":"https://jsonfeed.org/version/1"',
  '\\u001b',
];

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 });
const xml = pieces.map((parts) => `<rss><channel>${parts.join('')}`);
const json = pieces.map(
  (parts) => `{"version":"https://jsonfeed.org/version/1","items":[{${parts.join('')}`,
);

function checkStrings(value: unknown): void {
  if (typeof value === 'string') expect(value).not.toMatch(UNSAFE);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(checkStrings);
}

function checkEntry(entry: Entry, feed: Feed): void {
  const { draft, images } = entryDraft(entry, feed, 'https://paper.example/feed');
  for (const url of [
    entry.url,
    entry.base,
    draft.url,
    ...images,
    ...entry.pictures.map(({ src }) => src),
    ...entry.enclosures.map(({ url }) => url),
  ]) {
    if (url !== null) expect(url).toMatch(/^https?:\/\//);
  }
  expect(draft.markdown).not.toMatch(/\]\(\s*<?(?:javascript|data|file|vbscript):/i);
  for (const date of [draft.published, draft.updated]) {
    if (date !== null) expect(parseDate(date)).not.toBeNull();
  }
  checkStrings([draft, images]);
  const head = formatFrontMatter(draft).slice('---\n'.length, -'---\n'.length);
  expect(parseFrontMatter(head, '').frontMatter.enclosures).toEqual(draft.enclosures);
}

function check(bytes: Uint8Array): void {
  try {
    const feed = parseFeed(bytes, { url: 'https://paper.example/feed' });
    checkStrings(feed);
    for (const entry of feed.entries.slice(0, 20)) checkEntry(entry, feed);
  } catch (error) {
    if (!(error instanceof NewsprintError)) throw error;
    expect(error.message).not.toMatch(/[\0-\x1f\x7f-\x9f]/);
  }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test('Any bytes give a feed or an error in one line', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), check), { numRuns: 150 });
});

test('Pieces of XML in any order give clean fields and web addresses', () => {
  fc.assert(
    fc.property(xml, (text) => check(bytesOf(text))),
    { numRuns: 150 },
  );
});

test('Pieces of JSON in any order do too', () => {
  fc.assert(
    fc.property(json, (text) => check(bytesOf(text))),
    { numRuns: 150 },
  );
});

test('Any text is a date that can be read, or none', () => {
  const near = fc.array(
    fc.constantFrom(...'0123456789-/:., TZ+', 'Jul', 'Mon', 'GMT', 'EST', '2021', '19'),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        near.map((parts) => parts.join('')),
      ),
      (text) => {
        const iso = parseFeedDate(text);
        if (iso !== null) expect(parseDate(iso)).not.toBeNull();
      },
    ),
  );
});
