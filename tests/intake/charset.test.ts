// Encodings, declared and true.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/intake/charset.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

const utf32 = (text: string): Buffer =>
  Buffer.from(Uint32Array.from(text, (sign) => sign.codePointAt(0) ?? 0).buffer);

const cases: readonly (readonly [string, Uint8Array, string, string])[] = [
  ['UTF-8 without a word', utf8('naïve – ☃'), '', 'naïve – ☃'],
  ['UTF-8 under a wrong header', utf8('naïve'), 'text/html; charset=iso-8859-1', 'naïve'],
  [
    'UTF-8 under a wrong meta',
    utf8('<meta charset="windows-1252">é'),
    '',
    '<meta charset="windows-1252">é',
  ],
  ['UTF-8 with its mark', utf8('\ufeffé'), '', 'é'],
  ['UTF-16 with its mark', Buffer.from('\ufeffé', 'utf16le'), 'text/html; charset=utf-8', 'é'],
  ['UTF-16, big end first', latin('\xfe\xff\x00h\x00i'), '', 'hi'],
  ['UTF-16 without its mark', Buffer.from('<p>hello', 'utf16le'), '', '<p>hello'],
  ['UTF-32 with its mark', utf32('\ufeffé漢'), 'text/html; charset=utf-8', 'é漢'],
  ['UTF-32, big end first', utf32('\ufeffhi').swap32(), '', 'hi'],
  ['UTF-32 without its mark', utf32('<p>hello'), '', '<p>hello'],
  ['UTF-32 in other letters without its mark', utf32('漢字漢字').swap32(), '', '漢字漢字'],
  [
    'Windows-1252 called Latin-1',
    latin('\x93Hi\x94 \x96 \xe9'),
    'text/html; charset=ISO-8859-1',
    '“Hi” – é',
  ],
  ['Windows-1252 undeclared', latin('caf\xe9 \x80 5'), '', 'café € 5'],
  [
    'a charset in a meta http-equiv',
    latin('<meta http-equiv=x content="text/html; charset=koi8-r">\xc1'),
    '',
    '<meta http-equiv=x content="text/html; charset=koi8-r">а',
  ],
  ['Shift_JIS', latin('<meta charset=Shift_JIS>\x93\xfa\x96{'), '', '<meta charset=Shift_JIS>日本'],
  ['ISO-2022-JP, which is 7-bit', latin('\x1b$BF|\x1b(B'), 'text/plain; charset=iso-2022-jp', '日'],
  ['a charset nobody knows', latin('\xe9'), 'text/html; charset=klingon', 'é'],
  [
    'UTF-8 with one broken character',
    latin('Gr\xc3\xbc\xc3\x9fe an alle, \xc3\xa4ltere \xff'),
    '',
    'Grüße an alle, ältere \ufffd',
  ],
];

describe('text', () => {
  test.for(cases)('%s', ([, bytes, contentType, text]) => {
    expect(decodeText(bytes, contentType)).toBe(text);
  });

  test('is made of any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        (bytes) => typeof decodeText(bytes) === 'string',
      ),
    );
  });
});
