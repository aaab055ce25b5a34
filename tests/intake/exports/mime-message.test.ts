// Mail and archives of pages, as browsers and mail programs save them.
import { describe, expect, test } from 'vitest';
import { openMessage } from '../../../src/intake/exports/mime-message.ts';
import { isMessage } from '../../../src/intake/sniff.ts';

const open = (text: string) => {
  const { part, ...fields } = openMessage(Buffer.from(text, 'latin1'), 'letter');
  return {
    ...fields,
    type: part?.contentType,
    text: part && Buffer.from(part.bytes).toString().trim(),
  };
};

const CHROME = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://a.test/story',
  'Subject: =?utf-8?Q?The=20caf=C3=A9?= =?utf-8?B?IG9wZW5z?=',
  'Date: Tue, 1 Dec 2026 10:00:00 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="--(b)--1"',
  '',
  '----(b)--1',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<p>The caf=C3=A9 =',
  'opens.</p>',
  '----(b)--1',
  'Content-Type: text/html',
  '',
  '<p>An advert.</p>',
  '----(b)--1--',
  '',
].join('\r\n');

const FIELDS = 'From: Ada <a@a.test>\nSubject: Ships\nDate: Tue, 24 Nov 2026 21:00:00 +0100\n';
const part = (type: string, text: string) => `Content-Type: ${type}\n\n${text}\n`;
const multipart = (...parts: readonly string[]) =>
  `Content-Type: multipart/mixed; boundary=b\n\n--b\n${parts.join('--b\n')}--b--\nthe end`;

/** A page in parts inside one another. */
const deep = (level: number): string =>
  level === 0
    ? part('text/html', '<p>Page')
    : `Content-Type: multipart/mixed; boundary=b${level}\n\n--b${level}\n${deep(level - 1)}--b${level}--\n`;

describe('an archive of a page', () => {
  test('is its first page, with its address and title, and no date of the page', () => {
    expect(open(CHROME)).toEqual({
      title: 'The café opens',
      published: null,
      url: 'https://a.test/story',
      type: 'text/html',
      text: '<p>The café opens.</p>',
    });
  });
});

describe('mail', () => {
  test.for([
    ['its page', multipart(part('text/plain', 'Plain'), part('text/html', '<p>Page')), '<p>Page'],
    ['its text', multipart(part('text/plain', 'Plain'), part('image/png', 'x')), 'Plain'],
    ['a part of a part', deep(8), '<p>Page'],
    ['its whole body', 'Content-Type: text/plain\n\nWords.\n', 'Words.'],
    [
      'base64',
      'Content-Type: text/plain\nContent-Transfer-Encoding: BASE64\n\nV29y\nZHMu\n',
      'Words.',
    ],
    ['without a type', multipart('\nWords.\n'), 'Words.'],
  ] as const)('is %s', ([, body, text]) => {
    const opened = open(FIELDS + body);
    expect(opened).toMatchObject({
      title: 'Ships',
      published: '2026-11-24T21:00:00+01:00',
      url: null,
    });
    expect(opened.text).toBe(text);
  });

  test.for([
    ['a picture', part('image/png', 'x')],
    ['an attached page', 'Content-Type: text/html\nContent-Disposition: attachment\n\n<p>x'],
    ['nothing', multipart()],
    ['too deep', deep(9)],
    ['parts without a boundary', 'Content-Type: multipart/mixed\n\nx'],
  ])('has no text where it is %s', ([, body]) => {
    expect(open(FIELDS + body).text).toBeNull();
  });
});

describe('a message', () => {
  test.for([
    [CHROME, true],
    ['MIME-Version: 1.0\nContent-Type: text/plain\n\nx', true],
    ['From: A\nDate: B\n\n# Words', false],
    ['---\nmime-version: 1.0\ncontent-type: x\n---\n', false],
    ['Mail has two fields:\n\nMIME-Version: 1.0\nContent-Type: x\n', false],
    ['Words.\nMIME-Version: 1.0\nContent-Type: x\n', false],
  ] as const)('is told by its fields: %j', ([text, is]) => {
    expect(isMessage(Buffer.from(text))).toBe(is);
  });
});
