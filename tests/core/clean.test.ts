import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../src/core/clean.ts';

const FORBIDDEN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Any string, halves of pairs and controls included, with the dangerous ones over-represented. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom('\x1b', '\r', '\r\n', '\x9b', '\u202e', '\u2028', '\ud83d', '\ude00', '\0'),
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
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test('nothing forbidden is ever left, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean).not.toMatch(FORBIDDEN);
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
