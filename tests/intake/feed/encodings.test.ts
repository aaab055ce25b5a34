// Feeds in every encoding, whatever they say of it.

import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { parseFeed } from '../../../src/intake/feed/parse-feed.ts';

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
  inEncoding('shift_jis', '港のニュースをお伝えします', ''),
  inEncoding('euc-jp', '港のニュースをお伝えします', 'utf-8'),
  inEncoding('gb18030', '港口的起重机今天停止了工作，没有人知道是为什么', ''),
  inEncoding('big5', '港口的起重機今天停止了工作，沒有人知道是為什麼', ''),
  inEncoding('euc-kr', '항구의 기중기가 오늘 멈추었다고 하는 이야기', ''),
  inEncoding('windows-1251', 'Краны в порту сегодня остановились', ''),
  inEncoding('koi8-r', 'Краны в порту сегодня остановились', 'utf-8'),
  inEncoding('windows-1253', 'Οι γερανοί στο λιμάνι σταμάτησαν σήμερα', ''),
  inEncoding('windows-1255', 'המנופים בנמל עומדים היום', ''),
  inEncoding('windows-1256', 'توقفت الرافعات في الميناء اليوم', ''),
  inEncoding('windows-874', 'เครนที่ท่าเรือหยุดทำงานวันนี้', ''),
  inEncoding('windows-1252', 'À Besançon, les élèves étaient tous déçus', ''),
  inEncoding('windows-1252', 'Über die Größe der Häfen läßt sich streiten', ''),
  inEncoding('windows-1252', 'Öllum þessum kröfum er hafnað í dag, ÁÐUR ÓÞEKKT', ''),
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
    name: 'UTF-32 with a mark',
    bytes: iconv.encode(feed('Grüße', 'utf-32'), 'utf-32le', { addBOM: true }),
    title: 'Grüße',
  },
  {
    name: 'UTF-32 without a mark',
    bytes: iconv.encode(feed('Grüße', ''), 'utf-32be'),
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
