import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText } from '../../src/core/fold.ts';
import { anyCharacter } from '../support/machine/any-character.ts';

test.each([
  ['Ångström', 'angstrom'],
  ['A\u030angstro\u0308m', 'angstrom'],
  ['İstanbul', 'istanbul'],
  ['ﬁn ＡＢＣ', 'fin abc'],
  ['مَرْحَبًا', 'مرحبا'],
  ['שָׁלוֹם', 'שלום'],
  ['パンダ', 'パンダ'],
  ['한국', '한국'],
  ['हिन्दी', 'हिन्दी'],
])('%s folds to %s', (text, folded) => {
  expect(foldText(text)).toBe(folded.normalize('NFC'));
});

test('kana that differ by their voicing stay different words', () => {
  expect(foldText('パンダ')).not.toContain(foldText('ハンタ'));
});

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
    { numRuns: 2000 },
  );
});
