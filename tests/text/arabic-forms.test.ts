// Arabic letters in the forms that their neighbours ask for.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arabicForms } from '../../src/text/arabic-forms.ts';

test.each([
  ['alone', 'ب', '\ufe8f'],
  ['at the beginning and the end', 'بب', '\ufe91\ufe90'],
  ['between two', 'ببب', '\ufe91\ufe92\ufe90'],
  ['behind one that joins nothing', 'داب', '\ufea9\ufe8d\ufe8f'],
  ['the last before a space', 'من من', '\ufee3\ufee6 \ufee3\ufee6'],
  ['across vowel marks', 'بَب', '\ufe91\u064e\ufe90'],
  ['beside a stroke that lengthens', 'بـب', '\ufe91\u0640\ufe90'],
  ['hamza joins none', 'ماء', '\ufee3\ufe8e\u0621'],
  ['Persian letters', 'پگچ', '\ufb58\ufb95\ufb7b'],
  ['Urdu letters', 'ٹے', '\ufb68\ufbaf'],
  ['letters of other scripts', 'abc שלום 12', 'abc שלום 12'],
])('%s', (_, text, forms) => {
  expect(arabicForms(text)).toBe(forms);
});

test('a text keeps its length and its letters', () => {
  const letters = fc.constantFrom(...'ابجدهوزحطيكلمنسعفصقرشتثخذضظغءآأؤإئىةـپچژگکیے َx 1'.split(''));
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), (all) => {
      const text = all.join('');
      const forms = arabicForms(text);
      expect(forms).toHaveLength(text.length);
      const plain = forms.replace(/[\ufb50-\ufdff\ufe70-\ufefc]/g, (one) => one.normalize('NFKC'));
      expect(plain).toBe(text);
    }),
  );
});
