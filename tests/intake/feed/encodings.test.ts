// Feeds in every encoding, whatever they say of it.

import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { parseFeed } from '../../../src/intake/feed/feed.ts';

interface Encoded {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  readonly title: string;
}

const feed = (title: string, declared = ''): string =>
  `<?xml version="1.0"${declared === '' ? '' : ` encoding="${declared}"`}?><rss><channel><title>x</title><item><title>${title}</title></item></channel></rss>`;

const inEncoding = (encoding: string, title: string, declared = encoding): Encoded => ({
  name: `${encoding} declared as ${declared || 'nothing'}`,
  bytes: iconv.encode(feed(title, declared), encoding),
  title,
});

const ENCODED: readonly Encoded[] = [
  inEncoding('utf-8', 'Grüße aus Kyōto', ''),
  inEncoding('utf-8', 'Grüße', 'iso-8859-1'),
  inEncoding('utf-8', 'Grüße', 'utf-16'),
  inEncoding('iso-8859-1', 'Grüße'),
  inEncoding('windows-1252', 'Grüße – “so”', 'iso-8859-1'),
  inEncoding('windows-1252', 'Grüße – “so”', ''),
  inEncoding('windows-1252', 'Grüße', 'utf-8'),
  inEncoding('windows-1251', 'Новости порта'),
  inEncoding('koi8-r', 'Новости порта'),
  inEncoding('iso-8859-2', 'Łódź'),
  inEncoding('shift_jis', '港のニュース'),
  inEncoding('euc-jp', '港のニュース'),
  inEncoding('gb2312', '港口新闻'),
  inEncoding('big5', '港口新聞'),
  inEncoding('euc-kr', '항구 소식'),
  {
    name: 'UTF-16 with a mark',
    bytes: iconv.encode(feed('Grüße', 'utf-16'), 'utf-16le', { addBOM: true }),
    title: 'Grüße',
  },
  {
    name: 'UTF-16 without a mark',
    bytes: iconv.encode(feed('Grüße', ''), 'utf-16be'),
    title: 'Grüße',
  },
  {
    name: 'named by the server only',
    bytes: iconv.encode(feed('Новости', ''), 'windows-1251'),
    contentType: 'application/rss+xml; charset=windows-1251',
    title: 'Новости',
  },
];

test.for(ENCODED)('$name', ({ bytes, contentType, title }) => {
  const { entries } = parseFeed(bytes, contentType === undefined ? {} : { contentType });
  expect(entries[0]?.title).toBe(title);
});
