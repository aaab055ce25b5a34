// The files that entries come with, in every format that names some.
import { describe, expect, test } from 'vitest';
import type { Enclosure } from '../../../src/core/article/enclosure.ts';
import { parseDuration } from '../../../src/intake/feed/entry-files.ts';
import { readFeed, readItem } from './read.ts';

/** As they come out, without what is not known. */
function known(files: readonly Enclosure[]) {
  return files.map((file) =>
    Object.fromEntries(Object.entries(file).filter(([, value]) => value !== null)),
  );
}

const inItem = (inner: string) => known(readItem(inner).enclosures);
const A = 'https://pod.example/a.mp3';
const B = 'https://pod.example/b.pdf';

describe('RSS names', () => {
  test.for<[name: string, inner: string, files: readonly Partial<Enclosure>[]]>([
    [
      'an episode with its length and its duration',
      `<enclosure url="${A}" type="audio/mpeg" length="23456789"/><itunes:duration>1:02:03</itunes:duration>`,
      [{ url: A, type: 'audio/mpeg', length: 23456789, seconds: 3723 }],
    ],
    [
      'several, of which the first is the one that has a duration',
      `<enclosure url="${A}" type="audio/mpeg"/><enclosure url="${B}" type="application/pdf"/><itunes:duration>60</itunes:duration>`,
      [
        { url: A, type: 'audio/mpeg', seconds: 60 },
        { url: B, type: 'application/pdf' },
      ],
    ],
    [
      'one that is named twice, with all that is said of it',
      `<enclosure url="${A}" length="0" type=""/><media:content url="http://pod.example/a.mp3" type="audio/mp4; codecs=x" fileSize="1000" duration="34"><media:title>One &amp;amp; <![CDATA[two]]></media:title></media:content><enclosure url="${A}" length="7"/>`,
      [{ url: A, type: 'audio/mp4', length: 7, seconds: 34, title: 'One & two' }],
    ],
    [
      'Media RSS, of several versions the one that is preferred',
      `<media:group><media:content url="https://v.example/s.mp4"/><media:content url="https://v.example/l.mp4" isDefault="true"/></media:group>
       <media:group><media:content url="https://v.example/p.jpg"/><media:content url="https://v.example/x" medium="video"/></media:group>`,
      [{ url: 'https://v.example/l.mp4' }, { url: 'https://v.example/x' }],
    ],
    [
      'addresses relative to the feed, without a login',
      '<enclosure url="/x/c.mp3?t=1" type="AUDIO/MPEG"/><enclosure url="https://u:p@pod.example/d.ogg"/>',
      [
        { url: 'https://paper.example/x/c.mp3?t=1', type: 'audio/mpeg' },
        { url: 'https://pod.example/d.ogg' },
      ],
    ],
    [
      'no pictures, no Flash, no address that is none',
      `<enclosure url="https://i.example/1" type="image/jpeg"/><enclosure url="https://i.example/2.png?w=1" type="application/octet-stream"/>
       <media:content url="https://i.example/3" width="140"/><media:content url="https://i.example/4" medium="image"/>
       <media:content url="https://i.example/v/5" type="application/x-shockwave-flash"/>
       <enclosure url="javascript:alert(1)" type="audio/mpeg"/><enclosure url="" type="audio/mpeg"/>`,
      [],
    ],
    [
      'a file without what is badly said of it',
      `<enclosure url="${A}" type="mp3" length="23 MB"/><itunes:duration>long</itunes:duration>`,
      [{ url: A }],
    ],
  ])('%s', ([, inner, files]) => {
    expect(inItem(inner)).toEqual(files);
  });

  test('no more than twenty of an entry', () => {
    const many = Array.from(
      { length: 50 },
      (_, at) => `<enclosure url="https://a.example/${at}.mp3"/>`,
    );
    expect(inItem(many.join(''))).toHaveLength(20);
  });

  test('a file beside a picture, which stays one', () => {
    const entry = readItem(
      `<enclosure url="https://i.example/a.jpg" type="image/jpeg"/><enclosure url="${A}" type="audio/mpeg"/>`,
    );
    expect(known(entry.enclosures)).toEqual([{ url: A, type: 'audio/mpeg' }]);
    expect(entry.pictures).toMatchObject([{ src: 'https://i.example/a.jpg' }]);
  });
});

test('Atom names them in links of their own kind', () => {
  const [entry] =
    readFeed(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://pod.example/"><entry><title>One</title>
    <link rel="enclosure" href="b.pdf" type="application/pdf" length="9000" title="The paper &amp; more"/>
    <link rel="alternate" href="one"/></entry></feed>`).entries;
  expect(entry?.url).toBe('https://pod.example/one');
  expect(known(entry?.enclosures ?? [])).toEqual([
    { url: B, type: 'application/pdf', length: 9000, title: 'The paper & more' },
  ]);
});

test('JSON Feed names them as attachments', () => {
  const attachments = [
    {
      url: A,
      mime_type: 'audio/mpeg',
      title: 'One',
      size_in_bytes: 23456789,
      duration_in_seconds: 62.6,
    },
    { url: 'https://i.example/a.jpg', mime_type: 'image/jpeg' },
    { url: A, mime_type: 'audio/mpeg' },
    'https://pod.example/none.mp3',
    null,
  ];
  const items = [{ id: '1', content_text: 'a', attachments }];
  const [entry] = readFeed(
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }),
  ).entries;
  expect(known(entry?.enclosures ?? [])).toEqual([
    { url: A, type: 'audio/mpeg', title: 'One', length: 23456789, seconds: 63 },
  ]);
});

test.for<[text: string, seconds: number | null]>([
  ['1:02:03', 3723],
  ['62:03', 3723],
  ['3723', 3723],
  [' 00:34:12\n', 2052],
  ['3722.7', 3723],
  ['0', null],
  ['', null],
  ['1:2:3:4', null],
  ['9999:00:00', null],
  ['34 min', null],
  [':03', null],
])('A duration of %j is %j seconds', ([text, seconds]) => {
  expect(parseDuration(text)).toBe(seconds);
});
