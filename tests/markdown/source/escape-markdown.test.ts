// Text that is shown as it is, whatever signs stand in it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unstyledText } from '../../../src/markdown/document/inline.ts';
import { plainText } from '../../../src/markdown/document/plain-text.ts';
import { parseMarkdown } from '../../../src/markdown/parse/parse-markdown.ts';
import { escapeLabel, escapeMarkdown } from '../../../src/markdown/source/escape-markdown.ts';

test.each([
  ['Rain in C# and #tag & more', 'Rain in C# and #tag & more'],
  ['a snake_case word', 'a snake_case word'],
  ['12. December', '12\\. December'],
  ['- not an item', '\\- not an item'],
  ['# no heading', '\\# no heading'],
  ['---', '\\---'],
  ['AT&T and &amp;', 'AT&T and \\&amp;'],
  ['see https://a.test/x*y*_z~[1] *', 'see https://a.test/x*y*_z~[1] \\*'],
  ['https://*a* and "www.a.test/*b*c', 'https://\\*a\\* and "www.a.test/\\*b\\*c'],
  ['https://пример.рф/*a*', 'https://пример.рф/\\*a\\*'],
  ['www.a.test/~ann/_b and xhttps://*', 'www.a.test/~ann/_b and xhttps://\\*'],
])('%j is written %j', (line, markdown) => {
  expect(escapeMarkdown(line)).toBe(markdown);
});

const SIGNS = [...'\\`*_[]<>#&~|=()!^-+.:;\'"{}$ 1a', '&amp;', '12.', 'wörd'];
const line = fc
  .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 12 })
  .map((signs) => signs.join('').trim().replaceAll(/ +/g, ' '))
  .filter((text) => text !== '');
const address = fc
  .tuple(
    fc.constantFrom('https://a.test/', 'http://b.test/?', 'www.a.test/'),
    fc.array(fc.constantFrom(...'*_[]~`|=)#^-+.:a1'), { maxLength: 8 }),
  )
  .map(([host, signs]) => `${host}${signs.join('')}a`);

test('A label shows an address as it is', () => {
  const address = 'https://a.test/x]y[z*b*c';
  const document = parseMarkdown(`[${escapeLabel(address)}](https://b.test/)`);
  expect(plainText(document).trim()).toBe(address);
});

test('An address in a line is shown as it is, with what stands beside it', () => {
  fc.assert(
    fc.property(line, address, line, (before, url, after) => {
      const text = `a ${before} ${url} ${after}`;
      expect(plainText(parseMarkdown(escapeMarkdown(text))).trim()).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

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
