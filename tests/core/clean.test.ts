import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../src/core/clean.ts';
import { anyCharacter } from '../support/machine/any-character.ts';

/** Flag of Wales, and a text that nobody sees. */
const WALES = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}';
const TAGS = Array.from('secret', (letter) =>
  String.fromCodePoint(0xe0000 + letter.charCodeAt(0)),
).join('');

const FORBIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const FLAG = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}/gu;

/** Any string, halves of pairs and controls included, with the dangerous ones over-represented. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('\x1b', '\r', '\r\n', '\x9b', '\u202e', '\u2028', '\ud83d', '\ude00', '\0'),
      fc.constantFrom(WALES, TAGS, '\u{1f3f4}', '\u{e007f}', '\u{e0067}'),
    ),
  )
  .map((parts) => parts.join(''));

describe('cleanText', () => {
  test.each([
    ['plain text stays', 'Grüße, 世界 👩‍👩‍👧', 'Grüße, 世界 👩‍👩‍👧'],
    ['newlines and tabs stay', 'a\n\tb', 'a\n\tb'],
    ['CRLF and CR are newlines', 'a\r\nb\rc', 'a\nb\nc'],
    ['line and paragraph separators are newlines', 'a\u2028b\u2029c', 'a\nb\nc'],
    ['escapes lose their ESC', '\x1b[31mred\x1b]0;title\x07', '[31mred]0;title'],
    ['C1 and DEL go', 'a\x7f\x80\x9b\x9fb', 'ab'],
    ['bidi controls go, marks stay', 'a\u202a\u202e\u2066\u2069\u200fb', 'a\u200fb'],
    ['a byte order mark goes', '\ufeffa', 'a'],
    ['half a pair is replaced', 'a\ud83d \ude00b', 'a\ufffd \ufffdb'],
    ['half a pair does not meet its other half', '\ud83d\0\ude00', '\ufffd\ufffd'],
    ['a flag that tags spell stays', `a ${WALES} b`, `a ${WALES} b`],
    ['tags without a flag go', `a${TAGS}b`, 'ab'],
    ['tags of a flag without an end go', `\u{1f3f4}${TAGS}b`, '\u{1f3f4}b'],
    ['tags after a flag go', `${WALES}${TAGS}b`, `${WALES}b`],
    ['tags of another emoji go', `😀${TAGS}\u{e007f}b`, '😀b'],
    ['a flag of no region loses its tags', '\u{1f3f4}\u{e0061}\u{e007f}', '\u{1f3f4}'],
    ['a flag of a whole message loses its tags', `\u{1f3f4}${TAGS}${TAGS}\u{e007f}`, '\u{1f3f4}'],
    [
      'a flag with other tags loses them',
      '\u{1f3f4}\u{e0041}\u{e0042}\u{e0043}\u{e007f}',
      '\u{1f3f4}',
    ],
    ['variation selectors stay', '葛\u{e0100}', '葛\u{e0100}'],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test('nothing forbidden is ever left, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(FORBIDDEN);
        expect(clean.replace(FLAG, '')).not.toMatch(/[\u{e0000}-\u{e007f}]/u);
        expect(cleanText(clean)).toBe(clean);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('cleanLine', () => {
  test.each([
    ['  a \n b\t\tc\u00a0d  ', 'a b c d'],
    ['\x1b\n\x1b', ''],
    ['a\u2028b', 'a b'],
  ])('%j is %j', (text, line) => {
    expect(cleanLine(text)).toBe(line);
  });

  test('a line is one line and cleaning it twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = cleanLine(text);
        expect(line).not.toMatch(/[\n\t]/);
        expect(cleanLine(line)).toBe(line);
      }),
    );
  });
});
