// Text in mail: what is encoded is decoded to the same, in lines that every program takes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  base64Lines,
  encodedWords,
  quotedPrintable,
} from '../../../src/render/formats/mime-text.ts';

/** RFC 2045 §6.7. */
function decodeQuoted(text: string): string {
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** RFC 2047 §6.2: white space between two encoded words goes. */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\n (?==\?)/g, '?=')
    .replace(/=\?utf-8\?B\?([\w+/=]*)\?=/g, (_, word: string) =>
      Buffer.from(word, 'base64').toString(),
    );
}

/** Half a character is none. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const part = fc.constantFrom(
  'From ',
  '>',
  '\n',
  ' ',
  '\t',
  '=',
  'é',
  '記',
  '😀',
  '.',
  'word',
  '=?',
  '"',
);
const texts = fc.oneof(
  fc.array(part, { maxLength: 120 }).map((all) => all.join('')),
  fc.string({ unit: 'grapheme' }),
);

test('A body comes out of quoted-printable as it went in', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const encoded = quotedPrintable(text);
      expect(decodeQuoted(encoded)).toBe(wellFormed(text));
      for (const line of encoded.split('\n')) {
        expect(line).toMatch(/^[\t -~]{0,76}$/);
        expect(line).not.toMatch(/[\t ]$|^>*From /);
      }
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['From here', '=46rom here'],
  ['>>From here', '=3E>From here'],
  ['a = b ', 'a =3D b=20'],
  ['é', '=C3=A9'],
])('%j is written as %j', (text, encoded) => {
  expect(quotedPrintable(text)).toBe(encoded);
});

test('A headline comes out of encoded words as it went in', () => {
  const lines = texts.map((text) => text.replace(/[\u0000-\u001f\u007f]/g, ' ')).map(wellFormed);
  fc.assert(
    fc.property(lines, (text) => {
      const encoded = encodedWords(text);
      expect(encoded.split('\n').every((line) => line.length <= 66)).toBe(true);
      expect(encoded).toMatch(/^[ -~]*(?:\n [ -~]+)*$/);
      expect(decodeWords(encoded)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ['The Post: Ada', '"The Post: Ada"'],
  ['a "b" \\c', '"a \\"b\\" \\\\c"'],
  ['Zoë', '=?utf-8?B?Wm/Dqw==?='],
])('The name %j stands as %s before an address', (name, phrase) => {
  expect(encodedWords(name, true)).toBe(phrase);
});

test('Bytes are lines of 76 characters', () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 256);
  const text = base64Lines(bytes);
  expect(Math.max(...text.split('\n').map(({ length }) => length))).toBe(76);
  expect(Buffer.from(text, 'base64').equals(bytes)).toBe(true);
});
