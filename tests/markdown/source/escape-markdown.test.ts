// Text that is shown as it is, whatever signs stand in it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unstyledText } from '../../../src/markdown/document/inline.ts';
import { parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';
import { escapeMarkdown } from '../../../src/markdown/source/escape-markdown.ts';

test.each([
  ['Rain in C# and #tag & more', 'Rain in C# and #tag & more'],
  ['a snake_case word', 'a snake_case word'],
  ['12. December', '12\\. December'],
  ['- not an item', '\\- not an item'],
  ['# no heading', '\\# no heading'],
  ['---', '\\---'],
  ['AT&T and &amp;', 'AT&T and \\&amp;'],
  ['see https://a.test/x*y*_z~[1] *', 'see https://a.test/x*y*_z~[1] \\*'],
  ['www.a.test/~ann/_b and xhttps://*', 'www.a.test/~ann/_b and xhttps://\\*'],
])('%j is written %j', (line, markdown) => {
  expect(escapeMarkdown(line)).toBe(markdown);
});

const sign = fc.constantFrom(...'\\`*_[]<>#&~|=()!^-+.:;\'"{}$ 1a', '&amp;', '12.', 'wörd');
const line = fc
  .array(sign, { minLength: 1, maxLength: 12 })
  .map((signs) => signs.join('').trim().replaceAll(/ +/g, ' '))
  .filter((text) => text !== '');

test('Every line is one paragraph of its own words', () => {
  fc.assert(
    fc.property(line, (text) => {
      const { blocks } = parseMarkdown(escapeMarkdown(text));
      expect(blocks.map(({ type }) => type)).toEqual(['paragraph']);
      const [block] = blocks;
      expect(block?.type === 'paragraph' && unstyledText(block.content)).toBe(text);
    }),
    { numRuns: 1000 },
  );
});
