// Feeds of 10 MiB, each of them one thing over and over: read or refused in time.

import { describe, expect, test } from 'vitest';
import { NewsprintError } from '../../../src/core/errors.ts';
import { entryDraft } from '../../../src/intake/feed/entry-draft.ts';
import { parseFeed } from '../../../src/intake/feed/parse-feed.ts';
import { cpuTime } from '../../support/machine/cpu-time.ts';
import { rss } from './read.ts';

const SIZE = 10 * 1024 * 1024;
/** ms of the processor's time; a tenth of it on a good one. */
const LONGEST = 20_000;
const fill = (text: string): string => text.repeat(Math.ceil(SIZE / text.length)).slice(0, SIZE);
const ITEM =
  '<item><title>a</title><link>http://a.example/</link><pubDate>Mon, 19 Jul 2021 23:00:10 +0800</pubDate><description>hello</description></item>';

const SOURCES: Readonly<Record<string, string>> = {
  items: rss(fill(ITEM)),
  'one line': rss(
    `<item><title>${fill('word ')}</title><description>${fill('word ')}</description></item>`,
  ),
  'one word': rss(
    `<item><title>${fill('w')}</title><description>${fill('w')}</description></item>`,
  ),
  ampersands: rss(`<item><title>${fill('&')}</title></item>`),
  'escaped tags': rss(`<item><description>${fill('&lt;p&gt;')}</description></item>`),
  controls: rss(
    `<item><title>${fill('&#27;')}</title><description>${fill('&#27;')}</description></item>`,
  ),
  'unclosed paragraphs': rss(
    `<item><description><![CDATA[${fill('<p>some words <b>a</b> that take a while ')}]]></description></item>`,
  ),
  'half tags': rss(`<item><description><![CDATA[${fill('<p word word ')}]]></description></item>`),
  'sections without an end': rss(
    fill('<item><description><![CDATA[some more words</description></item>'),
  ),
  'comments without an end': rss(fill('<!-- some more words')),
  attributes: rss(`<item ${fill('a="b" ')}><title>x</title></item>`),
  'a quote without an end': rss(`<item a="${fill('x ')}`),
  namespaces: rss(
    `<item ${Array.from({ length: 300_000 }, (_, at) => `xmlns:a${at}="u${at}"`).join(' ')}></item>`,
  ),
  nothing: fill(' '),
  NULs: fill('\0'),
  brackets: rss(
    `<item><author>${fill('(')}</author><author>${fill('a@')}</author><pubDate>${fill('1 Jan ')}</pubDate></item>`,
  ),
  categories: rss(`<item>${fill('<category>word</category>')}</item>`),
  'JSON arrays': `{"version":"https://jsonfeed.org/version/1","items":[${fill('[')}`,
  'JSON items': `{"version":"https://jsonfeed.org/version/1","items":[${fill('{"id":1},')}]}`,
  'JSON escapes': `{"version":"https://jsonfeed.org/version/1","items":[${fill('"\\"')}]}`,
};

describe('feeds of', () => {
  for (const [name, source] of Object.entries(SOURCES)) test(name, () => check(source), 60_000);
});

function check(source: string): void {
  const bytes = new TextEncoder().encode(source);
  const time = cpuTime(() => {
    try {
      const feed = parseFeed(bytes, { url: 'https://paper.example/feed' });
      for (const entry of feed.entries.slice(0, 100))
        entryDraft(entry, feed, 'https://paper.example/feed');
    } catch (error) {
      expect(error).toBeInstanceOf(NewsprintError);
    }
  });
  expect(time).toBeLessThan(LONGEST);
}
