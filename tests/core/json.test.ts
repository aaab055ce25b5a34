import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatJson } from '../../src/core/json.ts';
import { anyCharacter } from '../support/machine/any-character.ts';

test('JSON holds no control and no bidi character of any string, and reads back the same', () => {
  const unsafe = fc.constantFrom(
    '\u0000',
    '\u001b',
    '\u007f',
    '\u009b',
    '\u2028',
    '\u202e',
    '\u2066',
  );
  const text = fc
    .array(fc.oneof(unsafe, fc.string({ unit: anyCharacter })))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.dictionary(text, text), (value) => {
      const json = formatJson(value);
      expect(json).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/,
      );
      expect(JSON.parse(json)).toEqual({ ...value });
    }),
  );
});

test('An indent sets one key a line', () => {
  expect(formatJson({ a: [1] }, 2)).toBe('{\n  "a": [\n    1\n  ]\n}');
});
