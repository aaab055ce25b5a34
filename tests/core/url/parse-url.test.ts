import { expect, test } from 'vitest';
import { canParseUrl } from '../../../src/core/url/parse-url.ts';

test.each([
  ['https://b\u00fccher.example/', undefined, true],
  ['https://example.org/\u00fc', undefined, true],
  ['/a', 'https://example.org/', true],
  ['/a', undefined, false],
  ['https://', undefined, false],
])('%s from %s: %s, however often it is asked', (text, base, can) => {
  const wrong = Array.from({ length: 20_000 }, () => canParseUrl(text, base)).filter(
    (answer) => answer !== can,
  );
  expect(wrong).toEqual([]);
});
